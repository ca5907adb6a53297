#!/usr/bin/env python3
"""Kate, set up by the snippet of docs/editors.md, on a screen of its own.

Kate tells nothing of itself: what it does is read from its messages to the server and from the files that it saves.
Pictures of the screen are left in target/editors/kate.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test"))
from steps import column_of  # noqa: E402
from suite import LINE, MESSAGE, Suite  # noqa: E402


# In the line that has the emoji.
TYPED_BEHIND = ' await cio.track(id, { name: "trial_ended", timestamp: Date.now() });'


class Screen:
    """A display without a person, and the keys that are pressed on it."""

    def __init__(self, t):
        self.t = t
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            t.env["DISPLAY"] = f":{told.readline().strip()}"

    def run(self, *words):
        return subprocess.run(words, env=self.t.env, capture_output=True, text=True, check=False).stdout

    def focus(self, name):
        """Gives the keyboard to the window with this in its title: there is no window manager."""
        window = self.t.wait(f"the window {name}", lambda: self.run("xdotool", "search", "--onlyvisible", "--name", name).split())
        self.run("xdotool", "windowfocus", "--sync", window[-1])

    def keys(self, *names):
        """Presses keys by their names in X."""
        self.run("xdotool", "key", "--clearmodifiers", *names)

    def type(self, text):
        """Types a text quickly."""
        self.run("xdotool", "type", "--delay", "5", text)

    def picture(self, name):
        """Takes a picture of the screen."""
        self.run("scrot", "--overwrite", str(self.t.cache / f"{name}.png"))


def steps(t):
    settings = t.home / ".config/kate/lspclient"
    settings.mkdir(parents=True)
    (settings / "settings.json").write_text(t.snippet("Kate", "User Server Settings"), encoding="utf-8")
    # Else Kate asks first whether the server may be started.
    allowed = f"[lspclient]\nAllowedServerCommandLines={t.work}/bin/customerio-ls lsp\n"
    (t.home / ".config/katerc").write_text(f"[Kate Plugins]\nlspclientplugin=true\n{allowed}", encoding="utf-8")
    screen = Screen(t)
    try:
        session(t, screen)
    finally:
        screen.server.terminate()
        screen.server.wait()


def session(t, screen):
    column = column_of(t.broken.splitlines()[LINE - 1], "Date.now()", "utf-16")
    uri = t.signup.as_uri()

    def pushed():
        every = [message["params"] for message in t.said("server", "textDocument/publishDiagnostics")]
        return next((params["diagnostics"] for params in reversed(every) if params["uri"] == uri), None)

    def findings():
        return [[each["range"]["start"]["line"] + 1, each["range"]["start"]["character"] + 1] for each in pushed() or []]

    def windows():
        return screen.run("xdotool", "search", "--onlyvisible", "--name", ".*").split()

    t.start("dbus-run-session", "--", "kate", "--block", "--startanon", "--line", LINE, "--column", column + 2, t.signup)
    t.becomes("the finding is where it should be, after the emoji", [[LINE, column]], findings)
    t.check("it says what is wrong", pushed()[0]["message"].startswith(MESSAGE), pushed())
    screen.focus(t.signup.name)

    def fix():
        before = windows()
        screen.keys("alt+Return")
        t.wait("the menu", lambda: len(windows()) > len(before))
        screen.picture("menu")
        screen.keys("Down", "Return")

    fix()
    t.becomes("the fix takes the finding away", [], findings)
    screen.keys("ctrl+s")
    t.becomes("the fix changes its expression alone", t.fixed, lambda: t.file(t.signup))

    typed = t.fixed.replace("1000) });", "1000) });" + TYPED_BEHIND)
    line = typed.splitlines()[LINE - 1]
    screen.keys("End")
    screen.type(TYPED_BEHIND)
    screen.keys("Escape", "ctrl+s")
    t.becomes("what is typed quickly is there", typed, lambda: t.file(t.signup))
    second = [LINE, 1 + len(line[: line.rindex("Date.now()")].encode("utf-16-le")) // 2]
    t.becomes("its finding is where it should be", [second], findings)
    screen.picture("typed")
    for _ in range(60):
        before = t.file(t.signup)
        if before == t.broken:
            break
        screen.keys("ctrl+z", "ctrl+s")
        t.wait("a step back", lambda: t.file(t.signup) != before)
    t.becomes("undoing brings the text back", t.broken, lambda: t.file(t.signup))
    t.becomes("undoing brings the finding back", [[LINE, column]], findings)
    screen.picture("finding")
    screen.keys("ctrl+q")
    t.becomes("Kate quits", 0, t.ended)


Suite("kate").run(steps)
