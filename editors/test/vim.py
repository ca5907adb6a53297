"""What the suites of both plugins of Vim share."""

from steps import TYPED, column_of, places, with_line
from suite import LINE, MESSAGE

# Options of the test alone, so that no question of Vim itself comes up.
BEFORE = """
set nocompatible hidden noswapfile encoding=utf-8 nomore shortmess+=c
filetype plugin on
"""
# Writes what Vim knows to a file, again and again.
AFTER = """
function! E2eWrite(timer) abort
  let l:state = {'text': join(getline(1, '$'), "\\n") . "\\n", 'cursor': [expand('%:t'), line('.'), col('.')]}
  let l:state.findings = E2eFindings()
  let l:state.places = map(getqflist(), {_, item -> [fnamemodify(bufname(item.bufnr), ':t'), item.lnum, item.col]})
  let l:state.menu = map(get(complete_info(['items']), 'items', []), {_, item -> item.word})
  call writefile([json_encode(l:state)], $E2E_STATE . '~')
  call rename($E2E_STATE . '~', $E2E_STATE)
endfunction
call timer_start(50, 'E2eWrite', {'repeat': -1})
"""


def vimrc(t, middle):
    """Writes a vimrc and returns its path."""
    path = t.work / "vimrc"
    path.write_text(BEFORE + middle + AFTER, encoding="utf-8")
    return path


def session(t, error, fix, find_references, rename):
    """Goes through the session; `fix` presses the keys of the plugin, `find_references` is a command, and `rename` one
    with what it asks."""
    def findings():
        return [entry[:3] for entry in t.state().get("findings", [])]

    def text():
        return t.state().get("text")

    def at(line, word="Date.now()"):
        return column_of(line, word)

    mistake = [LINE, at(t.broken.splitlines()[LINE - 1]), error]
    t.becomes("the finding is where it should be, after the emoji", [mistake], findings)
    t.check("it says what is wrong", t.state()["findings"][0][3].startswith(MESSAGE), t.state()["findings"])
    t.type(":call cursor(7, 1) | call search('Date.now')\n")
    t.sees("the message is shown", "`created_at` is in milliseconds, not seconds")

    fix(t)
    t.becomes("the fix changes its expression alone", t.fixed, text)
    t.becomes("the fix takes the finding away", [], findings)

    t.type("8GO" + TYPED)
    t.keys("Escape")
    typed = with_line(t.fixed, 8, TYPED)
    t.becomes("what is typed quickly is there", typed, text)
    t.becomes("its finding is where it should be", [[8, at(TYPED), error]], findings)
    t.type("uu")
    t.becomes("undoing brings the text back", t.broken, text)
    t.becomes("undoing brings the finding back", [mistake], findings)
    t.keys("C-r")
    t.becomes("redoing fixes it again", t.fixed, text)
    t.becomes("redoing takes the finding away", [], findings)
    t.type(":w\n")
    t.becomes("the file is written", t.fixed, lambda: t.file(t.signup))

    t.type('8GO  await cio.track(id, { data: { mood: "🎉" }, name: "tri')
    t.keys("C-x", "C-o")
    t.becomes("the event of the other file is offered", True, lambda: "trial_started" in t.state().get("menu", []))
    t.type('" });')
    t.keys("Escape")
    completed = '  await cio.track(id, { data: { mood: "🎉" }, name: "trial_started" });'
    t.becomes("the name is completed", with_line(t.fixed, 8, completed), text)
    # Undone rather than read again: of that, vim-lsp tells the server nothing.
    t.type("u")
    t.becomes("the text is as before", t.fixed, text)

    t.type(":call cursor(8, 1) | call search('signed_up')\n")
    t.type(f":{find_references}\n")
    t.becomes("all places that send the event are found", places(t, "signed_up"),
              lambda: sorted(t.state().get("places", [])))
    t.type(":cclose | only\n:call cursor(8, 1) | call search('signed_up')\n")
    expected = [t.fixed.replace("signed_up", "account_created"),
                t.file(t.trial).replace("signed_up", "account_created")]
    t.type(f":{rename[0]}\n")
    t.wait("the question for the name", lambda: rename[1] in t.screen())
    t.keys("C-u")
    t.type("account_created\n")
    t.becomes("the event is renamed", expected[0], text)
    t.type(":wa\n")
    t.becomes("the event is renamed in both files", expected, lambda: [t.file(t.signup), t.file(t.trial)])

    t.type(":qa\n")
    t.becomes("Vim quits", 0, t.ended)
