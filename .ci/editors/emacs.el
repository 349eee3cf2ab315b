;;; What .ci/check-editors runs in Emacs, in batch mode.  -*- lexical-binding: t; -*-
;; TRY says what is tried; SCRATCH is a folder to write in; ROOT is the repository.

(setq package-enable-at-startup t)
(package-initialize)
(setq inhibit-message nil
      make-backup-files nil
      auto-save-default nil
      create-lockfiles nil)

(defvar root (getenv "ROOT"))
(defvar scratch (getenv "SCRATCH"))

(defun check (value what)
  (unless value
    (message "FAILED: %s" what)
    (kill-emacs 1)))

(defun wait (what condition)
  (let ((end (+ (float-time) 20)) found)
    (while (and (not (setq found (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (check found (concat "waited in vain: " what))
    found))

(defun open-file (name)
  (let ((file (expand-file-name name scratch)))
    (copy-file (expand-file-name (concat "docs/examples/" name) root) file t)
    (find-file file)))

(defun findings ()
  (flymake-start)
  (flymake-diagnostics))

(defun eglot-here ()
  (apply #'eglot--connect (eglot--guess-contact)))

(defun program ()
  (car (process-command (jsonrpc--process (eglot-current-server)))))

(defun try-eglot ()
  (load (expand-file-name "editors/emacs/tapescript-eglot.el" root))
  (setq eglot-autoshutdown t)
  (open-file "faulty-page.txt")
  (check (eq major-mode 'text-mode) major-mode)
  (eglot-here)
  (wait "findings" #'findings)
  (check (string-suffix-p "tapescript" (program)) (program))
  (check (cl-some (lambda (finding) (string-match-p "13:36\\|14:34" (flymake-diagnostic-text finding)))
                  (findings))
         "the time that is out of order")
  (check (wait "the outline" (lambda () (imenu--make-index-alist t))) "imenu")
  (let* ((server (eglot-current-server))
         (finding (cl-find-if (lambda (finding) (string-match-p "14:34" (flymake-diagnostic-text finding))) (findings)))
         (before (buffer-string)))
    (check finding "the finding")
    (goto-char (flymake-diagnostic-beg finding))
    (let ((actions (jsonrpc-request
                    server :textDocument/codeAction
                    (list :textDocument (eglot--TextDocumentIdentifier)
                          :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                          :context (list :diagnostics [])))))
      (check (> (length actions) 0) "actions")
      (eglot--apply-workspace-edit (plist-get (aref actions 0) :edit))
      (check (not (equal before (buffer-string))) "the fix")))
  ;; A Markdown file, where no other server for Markdown is installed.
  (open-file "broken-quote.md")
  (check (derived-mode-p 'markdown-mode) major-mode)
  (eglot-here)
  (wait "findings in Markdown" #'findings)
  (check (string-suffix-p "tapescript" (program)) (program)))

;; A server for Markdown that is installed and comes first is left alone.
(defun try-eglot-beside ()
  (require 'eglot)
  (let ((others (expand-file-name "others" scratch)))
    (make-directory others t)
    (with-temp-file (expand-file-name "marksman" others) (insert "#!/bin/sh\n"))
    (set-file-modes (expand-file-name "marksman" others) #o755)
    (push others exec-path)
    (setq eglot-server-programs '((markdown-mode . ("marksman" "server"))))
    (load (expand-file-name "editors/emacs/tapescript-eglot.el" root))
    (open-file "broken-quote.md")
    (let ((contact (nth 3 (eglot--guess-contact))))
      (check (string-suffix-p "marksman" (car contact)) contact))
    (setq exec-path (delete others exec-path))
    (let ((contact (nth 3 (eglot--guess-contact))))
      (check (string-suffix-p "tapescript" (car contact)) contact))
    ;; One that is given in another form stays as it is, and comes first.
    (setq eglot-server-programs (list (cons 'markdown-mode #'ignore)))
    (load (expand-file-name "editors/emacs/tapescript-eglot.el" root))
    (check (eq (cdr (assoc 'markdown-mode eglot-server-programs)) #'ignore) "the other entry")))

(defun try-eglot-missing ()
  (load (expand-file-name "editors/emacs/tapescript-eglot.el" root))
  (dolist (name '("faulty-page.txt" "broken-quote.md"))
    (open-file name)
    (let ((said (condition-case problem (progn (eglot-here) "nothing") (error (error-message-string problem)))))
      (check (string-match-p "tapescript" said) said))))

(defun try-lsp ()
  (load (expand-file-name "editors/emacs/tapescript-lsp.el" root))
  (setq lsp-auto-guess-root t
        lsp-restart 'ignore
        lsp-enable-file-watchers nil
        lsp-session-file (expand-file-name "session" scratch)
        lsp-diagnostics-provider :flymake)
  (dolist (name '("faulty-page.txt" "broken-quote.md"))
    (open-file name)
    (lsp)
    (wait "findings" (lambda () (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics t))))))

(defun try-lsp-missing ()
  (load (expand-file-name "editors/emacs/tapescript-lsp.el" root))
  (setq lsp-auto-guess-root t
        lsp-session-file (expand-file-name "session" scratch))
  (let ((said ""))
    (advice-add 'message :before (lambda (format &rest arguments)
                                   (when format (setq said (concat said (apply #'format format arguments) "\n")))))
    (open-file "faulty-page.txt")
    (lsp)
    (check (string-match-p "tapescript" said) said)))

(condition-case problem
    (progn
      (funcall (intern (concat "try-" (getenv "TRY"))))
      (kill-emacs 0))
  (error
   (message "FAILED: %S" problem)
   (kill-emacs 1)))
