;;; tapescript-eglot.el --- Tapescript with eglot  -*- lexical-binding: t; -*-

;;; Commentary:

;; Load this file, open a transcript in `text-mode' or `markdown-mode', M-x eglot.

;;; Code:

(require 'eglot)

;; Captions have no mode of their own.
(add-to-list 'auto-mode-alist '("\\.\\(?:srt\\|vtt\\)\\'" . text-mode) t)

;; The content decides which notation it is.  To name it, write
;; `:language-id "transcript-captions"' instead.  At the end of the list, since
;; many modes with servers of their own are derived from `text-mode'.
(add-to-list 'eglot-server-programs
             '((text-mode :language-id "transcript") . ("tapescript" "lsp"))
             t)

;; eglot comes with a server for Markdown in general.  It keeps its place: of
;; the two, eglot takes the one that is installed, and asks where both are.
(let ((general (assoc 'markdown-mode eglot-server-programs)))
  (when (stringp (car-safe (cdr general)))
    (setq eglot-server-programs
          (cons (cons 'markdown-mode
                      (eglot-alternatives (list (cdr general) '("tapescript" "lsp"))))
                (remq general eglot-server-programs)))))

;; For a version of eglot that has no server for Markdown.
(add-to-list 'eglot-server-programs
             '((markdown-mode :language-id "markdown") . ("tapescript" "lsp"))
             t)

(provide 'tapescript-eglot)
;;; tapescript-eglot.el ends here
