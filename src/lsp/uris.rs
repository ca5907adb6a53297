//! The names of files on the wire. One file has many URIs (`+server.ts` and `%2Bserver.ts`, `c%3A` and `C:`, and `Use.ts`
//! and `use.ts` where the file system does not tell them apart): the server uses the spelling of the client, once it has
//! seen it, with those characters escaped that no URI may have.

use crate::disk::as_spelled;
use std::path::{Path, PathBuf};
use tower_lsp::lsp_types::Url;

/// The identity of a document, however the client spells its URI: `%5Bid%5D.ts` and `[id].ts`, `c%3A` and `C:`, and names
/// that the file system takes for one.
/// Symbolic links are not followed: a client that opens a file under two names has two buffers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DocumentKey(String);

impl DocumentKey {
    /// `None` for schemes that are not ours: only files and buffers that were never saved are. Asks the file system.
    pub fn of(uri: &Url) -> Option<Self> {
        match uri.scheme() {
            "file" => Some(Self(path_of(uri)?.to_str()?.to_owned())),
            "untitled" => Some(Self(uri.as_str().to_owned())),
            _ => None,
        }
    }

    /// The key by the text of the URI alone.
    pub fn as_written(uri: &Url) -> Option<Self> {
        match uri.scheme() {
            "file" => Some(Self(written_path_of(uri)?.to_str()?.to_owned())),
            "untitled" => Some(Self(uri.as_str().to_owned())),
            _ => None,
        }
    }

    /// The key of a file, by its absolute path, as its folders spell it.
    pub fn of_path(path: &Path) -> Option<Self> {
        Some(Self(path.to_str()?.to_owned()))
    }

    /// The path of a file; of a buffer that was never saved, one that no file has.
    pub fn as_path(&self) -> &Path {
        Path::new(&self.0)
    }
}

/// The path of a `file:` URI, with each name as its folder spells it: two URIs of one file have one path. Asks the file
/// system.
pub fn path_of(uri: &Url) -> Option<PathBuf> {
    written_path_of(uri).map(|path| as_spelled(&path))
}

/// The paths that something happened at, by the URI of one: as it is written, and as its folders spell it now. After
/// `Use.ts` has become `use.ts`, both are there where the file system does not tell them apart, and one has gone.
pub fn paths_of(uri: &Url) -> Vec<PathBuf> {
    let Some(written) = written_path_of(uri) else { return Vec::new() };
    let spelled = as_spelled(&written);
    // Paths are equal that differ in the case of a drive.
    if spelled == written { vec![written] } else { vec![written, spelled] }
}

/// The path of a `file:` URI as it is written there. A Windows drive letter comes out in upper case.
pub fn written_path_of(uri: &Url) -> Option<PathBuf> {
    if uri.scheme() != "file" || !goes_on(uri) {
        return None;
    }
    let path = uri.to_file_path().ok().filter(|path| path.is_absolute())?;
    let Some(text) = path.to_str() else { return Some(path) };
    let letter = text.trim_start_matches('/');
    match letter.as_bytes() {
        [drive, b':', ..] if drive.is_ascii_lowercase() => {
            let at = text.len() - letter.len();
            Some(PathBuf::from(format!("{}{}{}", &text[..at], drive.to_ascii_uppercase() as char, &text[at + 1..])))
        }
        _ => Some(path),
    }
}

/// Returns whether a `file:` URI names more than a drive or a host, where paths begin with these: that alone is no absolute
/// path, and `url` takes for granted that nobody asks.
fn goes_on(uri: &Url) -> bool {
    let share = || uri.path_segments().and_then(|mut names| names.next()).is_some_and(|name| !name.is_empty());
    let below_drive = || uri.path_segments().is_some_and(|names| names.count() > 1);
    !cfg!(windows) || if uri.host_str().is_some() { share() } else { below_drive() }
}

/// The URI that a client uses, with those characters escaped that RFC 3986 does not allow in a path and that `url` leaves
/// as they are.
pub fn allowed(uri: Url) -> Url {
    const ESCAPED: [(char, &str); 5] = [('[', "%5B"), (']', "%5D"), ('^', "%5E"), ('|', "%7C"), ('\\', "%5C")];
    if uri.scheme() != "file" || !uri.path().contains(ESCAPED.map(|(plain, _)| plain)) {
        return uri;
    }
    let path = ESCAPED.iter().fold(uri.path().to_owned(), |path, (plain, escaped)| path.replace(*plain, escaped));
    Url::parse(&format!("file://{}{path}", uri.host_str().unwrap_or_default())).unwrap_or(uri)
}

/// The URI of a file that the client never called by one: everything is escaped except the characters that every reader
/// of URIs keeps (letters, digits, `-._~/`), as VS Code does it. RFC 3986 asks for less, and `url` escapes less than
/// that.
pub fn of_path(path: &Path) -> Option<Url> {
    let plain = Url::from_file_path(path).ok()?;
    let escape = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' | b'/' | b'%' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    let escaped: String = plain.path().bytes().map(escape).collect();
    Url::parse(&format!("file://{}{escaped}", plain.host_str().unwrap_or_default())).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn escaped_as_vs_code_does_it() {
        for (path, uri) in [
            ("/p/src/a-b_c.d~1.ts", "file:///p/src/a-b_c.d~1.ts"),
            ("/p/routes/[id]/+page.ts", "file:///p/routes/%5Bid%5D/%2Bpage.ts"),
            ("/p/(group)/a b.ts", "file:///p/%28group%29/a%20b.ts"),
            ("/p/a|b^c\\d.ts", "file:///p/a%7Cb%5Ec%5Cd.ts"),
            ("/p/100%/a%20b.ts", "file:///p/100%25/a%2520b.ts"),
            ("/p/what?/c#.ts", "file:///p/what%3F/c%23.ts"),
            ("/p/übung/😀.ts", "file:///p/%C3%BCbung/%F0%9F%98%80.ts"),
            ("/p/a;b=c&d,e@f:g!$'*.ts", "file:///p/a%3Bb%3Dc%26d%2Ce%40f%3Ag%21%24%27%2A.ts"),
            ("/p/{a}\"<b>`.ts", "file:///p/%7Ba%7D%22%3Cb%3E%60.ts"),
        ] {
            let url = of_path(Path::new(path)).expect("a URI");
            assert_eq!(url.as_str(), uri);
            assert_eq!(path_of(&url).as_deref(), Some(Path::new(path)), "{uri}");
        }
    }

    #[test]
    fn every_spelling_is_the_same_file() {
        for spellings in [
            ["file:///p/[id]/+page.ts", "file:///p/%5Bid%5D/%2Bpage.ts", "file:///p/%5bid%5d/%2bpage.ts"],
            ["file:///p/(group)/a b.ts", "file:///p/%28group%29/a%20b.ts", "file://localhost/p/(group)/a%20b.ts"],
            ["file:///p/übung.ts", "file:///p/%C3%BCbung.ts", "file:///p/%c3%bcbung.ts"],
            ["file:///c:/p/a.ts", "file:///C%3A/p/a.ts", "file:///c%3a/p/a.ts"],
            ["file:///p/a|b.ts", "file:///p/a%7Cb.ts", "file:///p/./a%7Cb.ts"],
        ] {
            let key = |uri: &str| DocumentKey::of(&Url::parse(uri).expect("a URI")).expect("a file");
            assert_eq!(key(spellings[0]), key(spellings[1]));
            assert_eq!(key(spellings[0]), key(spellings[2]));
        }
    }
}
