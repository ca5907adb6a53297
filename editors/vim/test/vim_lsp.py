#!/usr/bin/env python3
"""Vim with vim-lsp, set up by the snippet of docs/editors.md."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test"))
from suite import Suite  # noqa: E402
import vim  # noqa: E402

VIMRC = r"""
set runtimepath^={plugin}
{snippet}
let g:lsp_diagnostics_echo_cursor = 1
set omnifunc=lsp#complete
function! E2eFindings() abort
  let l:found = []
  let l:all = lsp#internal#diagnostics#state#_get_all_diagnostics_grouped_by_server_for_uri(lsp#utils#get_buffer_uri())
  for l:response in values(l:all)
    for l:item in lsp#ui#vim#utils#diagnostics_to_loc_list({{'response': l:response}})
      let l:parts = matchlist(l:item.text, '^customerio:\(\w\)\w*:[a-z-]*:\(.*\)$')
      call add(l:found, [l:item.lnum, l:item.col, l:parts[1], l:parts[2]])
    endfor
  endfor
  return l:found
endfunction
"""


def fix(t):
    t.type(":LspCodeAction\n")
    # A numbered list in releases; later a list with a filter, where the first one is chosen.
    t.wait("the list", lambda: any(word in t.screen() for word in ("Type number", "-- INSERT --")))
    t.type("1\n" if "Type number" in t.screen() else "\n")


def steps(t):
    snippet = t.snippet("Vim", "With vim-lsp")
    t.start("vim", "-u", vim.vimrc(t, VIMRC.format(plugin=os.environ["E2E_VIM_LSP"], snippet=snippet)), t.signup)
    vim.session(t, "E", fix, "LspReferences", ("LspRename", "new name"))


Suite("vim-lsp").run(steps)
