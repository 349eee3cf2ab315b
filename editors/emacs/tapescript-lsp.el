;;; tapescript-lsp.el --- Tapescript with lsp-mode  -*- lexical-binding: t; -*-

;;; Commentary:

;; Load this file, open a transcript, M-x lsp.

;;; Code:

(require 'lsp-mode)

;; WebVTT has no mode of its own.
(add-to-list 'auto-mode-alist '("\\.\\(?:srt\\|vtt\\)\\'" . text-mode) t)

(add-to-list 'lsp-language-id-configuration '(text-mode . "transcript"))

(lsp-register-client
 (make-lsp-client
  :server-id 'tapescript
  :new-connection (lsp-stdio-connection '("tapescript" "lsp"))
  :activation-fn (lsp-activate-on "transcript" "markdown")
  ;; Beside a server for Markdown in general, not in its place.
  :add-on? t))

(provide 'tapescript-lsp)
;;; tapescript-lsp.el ends here
