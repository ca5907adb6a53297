;;; state.el --- What Emacs knows, for the suites -*- lexical-binding: t; -*-

;;; Commentary:

;; Writes what Emacs knows of the file `e2e-file' to a file, again and again.

;;; Code:

(require 'flymake)
(require 'json)

(defvar e2e-file (getenv "E2E_FILE"))

(defun e2e-column (position)
  "The column of POSITION in bytes, from one."
  (save-excursion
    (goto-char position)
    (1+ (string-bytes (encode-coding-string (buffer-substring-no-properties (line-beginning-position) position) 'utf-8 t)))))

(defun e2e-finding (diagnostic)
  "Where a DIAGNOSTIC begins, how grave it is, what it says, and the code that it marks."
  (let ((start (flymake-diagnostic-beg diagnostic)))
    (list (line-number-at-pos start)
          (e2e-column start)
          (format "%s" (flymake-diagnostic-type diagnostic))
          (substring-no-properties (flymake-diagnostic-text diagnostic))
          (buffer-substring-no-properties start (flymake-diagnostic-end diagnostic)))))

(defun e2e-text-of (name)
  "The text of the buffer NAME, if there is one."
  (and (get-buffer name) (with-current-buffer name (buffer-substring-no-properties (point-min) (point-max)))))

(defun e2e-write ()
  "Write what is known."
  (let ((buffer (find-buffer-visiting e2e-file)))
    (when buffer
      (let ((known (with-current-buffer buffer
                     (save-restriction
                       (widen)
                       `((text . ,(buffer-substring-no-properties (point-min) (point-max)))
                         (findings . ,(vconcat (mapcar (lambda (each) (vconcat (e2e-finding each))) (and flymake-mode (flymake-diagnostics)))))
                         (places . ,(or (e2e-text-of "*xref*") ""))
                         (menu . ,(or (e2e-text-of "*Completions*") ""))))))
            (coding-system-for-write 'utf-8)
            (temporary (concat (getenv "E2E_STATE") "~")))
        (write-region (json-encode known) nil temporary nil 'quiet)
        (rename-file temporary (getenv "E2E_STATE") t)))))

(run-with-timer 0.1 0.1 (lambda () (let ((inhibit-message t)) (e2e-write))))

(defun e2e-goto (line word)
  "Go to WORD in LINE."
  (goto-char (point-min))
  (forward-line (1- line))
  (search-forward word (line-end-position))
  (goto-char (match-beginning 0)))

(provide 'state)
;;; state.el ends here
