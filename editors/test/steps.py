"""The session that every suite goes through, as far as its editor can."""

TYPED = '  await cio.track(id, { data: { mood: "🎉" }, name: "trial_ended", timestamp: Date.now() });'


def with_line(text, number, line):
    """The text with a line put before the one with this number."""
    lines = text.splitlines()
    return "\n".join(lines[: number - 1] + [line] + lines[number - 1 :]) + "\n"


def column_of(line, word, encoding="utf-8"):
    """The column of a word in a line, from one."""
    before = line[: line.index(word)]
    return 1 + {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2, "utf-32": len(before)}[encoding]


def places(t, word):
    """Where the project says a word: the file's name, the line, and the column in bytes, from one."""
    found = []
    for file in (t.signup, t.trial):
        for number, line in enumerate(t.file(file).splitlines(), 1):
            if word in line:
                found.append([file.name, number, column_of(line, word)])
    return found
