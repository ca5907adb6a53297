//! The shop application shows every rule: its comments name the findings of each file, and nothing else is found.

use crate::fixture::project_findings;
use customerio_ls::testing::rules::{self, Preset};
use customerio_ls::testing::settings::{Editor, Loader, Settings};
use customerio_ls::testing::syntax::Language;
use libtest_mimic::Failed;

/// What only a whole project can show that does something nowhere: the shop sends addresses.
const NOT_IN_THE_SHOP: &[&str] = &["missing-email"];

pub fn check() -> Result<(), Failed> {
    let (mut shown, mut failures) = (legacy()?, Vec::new());
    shown.extend(courses()?);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crate::root().join("shop/src"))? {
        let path = entry?.path();
        if Language::of_path(&path).is_some() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push((format!("/src/{name}"), std::fs::read_to_string(&path)?));
        }
    }
    files.sort();
    let project: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let environment = [("/.env".to_owned(), std::fs::read_to_string(crate::root().join("shop/.env.example"))?)];
    // What its package.json asks for.
    let settings =
        Settings { preset: Some(Preset::All), sdk_version: Some(semver::Version::new(5, 2, 0)), ..Settings::default() };
    for ((path, text), found) in files.iter().zip(project_findings(&project, &environment, &settings)) {
        let mut named = named_in_comments(text);
        let mut found: Vec<&str> = found.iter().map(|f| f.rule).collect();
        // What only some projects want is shown by the files that name it.
        found.retain(|rule| is_recommended(rule) || named.contains(rule));
        named.sort_unstable();
        found.sort_unstable();
        if named != found {
            failures.push(format!("{path}: its comments name {named:?}, found are {found:?}"));
        }
        shown.extend(found);
    }
    // What is wrong with comments shows nothing of Customer.io.
    let of_the_sdk = rules::RULES.iter().filter(|rule| rule.meta.category != "suppressions");
    for rule in of_the_sdk.filter(|rule| !shown.contains(&rule.meta.id) && !NOT_IN_THE_SHOP.contains(&rule.meta.id)) {
        failures.push(format!("the shop does not show {}", rule.meta.id));
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

/// Returns what is found in the part of the shop that runs on an old version: what the comments of its code name, which
/// speak for its package.json, too.
fn legacy() -> Result<Vec<&'static str>, Failed> {
    let read = |name: &str| std::fs::read_to_string(crate::root().join("shop/legacy").join(name));
    let (code, manifest) = (read("worker.js")?, read("package.json")?);
    let settings =
        Settings { preset: Some(Preset::All), sdk_version: Some(semver::Version::new(4, 4, 0)), ..Settings::default() };
    let files = [("/worker.js", code.as_str()), ("/package.json", manifest.as_str())];
    let found = project_findings(&files, &[], &settings).into_iter().flatten();
    let mut found: Vec<&str> = found.map(|finding| finding.rule).collect();
    let mut named = named_in_comments(&code);
    named.sort_unstable();
    found.sort_unstable();
    if named == found {
        Ok(found)
    } else {
        Err(format!("the old shop: {named:?} are named, found are {found:?}").into())
    }
}

/// Returns what is found in the part of the shop whose settings list what the account has: what the comments of its
/// code name.
fn courses() -> Result<Vec<&'static str>, Failed> {
    let path = crate::root().join("shop/courses/courses.ts");
    let code = std::fs::read_to_string(&path)?;
    let loaded = Loader::new().load(Some(&path), &Editor::default());
    if let Some(problem) = loaded.problems.first() {
        return Err(problem.to_string().into());
    }
    let found = project_findings(&[("/courses.ts", code.as_str())], &[], &loaded.settings);
    let mut found: Vec<&str> = found.into_iter().flatten().map(|finding| finding.rule).collect();
    let mut named = named_in_comments(&code);
    found.retain(|rule| is_recommended(rule) || named.contains(rule));
    named.sort_unstable();
    found.sort_unstable();
    if named == found {
        Ok(found)
    } else {
        Err(format!("the courses: {named:?} are named, found are {found:?}").into())
    }
}

fn is_recommended(rule: &str) -> bool {
    rules::find(rule).is_some_and(|rule| rule.meta.preset == Preset::Recommended)
}

/// The ids of rules in the comments of a text: `// wrong-api-key, credential-shared-between-clients`.
fn named_in_comments(text: &str) -> Vec<&'static str> {
    let comments = text.lines().filter_map(|line| line.split_once("// ")).map(|(_, comment)| comment);
    let words =
        comments.flat_map(|c| c.split(|ch: char| !ch.is_ascii_lowercase() && !ch.is_ascii_digit() && ch != '-'));
    words.filter_map(|word| rules::find(word).map(|rule| rule.meta.id)).collect()
}
