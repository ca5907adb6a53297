#!/usr/bin/env python3
"""Kakoune with kak-lsp, set up by the snippet of docs/editors.md."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test"))
from steps import TYPED, column_of, places, with_line  # noqa: E402
from suite import LINE, MESSAGE, Suite  # noqa: E402

# As the documentation of kak-lsp has it.
KAKRC = """
evaluate-commands %sh{ kak-lsp --kakoune -s $kak_session }
hook global WinSetOption filetype=(typescript|javascript) %{ lsp-enable-window }
"""
SESSION = "e2e"


class Kakoune:
    """A session of Kakoune, which is asked for what it knows through its own command line."""

    def __init__(self, t):
        self.t = t
        for name, text in (("kak/kakrc", KAKRC), ("kak-lsp/kak-lsp.toml", t.snippet("Kakoune", "With kak-lsp"))):
            file = t.home / ".config" / name
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
        t.env["PATH"] = f"{os.environ['E2E_KAK_LSP']}:{t.env['PATH']}"
        t.start("kak", "-s", SESSION, t.signup)

    def ask(self, commands, end):
        """Has the session write something to a file, and returns what is there when it is complete."""
        answer = self.t.work / "answer"
        answer.unlink(missing_ok=True)
        commands = f"evaluate-commands -client client0 %< {commands.replace('ANSWER', str(answer))} >"
        subprocess.run(["kak", "-p", SESSION], input=commands, text=True, env=self.t.env, capture_output=True, check=False)
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            if answer.exists() and (text := answer.read_text(encoding="utf-8")).endswith(end):
                return text[: -len(end)] if end != "\n" else text
            time.sleep(0.01)
        return None

    def text(self):
        """The text of the buffer."""
        return self.ask(f"evaluate-commands -buffer '{self.t.signup}' %[ write -force 'ANSWER' ]", "\n")

    def findings(self):
        """What is underlined: the lines, and the columns in bytes from one, with the length."""
        spans = self.ask("echo -to-file 'ANSWER' -- %opt[lsp_inline_diagnostics] the-end", "the-end")
        return sorted(re.findall(r"(\d+\.\d+[+,][\d.]+)\|", spans or "no answer"))

    def command(self, text):
        """Types a command."""
        self.t.type(f":{text}\n")

    def goto(self, line, column):
        """Puts the cursor on a column in bytes, from one."""
        self.command(f"select {line}.{column},{line}.{column}")

    def undo_to(self, text):
        """Undoes step by step until the text is there again."""
        for _ in range(9):
            before = self.t.wait("the text", self.text)
            if before == text:
                return
            self.t.type("u")
            self.t.wait("a step back", lambda: self.text() not in (None, before))


def steps(t):
    k = Kakoune(t)
    column = column_of(t.broken.splitlines()[LINE - 1], "Date.now()")
    mistake = f"{LINE}.{column}"

    def starts():
        return [span.split("+")[0].split(",")[0] for span in k.findings()]

    t.becomes("the finding is where it should be, after the emoji", [mistake], starts)
    k.command("lsp-diagnostics")
    t.sees("the list says what is wrong", rf"signup.ts:{LINE}:{column}: \[error\]\[customerio\]\[timestamp-milliseconds\] {MESSAGE}")
    k.command("delete-buffer")

    def fix():
        k.goto(LINE, column)
        k.command("lsp-code-actions")
        t.wait("the menu", lambda: "Disable timestamp-milliseconds" in t.screen())
        t.type("Convert to Unix seconds\n")

    fix()
    t.becomes("the fix changes its expression alone", t.fixed, k.text)
    t.becomes("the fix takes the finding away", [], starts)

    # The line's indentation comes by itself.
    k.goto(8, 1)
    t.type("O" + TYPED.strip())
    t.keys("Escape")
    t.becomes("what is typed quickly is there", with_line(t.fixed, 8, TYPED), k.text)
    t.becomes("its finding is where it should be", [f"8.{column_of(TYPED, 'Date.now()')}"], starts)
    k.undo_to(t.broken)
    t.becomes("undoing brings the text back", t.broken, k.text)
    t.becomes("undoing brings the finding back", [mistake], starts)
    fix()
    t.becomes("the fix can be applied again", t.fixed, k.text)
    t.becomes("the finding is away again", [], starts)
    k.command("write")
    t.becomes("the file is written", t.fixed, lambda: t.file(t.signup))

    k.goto(8, 1)
    t.type('Oawait cio.track(id, { data: { mood: "🎉" }, name: "tri')
    t.sees("the event of the other file is offered", "trial_started")
    t.keys("C-n")
    t.type('" });')
    t.keys("Escape")
    completed = '  await cio.track(id, { data: { mood: "🎉" }, name: "trial_started" });'
    t.becomes("the name is completed", with_line(t.fixed, 8, completed), k.text)
    k.undo_to(t.fixed)
    t.becomes("the text is as before", t.fixed, k.text)

    here = column_of(t.fixed.splitlines()[7], "signed_up")
    k.goto(8, here)
    k.command("lsp-references")
    t.sees("all places that send the event are found",
           *[rf"{name}:{line}:{at}:" for name, line, at in places(t, "signed_up")])
    k.command("delete-buffer")

    expected = [t.fixed.replace("signed_up", "account_created"),
                t.file(t.trial).replace("signed_up", "account_created")]
    k.goto(8, here)
    k.command("lsp-rename account_created")
    t.becomes("the event is renamed", expected[0], k.text)
    k.command("write-all")
    t.becomes("the event is renamed in both files", expected, lambda: [t.file(t.signup), t.file(t.trial)])

    k.command("quit")
    t.becomes("Kakoune quits", 0, t.ended)


Suite("kakoune").run(steps)
