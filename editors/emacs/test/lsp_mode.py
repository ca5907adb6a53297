#!/usr/bin/env python3
"""Emacs with lsp-mode, set up by the snippet of docs/editors.md."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test"))
import emacs  # noqa: E402
from suite import Suite  # noqa: E402

# The root of the project is not asked for.
ON = """
(setq lsp-auto-guess-root t)
(require 'lsp-mode)
(add-hook 'js-mode-hook #'lsp)
"""


def steps(t):
    emacs.start(t, t.snippet("Emacs", "With lsp-mode") + ON)
    # The server offers references to clients that announce them, and this one does not.
    emacs.session(t, ":error", ("lsp-execute-code-action", "Select code action"), ("lsp-rename", "Rename"), has_references=False)


Suite("emacs-lsp-mode", "js").run(steps)
