"""What the suites of both packages of Emacs share."""

import re

from steps import TYPED, column_of, places, with_line
from suite import LINE, MESSAGE, ROOT

# What compiles itself in the background shows warnings of its own.
EARLY = "(setq native-comp-deferred-compilation nil inhibit-startup-screen t)\n"
# The test's own, so that no question of Emacs itself comes up.
OWN = """
(setq js-indent-level 2 make-backup-files nil create-lockfiles nil ring-bell-function #'ignore)
;; Lists are shown below, in the whole width.
(setq split-width-threshold nil)
(load "{state}" nil t)
"""


def start(t, init):
    """Starts Emacs with an init file: the snippet, and how the package is turned on."""
    folder = t.home / ".emacs.d"
    folder.mkdir()
    (folder / "early-init.el").write_text(EARLY, encoding="utf-8")
    own = OWN.format(state=ROOT / "editors/emacs/test/state.el")
    (folder / "init.el").write_text(init + own, encoding="utf-8")
    t.env["E2E_FILE"] = str(t.signup)
    t.start("emacs", "-nw", t.signup)


def command(t, name, *asked):
    """Runs a command by its name, and answers what it asks."""
    t.keys("M-x")
    t.type(name + "\n")
    for question, answer in asked:
        t.wait(f"the question {question!r}", lambda: question in t.screen())
        t.type(answer + "\n")


def goto(t, line, word):
    """Puts the cursor before a word."""
    t.keys("M-:")
    t.type(f'(e2e-goto {line} "{word}")\n')


def find_references(t):
    """Lists the places that send the event, and goes back to the file."""
    goto(t, 8, "signed_up")
    command(t, "xref-find-references")
    expected = [f"{line}: {t.file(t.project / 'src' / name).splitlines()[line - 1]}" for name, line, _ in places(t, "signed_up")]

    def found():
        # Between them are the names of the files.
        return sorted(re.findall(r"^ *(\d+: .*)$", t.state().get("places", ""), re.M))
    t.becomes("all places that send the event are found", sorted(expected), found)
    t.keys("C-x", "1")
    t.keys("C-x", "b")
    t.type(t.signup.name + "\n")


def session(t, error, code_action, rename, has_references=True):
    """Goes through the session; `code_action` and `rename` are commands with what they ask."""
    def findings():
        return [entry[:3] + entry[4:] for entry in t.state().get("findings", [])]

    def text():
        return t.state().get("text")

    mistake = [LINE, column_of(t.broken.splitlines()[LINE - 1], "Date.now()"), error, "Date.now()"]
    t.becomes("the finding is where it should be, after the emoji", [mistake], findings)
    t.check("it says what is wrong", MESSAGE in t.state()["findings"][0][3], t.state()["findings"])
    goto(t, LINE, "Date.now()")
    command(t, "flymake-show-buffer-diagnostics")
    t.sees("the message is shown", r"error .*`created_at` is in milliseconds, not seconds")
    t.keys("C-x", "1")

    def fix():
        goto(t, LINE, "Date.now()")
        command(t, code_action[0], (code_action[1], "Convert to Unix seconds"))

    fix()
    t.becomes("the fix changes its expression alone", t.fixed, text)
    t.becomes("the fix takes the finding away", [], findings)

    goto(t, 8, "  await")
    t.keys("C-o")
    t.type(TYPED)
    typed = with_line(t.fixed, 8, TYPED)
    t.becomes("what is typed quickly is there", typed, text)
    t.becomes("its finding is where it should be", [[8, column_of(TYPED, "Date.now()"), error, "Date.now()"]], findings)
    # Emacs undoes some of the typed characters at a time.
    for _ in range(40):
        before = text()
        if before == t.broken:
            break
        t.keys("C-x", "u")
        t.wait("a step back", lambda: text() != before)
    t.becomes("undoing brings the text back", t.broken, text)
    t.becomes("undoing brings the finding back", [mistake], findings)
    fix()
    t.becomes("the fix can be applied again", t.fixed, text)
    t.becomes("the finding is away again", [], findings)
    t.keys("C-x", "C-s")
    t.becomes("the file is written", t.fixed, lambda: t.file(t.signup))

    goto(t, 8, "  await")
    t.keys("C-o")
    t.type('  await cio.track(id, { data: { mood: "🎉" }, name: "tri')
    t.keys("C-M-i")
    completed = '  await cio.track(id, { data: { mood: "🎉" }, name: "trial_started'
    t.becomes("the event of the other file completes the name", with_line(t.fixed, 8, completed), text)
    command(t, "revert-buffer", ("(yes or no)", "yes"))
    t.becomes("the file is as before", t.fixed, text)

    if has_references:
        find_references(t)

    expected = [t.fixed.replace("signed_up", "account_created"),
                t.file(t.trial).replace("signed_up", "account_created")]
    goto(t, 8, "signed_up")
    t.keys("M-x")
    t.type(rename[0] + "\n")
    t.wait("the question for the name", lambda: rename[1] in t.screen())
    t.keys("C-a", "C-k")
    t.type("account_created\n")
    t.wait("what comes next", lambda: text() == expected[0] or "(y or n)" in t.screen())
    if "(y or n)" in t.screen():
        t.type("y")
    t.becomes("the event is renamed", expected[0], text)
    t.keys("C-x", "s")
    t.type("!")
    t.becomes("the event is renamed in both files", expected, lambda: [t.file(t.signup), t.file(t.trial)])

    t.keys("C-x", "C-c")
    t.becomes("Emacs quits", 0, t.ended)
