;;; lsp-customerio.el --- lsp-mode client for customerio-ls -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Client for customerio-ls, which finds mistakes in code that talks to
;; Customer.io through customerio-node.  It runs beside the TypeScript server.

;;; Code:

(require 'lsp-mode)

(defgroup lsp-customerio nil
  "Settings of customerio-ls."
  :group 'lsp-mode
  :link '(url-link "https://github.com/customerio-ls/customerio-ls"))

(defcustom lsp-customerio-server-command '("customerio-ls" "lsp")
  "The command that starts the server."
  :type '(repeat string)
  :group 'lsp-customerio)

(defcustom lsp-customerio-active-modes
  '(js-mode js-ts-mode js2-mode rjsx-mode js-jsx-mode typescript-mode typescript-ts-mode tsx-ts-mode
            typescript-tsx-mode web-mode vue-mode svelte-mode astro-ts-mode markdown-mode gfm-mode)
  "The major modes that the server is started in."
  :type '(repeat symbol)
  :group 'lsp-customerio)

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () lsp-customerio-server-command))
  :activation-fn (lambda (_file mode) (memq mode lsp-customerio-active-modes))
  :server-id 'customerio-ls
  :priority -1
  ;; Columns count in code points, which some versions of lsp-mode do not announce.
  :custom-capabilities '((general . ((positionEncodings . ["utf-32"]))))
  :add-on? t))

(lsp-consistency-check lsp-customerio)

(provide 'lsp-customerio)
;;; lsp-customerio.el ends here
