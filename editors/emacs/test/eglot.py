#!/usr/bin/env python3
"""Emacs with eglot, set up by the snippet of docs/editors.md."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test"))
import emacs  # noqa: E402
from suite import Suite  # noqa: E402


def steps(t):
    emacs.start(t, t.snippet("Emacs", "With eglot alone") + "(add-hook 'js-mode-hook #'eglot-ensure)\n")
    emacs.session(t, "eglot-error", ("eglot-code-actions", "Pick an action"), ("eglot-rename", "Rename"))


Suite("emacs-eglot", "js").run(steps)
