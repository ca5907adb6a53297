//! Declarations with `using`.

use super::{Patch, is_part_of_name};
use memchr::memmem;

/// The declarations with `using` that the grammar may not know, read as `const`; and a variable with that name, which
/// it may mistake for the beginning of one, read as another name.
pub(super) fn declarations(text: &str) -> Vec<Patch> {
    let mut patches = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "using") {
        let (before, behind) = (&text[..at], &text[at + "using".len()..]);
        if before.ends_with(is_part_of_name) || behind.starts_with(is_part_of_name) {
            continue;
        }
        if !declares(behind) {
            patches.push((at, &b"usinG"[..]));
            continue;
        }
        if let Some(start) = before.trim_end().strip_suffix("await").filter(|it| !it.ends_with(is_part_of_name)) {
            patches.push((start.len(), &b"     "[..]));
        }
        patches.push((at, &b"const"[..]));
    }
    patches
}

/// Returns whether a name follows that gets a value: `using` before another name is nothing else.
fn declares(behind: &str) -> bool {
    let name = behind.trim_start_matches([' ', '\t']);
    let rest = name.trim_start_matches(is_part_of_name);
    if name.len() == behind.len() || rest.len() == name.len() || name.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let rest = rest.trim_start();
    let is_of = || rest.strip_prefix("of").is_some_and(|rest| !rest.starts_with(is_part_of_name));
    rest.starts_with(':') || (rest.starts_with('=') && !rest.starts_with("==")) || is_of()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::reading::read;

    #[test]
    fn using_is_a_declaration_before_a_name_with_a_value() {
        let read = |text: &str| read(text, declarations(text));
        assert_eq!(read("for (using x of y)"), "for (const x of y)");
        assert_eq!(read("for (await using x of y)"), "for (      const x of y)");
        assert_eq!(read("for (using of of y)"), "for (const of of y)");
        assert_eq!(read("using a: A = b();"), "const a: A = b();");
        for text in ["for (using of y)", "using = 1", "using(x)", "a.using == b", "reusing x = 1", "using x == 1"] {
            let name = if text.starts_with("reusing") { text.to_owned() } else { text.replace("using", "usinG") };
            assert_eq!(read(text), name);
        }
    }
}
