#!/usr/bin/env python3
"""Vim with ALE, set up by the snippet of docs/editors.md."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test"))
from suite import Suite  # noqa: E402
import vim  # noqa: E402

VIMRC = """
packadd! ale
{snippet}
set omnifunc=ale#completion#OmniFunc
function! E2eFindings() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {{_, item -> [item.lnum, item.col, item.type, item.text]}})
endfunction
"""


def fix(t):
    t.type(":ALECodeAction\n")
    t.wait("the menu", lambda: "Convert to Unix seconds" in t.screen())
    t.type("1\n")


def steps(t):
    t.start("vim", "-u", vim.vimrc(t, VIMRC.format(snippet=t.snippet("Vim", "With ALE"))), t.signup)
    vim.session(t, "E", fix, "ALEFindReferences -quickfix", ("ALERename", "New name"))


Suite("vim-ale").run(steps)
