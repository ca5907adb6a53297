//! Files, and parts of files, that are made from the program. `BLESS=1` writes them; otherwise they are compared.

use crate::source::root;

/// Asserts that the file holds this text; writes it when blessing.
#[track_caller]
pub fn file(path: &str, wanted: &str) {
    let place = root().join(path);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(place.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&place, wanted).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let found = std::fs::read_to_string(&place).unwrap_or_default();
    assert!(
        found == wanted,
        "{path} is out of step: run `BLESS=1 cargo test --test tidy`\n{}",
        first_difference(&found, wanted)
    );
}

/// Asserts that between `<!-- NAME: begin … -->` and `<!-- NAME: end -->` of a Markdown file stands this text; writes it
/// when blessing.
#[track_caller]
pub fn part(path: &str, name: &str, wanted: &str) {
    let text = crate::source::read(path);
    let begin = text.find(&format!("<!-- {name}: begin")).unwrap_or_else(|| panic!("{path} has no part {name}"));
    let from = begin + text[begin..].find("-->\n").expect("the mark ends") + "-->\n".len();
    let to = from + text[from..].find(&format!("<!-- {name}: end -->")).expect("the part ends");
    file(path, &format!("{}\n{}\n\n{}", &text[..from], wanted.trim(), &text[to..]));
}

fn first_difference(found: &str, wanted: &str) -> String {
    let pairs = found.lines().map(Some).chain(std::iter::repeat(None)).zip(wanted.lines());
    for (index, (found, wanted)) in pairs.enumerate() {
        if found != Some(wanted) {
            return format!("line {}:\n  is     {}\n  should {wanted}", index + 1, found.unwrap_or("missing"));
        }
    }
    "it has lines too many".to_owned()
}
