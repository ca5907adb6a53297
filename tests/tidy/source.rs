//! The files of the repository, and Rust code without its comments and texts.

use std::path::{Path, PathBuf};

/// A file of the repository.
pub struct File {
    /// Its path from the repository's root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The repository's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file, by its path from the root.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every text file below `folder` that git would track, sorted.
pub fn files(folder: &str) -> Vec<File> {
    let root = root();
    let mut walk = ignore::WalkBuilder::new(root.join(folder));
    walk.hidden(false).filter_entry(|entry| entry.file_name() != ".git");
    let entries = walk.build().filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|t| t.is_file()));
    let mut files: Vec<File> = entries.filter_map(|entry| text_file(&root, entry.path())).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn text_file(root: &Path, path: &Path) -> Option<File> {
    let text = String::from_utf8(std::fs::read(path).ok()?).ok()?;
    let path = path.strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
    Some(File { path, text })
}

/// The module of the crate that a file of `src/` belongs to: the `text` of `src/text/range.rs`. None for `lib.rs` and
/// `main.rs`, which are of no module.
pub fn module_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let module = inside.split('/').next()?;
    (!matches!(module, "lib" | "main")).then_some(module)
}

/// The code of a file that ships: without comments, without the contents of texts, and without unit tests. Lines stay
/// where they are.
pub fn code(file: &File) -> String {
    if file.path.ends_with("/tests.rs") {
        return String::new();
    }
    let shipped = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    without_comments_and_texts(shipped)
}

fn without_comments_and_texts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (skipped, shown) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), "")
        } else if rest.starts_with("r#\"") {
            (rest.find("\"#").map_or(rest.len(), |end| end + 2), "\"\"")
        } else if first == '"' {
            (end_of_text(rest), "\"\"")
        } else if rest.starts_with("'\"'") {
            (3, "' '")
        } else if rest.starts_with("'\\\"'") {
            (4, "' '")
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        out.push_str(shown);
        out.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
        rest = &rest[skipped..];
    }
    out
}

/// The length of the string literal that `text` begins with.
fn end_of_text(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn comments_and_texts_are_left_out() {
    let text = "use a; // use b\nlet s = \"use \\\" c\"; let q = '\"'; let r = r#\"use \"d\"\n\"#; use e;";
    assert_eq!(without_comments_and_texts(text), "use a; \nlet s = \"\"; let q = ' '; let r = \"\"\n; use e;");
}
