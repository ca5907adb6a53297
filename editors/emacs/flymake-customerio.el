;;; flymake-customerio.el --- Flymake backend for customerio-ls -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "27.1"))

;;; Commentary:

;; Eglot runs one server for a buffer, and that is the TypeScript server.  With
;; this backend the findings of customerio-ls stand beside its diagnostics:
;;
;;   (add-hook 'eglot-managed-mode-hook #'flymake-customerio-setup)
;;
;; Without eglot, add `flymake-customerio-setup' to the hooks of major modes.

;;; Code:

(require 'flymake)
(require 'json)

(defgroup flymake-customerio nil
  "Findings of customerio-ls."
  :group 'flymake
  :link '(url-link "https://github.com/customerio-ls/customerio-ls"))

(defcustom flymake-customerio-program "customerio-ls"
  "The program."
  :type 'string)

(defvar-local flymake-customerio--process nil
  "The check that runs for this buffer.")

(defun flymake-customerio--position (source place)
  "The position in the buffer SOURCE of a PLACE of a report.
Its column counts UTF-16 code units, from one."
  (with-current-buffer source
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (forward-line (1- (alist-get 'line place)))
        (let ((left (1- (alist-get 'column place))))
          (while (and (> left 0) (not (eolp)))
            (setq left (- left (if (> (char-after) #xffff) 2 1)))
            (forward-char))
          (point))))))

(defun flymake-customerio--diagnostic (source finding)
  "The diagnostic of a FINDING in the buffer SOURCE."
  (let* ((range (alist-get 'range finding))
         (start (flymake-customerio--position source (alist-get 'start range)))
         (end (flymake-customerio--position source (alist-get 'end range))))
    (flymake-make-diagnostic
     source start (max end (1+ start))
     (pcase (alist-get 'severity finding)
       ("error" :error)
       ("warning" :warning)
       (_ :note))
     (format "%s [%s]" (alist-get 'message finding) (alist-get 'rule finding)))))

(defun flymake-customerio (report-fn &rest _args)
  "Check the buffer as it is and give what is found to REPORT-FN."
  (when (process-live-p flymake-customerio--process)
    (kill-process flymake-customerio--process))
  (let ((source (current-buffer))
        (file (buffer-file-name)))
    (save-restriction
      (widen)
      (setq flymake-customerio--process
            (make-process
             :name "flymake-customerio" :noquery t :connection-type 'pipe
             :buffer (generate-new-buffer " *flymake-customerio*")
             :command (list flymake-customerio-program "check" "--format" "json" "--stdin-filename" file)
             :stderr (get-buffer-create " *flymake-customerio-errors*")
             :sentinel
             (lambda (process _event)
               (when (memq (process-status process) '(exit signal))
                 (unwind-protect
                     (when (and (buffer-live-p source)
                                (eq process (buffer-local-value 'flymake-customerio--process source)))
                       (let ((report (with-current-buffer (process-buffer process)
                                       (goto-char (point-min))
                                       (ignore-errors
                                         (let ((json-object-type 'alist) (json-array-type 'list) (json-key-type 'symbol))
                                           (json-read))))))
                         (if report
                             (funcall report-fn
                                      (mapcar (lambda (finding) (flymake-customerio--diagnostic source finding))
                                              (apply #'append
                                                     (mapcar (lambda (file) (alist-get 'findings file))
                                                             (alist-get 'files report)))))
                           (funcall report-fn :panic :explanation "customerio-ls gave no report"))))
                   (kill-buffer (process-buffer process)))))))
      (process-send-region flymake-customerio--process (point-min) (point-max))
      (process-send-eof flymake-customerio--process))))

;;;###autoload
(defun flymake-customerio-setup ()
  "Show the findings of customerio-ls in this buffer, beside others."
  (when (and buffer-file-name (executable-find flymake-customerio-program))
    (add-hook 'flymake-diagnostic-functions #'flymake-customerio nil t)))

(provide 'flymake-customerio)
;;; flymake-customerio.el ends here
