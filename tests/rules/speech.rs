//! How findings speak: what is wrong is a phrase, why is a sentence, help is an instruction, and all of it is plain English.

use customerio_ls::testing::finding::Finding;

#[path = "../support/english.rs"]
mod words;

/// The most characters of what is wrong: longer ones are cut off in lists of problems.
const LONGEST: usize = 120;

/// # Errors
/// With each part of the finding that reads badly.
pub fn check(finding: &Finding) -> Result<(), String> {
    let Finding { what, why, help, .. } = finding;
    let mut problems = Vec::new();
    let length = what.chars().count();
    if length > LONGEST {
        problems.push(format!("what is wrong takes {length} characters, and {LONGEST} at most: {what}"));
    }
    if outside_code(what).contains(": ") {
        problems.push(format!("the consequence belongs into `why`: {what}"));
    }
    for part in [Some(what), why.as_ref()].into_iter().flatten() {
        if part.ends_with('.') {
            problems.push(format!("no full stop at the end: {part}"));
        }
        if !begins_in_lower_case(part) {
            problems.push(format!("begin in lower case: {part}"));
        }
    }
    if let Some(help) = help.as_ref().filter(|help| !help.ends_with(['.', '?'])) {
        problems.push(format!("help ends with a full stop: {help}"));
    }
    let related = finding.related.iter().map(|related| &related.message);
    let titles = finding.fixes.iter().map(|fix| &fix.title);
    for part in [what].into_iter().chain(why).chain(help).chain(related).chain(titles) {
        problems.extend(words::faults(part).into_iter().map(|fault| format!("{fault}: {part}")));
    }
    match problems.is_empty() {
        true => Ok(()),
        false => Err(format!("[{}]\n{}", finding.rule, problems.join("\n"))),
    }
}

fn outside_code(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("…")
}

/// Returns whether a phrase begins in lower case, with code, or with a name (`TrackClient`, `Customer.io`, `EU`).
fn begins_in_lower_case(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| !c.is_whitespace()).collect();
    let mut rest = word.chars();
    let first = rest.next().unwrap_or_default();
    let is_name =
        rest.any(|c| c.is_uppercase() || c == '.') || word == "Node" || word == "Node.js" || word == "JavaScript";
    !first.is_uppercase() || is_name
}
