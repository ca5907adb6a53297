//! Bounds: every constant that bounds something stands in `docs/bounds.md` with its value, and, where it cuts something
//! off, with a test that exists.

use crate::source::{code, files, read};
use std::collections::{BTreeMap, BTreeSet};

/// The words that names of bounds begin with.
const WORDS: [&str; 9] =
    ["MAX", "MOST", "LONGEST", "DEEPEST", "FURTHEST", "PATIENCE", "TIMEOUT", "DEADLINE", "AT_ONCE"];

/// The bounds of an evaluation that are no constants.
const FIELDS: [&str; 6] = ["elements", "entries", "text", "grown", "calls", "ways"];

/// The bounds of the code: file and name, and the value as it is written.
fn bounds() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for file in files("src") {
        let (code, path) = (code(&file), file.path.trim_start_matches("src/"));
        for (name, value) in code.lines().filter_map(constant) {
            all.insert(format!("`{path}` `{name}`"), value.to_owned());
        }
        for field in FIELDS.iter().filter(|_| path == "eval/bounds.rs") {
            let value =
                |line: &str| line.trim().strip_prefix(&format!("{field}: "))?.strip_suffix(',').map(str::to_owned);
            let set = code.lines().filter_map(value).find(|value| number(value).is_some());
            all.insert(format!("`{path}` `{field}`"), set.unwrap_or_else(|| panic!("{field} is no bound any more")));
        }
    }
    all
}

/// The name and the value of a constant that bounds something.
fn constant(line: &str) -> Option<(&str, &str)> {
    let (before, rest) = line.trim().split_once("const ")?;
    let (name, rest) = rest.split_once(": ").filter(|_| before.is_empty() || before.starts_with("pub"))?;
    // A list of words bounds nothing.
    let (_, value) = rest.split_once(" = ").filter(|(ty, _)| !ty.starts_with('&'))?;
    let is_bound = WORDS.iter().any(|word| name == *word || name.starts_with(&format!("{word}_")));
    is_bound.then(|| (name, value.trim_end_matches(';')))
}

/// The number that a value is: `1 << 16`, `4 * 1024`, `1_000.0`, `Duration::from_secs(2)`.
fn number(value: &str) -> Option<f64> {
    let value = value.trim();
    if let Some((a, b)) = value.split_once(" << ") {
        return Some(number(a)? * 2_f64.powf(number(b)?));
    }
    if let Some((a, b)) = value.split_once(" * ") {
        return Some(number(a)? * number(b)?);
    }
    let inner = value.strip_prefix("Duration::from_").and_then(|it| it.split_once('('));
    inner.map_or(value, |(_, inner)| inner.trim_end_matches(')')).replace('_', "").parse().ok()
}

/// The number that a table shows: `1,000`, `4 MiB`, `60 s`.
fn shown(value: &str) -> Option<f64> {
    let (value, unit) = match value.strip_suffix(" MiB") {
        Some(value) => (value, 1024.0 * 1024.0),
        None => (value.trim_end_matches(" ms").trim_end_matches(" s"), 1.0),
    };
    Some(value.replace(',', "").parse::<f64>().ok()? * unit)
}

/// The names of all functions that run as tests.
fn tests() -> BTreeSet<String> {
    let all = files("tests").into_iter().chain(files("src")).filter(|file| file.path.ends_with(".rs"));
    all.flat_map(|file| run_as_tests(&file.text)).collect()
}

/// The names of the functions behind `#[test]` and its like, over other attributes.
fn run_as_tests(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_test = false;
    for line in code.lines().map(str::trim) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if let Some(function) = line.trim_start_matches("async ").strip_prefix("fn ") {
            names.extend(function.split('(').next().filter(|_| is_test).map(str::to_owned));
            is_test = false;
        }
    }
    names
}

#[test]
fn every_bound_is_listed_with_its_value_and_its_test() {
    let (bounds, tests, page) = (bounds(), tests(), read("docs/bounds.md"));
    assert!(bounds.len() > 100, "the bounds are found");
    let (tables, list) = page.split_once("## Speed and shapes").expect("a section");
    let mut wrong = Vec::new();
    let mut listed: BTreeSet<String> = BTreeSet::new();
    for row in tables.lines().filter(|line| line.starts_with("| ") && line.contains(".rs`")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let (key, value, test) = (cells[1], cells[2], cells[cells.len() - 1].trim_matches('`'));
        listed.insert(key.to_owned());
        match bounds.get(key).map(|value| number(value)) {
            None => wrong.push(format!("{key} is not in the code")),
            Some(actual) if actual.is_none() || actual != shown(value) => {
                wrong.push(format!("{key} is {actual:?}, not {value}"));
            }
            Some(_) => {}
        }
        if !tests.contains(test) {
            wrong.push(format!("{key}: there is no test `{test}`"));
        }
    }
    for line in list.lines().filter_map(|line| line.strip_prefix("- ")) {
        let (key, value) = line.split_once("): ").and_then(|(line, _)| line.split_once(" (")).unwrap_or((line, ""));
        listed.insert(key.to_owned());
        match bounds.get(key).map(|value| number(value)) {
            None => wrong.push(format!("{key} is not in the code")),
            Some(actual) if actual.is_none() || actual != shown(value) => {
                wrong.push(format!("{key} is {actual:?}, not {value}"));
            }
            Some(_) => {}
        }
    }
    let missing = bounds.keys().filter(|key| !listed.contains(*key));
    wrong.extend(missing.map(|key| format!("{key} is not in docs/bounds.md")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bounds_are_found() {
    assert_eq!(constant("pub(super) const MAX_A: u32 = 1 << 4;"), Some(("MAX_A", "1 << 4")));
    assert_eq!(constant("    const MOST: Duration = from_secs(60);"), Some(("MOST", "from_secs(60)")));
    assert_eq!((constant("const FEW: u32 = 4;"), constant("const MOST_A: &[&str] = &[];")), (None, None));
    assert_eq!(number("20 * 1024 * 1024"), shown("20 MiB"));
    assert_eq!(number("Duration::from_secs(60)"), shown("60 s"));
    let code = "fn a() {}\n#[test]\n#[cfg(unix)]\nfn b() {}\nfn c() {}\n#[tokio::test]\nasync fn d() {}";
    assert_eq!(run_as_tests(code), ["b", "d"]);
    assert_eq!((number("1 << 16"), number("1_000.0")), (shown("65,536"), shown("1,000")));
}
