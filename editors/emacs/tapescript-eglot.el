;;; tapescript-eglot.el --- Tapescript with eglot  -*- lexical-binding: t; -*-

;;; Commentary:

;; Load this file, open a transcript in `text-mode' or `markdown-mode', M-x eglot.

;;; Code:

(require 'eglot)

;; The older versions of eglot ask for code actions only when you do, and do
;; not say so; without the option they would get none but fixes.
(defvar tapescript-program
  '("tapescript" "lsp" :initializationOptions (:lightBulb :json-false))
  "How eglot starts Tapescript.")

;; Captions have no mode of their own.
(add-to-list 'auto-mode-alist '("\\.\\(?:srt\\|vtt\\)\\'" . text-mode) t)

;; The content decides which notation it is.  To name it, write
;; `:language-id "transcript-captions"' instead.  At the end of the list, since
;; many modes with servers of their own are derived from `text-mode'.
(add-to-list 'eglot-server-programs
             `((text-mode :language-id "transcript") . ,tapescript-program)
             t)

;; eglot comes with a server for Markdown in general.  It keeps its place: of
;; the two, eglot takes the one that is installed, and asks where both are.
(let ((general (assoc 'markdown-mode eglot-server-programs)))
  (when (stringp (car-safe (cdr general)))
    (setq eglot-server-programs
          (cons (cons 'markdown-mode
                      (eglot-alternatives (list (cdr general) tapescript-program)))
                (remq general eglot-server-programs)))))

;; For a version of eglot that has no server for Markdown.
(add-to-list 'eglot-server-programs
             `((markdown-mode :language-id "markdown") . ,tapescript-program)
             t)

(provide 'tapescript-eglot)
;;; tapescript-eglot.el ends here
