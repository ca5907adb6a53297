"""What the suites of the editors share.

A suite starts a real editor in a terminal (tmux) with a snippet of docs/editors.md as it is printed there, presses keys,
and reads what the editor itself knows: each suite has the editor write that as JSON to the file `self.state_file`.
The `customerio-ls` on PATH records what is said, so that at the end every message is held to the protocol.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Generous: a condition is met at once on any machine, or never.
LIMIT = float(os.environ.get("E2E_LIMIT_S", "60"))
# The expression after the emoji, its line, and its column in code points, UTF-16 code units and bytes, from zero.
MISTAKE, LINE, COLUMN = "created_at: Date.now()", 7, {"utf-32": 50, "utf-16": 51, "utf-8": 53}
MESSAGE = "`created_at` is in milliseconds, not seconds"
FIXED = "created_at: Math.floor(Date.now() / 1000)"


class Ended(Exception):
    """Waited in vain for what the rest of a session needs."""


def shown(screen):
    """A screen without its empty lines."""
    return "\n".join(line.rstrip() for line in screen.splitlines() if line.strip() not in ("", "~"))


class Suite:
    """One editor with its project, and the checks that were made so far."""

    def __init__(self, name, extension="ts"):
        self.name = name
        self.passed = self.failed = 0
        self.server = Path(os.environ.get("E2E_SERVER") or ROOT / "target/debug/customerio-ls")
        self.recorder = ROOT / "target/debug/examples/session-recorder"
        for program in (self.server, self.recorder):
            if not os.access(program, os.X_OK):
                sys.exit(f"No program at {program}: run 'cargo build --bins --example session-recorder' first.")
        self.cache = ROOT / "target/editors" / name
        self.cache.mkdir(parents=True, exist_ok=True)
        self.work = Path(tempfile.mkdtemp(prefix="session.", dir=self.cache))
        # Sockets have short names.
        self.runtime = Path(tempfile.mkdtemp(prefix="e2e."))
        self.home = self.work / "home"
        self.home.mkdir()
        self.state_file = self.work / "state.json"
        self.project = self.work / "shop"
        shutil.copytree(ROOT / "editors/test/shop", self.project)
        for file in list((self.project / "src").iterdir()):
            file.rename(file.with_suffix(f".{extension}"))
        # Editors look for the root of a project where its history is.
        subprocess.run(["git", "init", "--quiet", self.project], check=True)
        self.signup = self.project / f"src/signup.{extension}"
        self.trial = self.project / f"src/trial.{extension}"
        self.broken = self.signup.read_text(encoding="utf-8")
        self.fixed = self.broken.replace(MISTAKE, FIXED)
        assert self.fixed != self.broken and self.broken.splitlines()[LINE - 1].index("Date.now") == COLUMN["utf-32"]
        # What the snippets name `customerio-ls` is the server, listened to. Each start has a log of its own.
        bin_folder = self.work / "bin"
        bin_folder.mkdir()
        shim = bin_folder / "customerio-ls"
        quoted = [shlex.quote(str(path)) for path in (self.recorder, self.work / "log", self.server)]
        # An editor that ends with a signal also closes the connection: the recorder lives to see how the server takes it.
        shim.write_text(
            "#!/bin/sh\ntrap '' HUP INT TERM\n"
            + 'case "$1" in lsp) exec {0} record {1}-$$.jsonl {2} "$@";; esac\nexec {2} "$@"\n'.format(*quoted)
        )
        shim.chmod(0o755)
        kept = ("PATH", "LIBRARY_PATH", "DISPLAY", "SSL_CERT_FILE")
        self.env = {key: os.environ[key] for key in kept if key in os.environ}
        self.env.update(
            PATH=f"{bin_folder}:{self.env['PATH']}",
            HOME=str(self.home),
            XDG_CONFIG_HOME=str(self.home / ".config"),
            XDG_DATA_HOME=str(self.home / ".local/share"),
            XDG_STATE_HOME=str(self.home / ".local/state"),
            XDG_CACHE_HOME=str(self.home / ".cache"),
            XDG_RUNTIME_DIR=str(self.runtime),
            LANG="C.UTF-8",
            LC_ALL="C.UTF-8",
            E2E_STATE=str(self.state_file),
        )
        self.tmux_socket = self.runtime / "tmux"

    # What is tested

    def snippet(self, heading, intro):
        """The fenced block of docs/editors.md below a heading, the first after the line that contains `intro`."""
        text = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
        section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
        if section is None:
            raise Ended(f"docs/editors.md has no section {heading}")
        _, found, rest = section[1].partition(intro)
        block = re.search(r"^```\w+\n(.*?)^```$", rest, re.M | re.S)
        if not found or block is None:
            raise Ended(f"docs/editors.md has no block after {intro!r}")
        return block[1]

    # The terminal

    def _tmux(self, *words):
        done = subprocess.run(["tmux", "-S", str(self.tmux_socket), "-f", "/dev/null", *words],
                              capture_output=True, text=True, env=self.env, check=False)
        return done.stdout

    def start(self, *command):
        """Runs a program in a terminal of 160 by 50; what it writes to standard error goes to a file."""
        words = " ".join(shlex.quote(str(word)) for word in command)
        self._tmux("new-session", "-d", "-x", "160", "-y", "50", "-c", str(self.project),
                   f"{words}; echo $? >{shlex.quote(str(self.work / 'code'))}")
        self._tmux("set-option", "-g", "escape-time", "0")

    def keys(self, *names):
        """Presses keys by their names in tmux: `Escape`, `C-x`, `Enter`."""
        self._tmux("send-keys", *names)

    def type(self, text):
        """Types a text, a key after the other without a pause; a line break is the return key."""
        for part in re.split(r"(\n)", text):
            if part == "\n":
                self.keys("Enter")
            elif part:
                # At the end of an argument it would separate commands of tmux.
                self._tmux("send-keys", "-l", "--", part[:-1] + "\\;" if part.endswith(";") else part)

    def screen(self):
        """What the terminal shows."""
        return self._tmux("capture-pane", "-p")

    def ended(self):
        """The exit code of the program, once it has ended."""
        code = self.work / "code"
        return int(code.read_text()) if code.exists() and code.read_text().strip() else None

    # What the editor knows

    def state(self):
        """What the editor wrote last of itself."""
        try:
            return json.loads(self.state_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def said(self, side=None, method=None):
        """The messages so far, of a side or with a method."""
        messages = []
        for log in self.logs():
            for line in log.read_text(encoding="utf-8").splitlines():
                try:
                    entry = json.loads(line)
                except ValueError:
                    continue  # It is being written.
                message = entry.get("message", {})
                if entry.get("from") == (side or entry.get("from")) and message.get("method") == (method or message.get("method")):
                    messages.append(message)
        return messages

    def logs(self):
        """The logs of all servers that were started."""
        return sorted(self.work.glob("log-*.jsonl"))

    # Checks

    def check(self, name, fine, detail=""):
        """Notes one check."""
        if fine:
            self.passed += 1
            print(f"  ok    {name}", flush=True)
        else:
            self.failed += 1
            print(f"  FAIL  {name}\n{detail}", flush=True)
        return fine

    def becomes(self, name, expected, actual):
        """Waits until `actual()` is `expected`, and notes it; what is there at the end of the time is shown."""
        deadline = time.monotonic() + LIMIT
        while (last := actual()) != expected and time.monotonic() < deadline:
            time.sleep(0.05)
        if last == expected:
            return self.check(name, True)
        return self.check(name, False, f"expected: {expected!r}\nactual:   {last!r}\n{shown(self.screen())}")

    def sees(self, name, *patterns):
        """Waits until the terminal shows what matches all patterns, spaces being all alike, and notes it."""
        def there():
            flat = " ".join(self.screen().split())
            return all(re.search(pattern, flat) for pattern in patterns)

        deadline = time.monotonic() + LIMIT
        while not (fine := there()) and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.check(name, fine, f"in vain for {patterns}:\n{shown(self.screen())}")

    def wait(self, what, get):
        """Waits for a value; its absence ends the session."""
        deadline = time.monotonic() + LIMIT
        while not (value := get()):
            if time.monotonic() > deadline:
                raise Ended(f"waited in vain for {what}; the terminal shows\n{shown(self.screen())}")
            time.sleep(0.05)
        return value

    def file(self, path):
        """The text of a file on disk."""
        return path.read_text(encoding="utf-8")

    def run(self, steps):
        """Runs the steps, holds what was said to the protocol, and exits with the verdict."""
        print(f"{self.name}:", flush=True)
        try:
            steps(self)
        except Exception:  # pylint: disable=broad-except
            self.check("the session ran to its end", False, traceback.format_exc())
        self._tmux("kill-server")
        shutil.rmtree(self.runtime, ignore_errors=True)
        logs = self.logs()
        if self.check("the editor started the server", bool(logs)):
            # A server that was left alone ends by itself when it sees that its editor is gone.
            deadline = time.monotonic() + LIMIT
            while time.monotonic() < deadline and any(os.path.exists(f"/proc/{log.stem.split('-')[1]}") for log in logs):
                time.sleep(0.05)
            judged = subprocess.run([self.recorder, "judge", *logs], capture_output=True, text=True, check=False)
            print(judged.stdout, end="")
            self.check("every message of the server is one of the protocol", judged.returncode == 0, judged.stderr)
        if self.failed:
            print(f"What was said and written is in {self.work}")
        else:
            shutil.rmtree(self.work)
        print(f"{self.name}: {self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(bool(self.failed))
