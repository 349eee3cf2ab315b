;;; tapescript-eglot.el --- Tapescript with eglot  -*- lexical-binding: t; -*-

;;; Commentary:

;; Load this file, open a transcript in `text-mode' or `markdown-mode', M-x eglot.

;;; Code:

(require 'eglot)

;; The content decides which notation it is.  To name it, write
;; `:language-id "transcript-captions"' instead.  At the end of the list, since
;; many modes with servers of their own are derived from `text-mode'.
(add-to-list 'eglot-server-programs
             '((text-mode :language-id "transcript") . ("tapescript" "lsp"))
             t)

(with-eval-after-load 'markdown-mode
  (add-to-list 'eglot-server-programs
               '((markdown-mode :language-id "markdown") . ("tapescript" "lsp"))))

(provide 'tapescript-eglot)
;;; tapescript-eglot.el ends here
