//! Which module may know which. The table is the one in the crate's documentation, `src/lib.rs`; it says no more and no
//! less than the code does.

use crate::source::{code, files, module_of, read};
use std::collections::{BTreeMap, BTreeSet};

/// What of `rules` is metadata: free for those that the table allows "rules (metadata)".
const METADATA: [&str; 15] = [
    "CATEGORIES",
    "DOORS",
    "OTHERS",
    "Category",
    "FixAvailability",
    "OptionKind",
    "OptionMeta",
    "Preset",
    "Selector",
    "REPOSITORY",
    "RULES",
    "Rule",
    "RuleMeta",
    "SITE",
    "find",
];

/// The row of one module.
struct Row {
    /// Modules that it may know.
    may: BTreeSet<String>,
    /// Of these, those of which it may know the metadata only.
    metadata_only: BTreeSet<String>,
    /// Whether it said "all above": then it need not use each of them.
    all_above: bool,
}

/// The table, by module.
fn table() -> BTreeMap<String, Row> {
    let mut table = BTreeMap::new();
    let mut above = BTreeSet::new();
    for line in read("src/lib.rs").lines().filter_map(|line| line.strip_prefix("//! | ")) {
        let cells: Vec<&str> = line.trim_end_matches(" |").split(" | ").collect();
        let [module, _, may] = cells[..] else { continue };
        let module = module.trim_matches(['[', ']', '`']).to_owned();
        if module == "module" {
            continue;
        }
        let all_above = may.starts_with("all above");
        let mut row = Row { may: BTreeSet::new(), metadata_only: BTreeSet::new(), all_above };
        if all_above {
            row.may.clone_from(&above);
        }
        for word in may.split(", ").filter(|word| !matches!(*word, "-" | "all above")) {
            let name = word.trim_end_matches(" (metadata)");
            row.may.insert(name.to_owned());
            if name != word {
                row.metadata_only.insert(name.to_owned());
            }
        }
        above.insert(module.clone());
        table.insert(module, row);
    }
    table
}

/// Returns what each module uses of the others: (module, other, item, file).
fn uses() -> Vec<(String, String, String, String)> {
    let mut uses = Vec::new();
    for file in files("src") {
        let Some(module) = module_of(&file.path) else { continue };
        let code = code(&file);
        for (other, item) in paths(&code) {
            if other == module {
                continue;
            }
            // A module that is named as a whole is used by its short name.
            let items = if matches!(item.as_str(), "" | "self") { items_of(&code, &other) } else { vec![item] };
            uses.extend(items.into_iter().map(|item| (module.to_owned(), other.clone(), item, file.path.clone())));
        }
    }
    uses
}

/// The names that a code takes out of a module by the module's short name: `find` of `rules::find(id)`.
fn items_of(code: &str, module: &str) -> Vec<String> {
    let short = format!("{module}::");
    let mut items = Vec::new();
    for (index, _) in code.match_indices(&short) {
        let inside_a_name = code[..index].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'));
        if !inside_a_name {
            items.extend(expand(&code[index + short.len()..]).into_iter().take(1));
        }
    }
    items
}

/// The paths from the crate's root in a code: module and the name after it (or nothing).
fn paths(code: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (index, _) in code.match_indices("crate::") {
        for path in expand(&code[index + "crate::".len()..]) {
            let mut names = path.split("::");
            let module = names.next().unwrap_or_default().to_owned();
            out.push((module, names.next().unwrap_or_default().to_owned()));
        }
    }
    out
}

/// The paths that a use tree stands for, as far as two names deep: `a::{b, c::d}` gives `a::b` and `a::c`.
fn expand(tree: &str) -> Vec<String> {
    if let Some(group) = tree.strip_prefix('{') {
        return split_group(group).into_iter().flat_map(expand).collect();
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    if name.is_empty() {
        return Vec::new();
    }
    match rest.strip_prefix("::") {
        Some(inner) => {
            let inner = expand(inner);
            if inner.is_empty() {
                return vec![name.to_owned()];
            }
            inner.into_iter().map(|path| format!("{name}::{path}")).collect()
        }
        None => vec![name.to_owned()],
    }
}

/// The members of a group, of which the opening brace is gone.
fn split_group(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut members = Vec::new();
    for (index, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' => {
                members.push(group[start..index].trim());
                break;
            }
            ',' if depth == 0 => {
                members.push(group[start..index].trim());
                start = index + 1;
            }
            _ => {}
        }
    }
    members
}

#[test]
fn use_trees_are_understood() {
    let of = |code| paths(code).into_iter().map(|(a, b)| format!("{a}.{b}")).collect::<Vec<_>>();
    assert_eq!(of("use crate::text::TextRange;"), ["text.TextRange"]);
    assert_eq!(
        of("use crate::{model::Model, rules, syntax::{A, b::C}};"),
        ["model.Model", "rules.", "syntax.A", "syntax.b"]
    );
    assert_eq!(of("crate::disk::lowest(x) + crate::lsp::run()"), ["disk.lowest", "lsp.run"]);
    assert_eq!(of("use crate::rules::{\n    self, RULES,\n};"), ["rules.self", "rules.RULES"]);
    assert_eq!(items_of("let a = rules::find(x); other::rules::run(); rules::RULES", "rules"), ["find", "RULES"]);
}

#[test]
fn every_module_stands_in_the_table() {
    let modules: BTreeSet<String> =
        files("src").iter().filter_map(|file| module_of(&file.path).map(str::to_owned)).collect();
    let rows: BTreeSet<String> = table().into_keys().collect();
    assert_eq!(modules, rows, "the modules in src/ and the rows of the table in src/lib.rs");
}

#[test]
fn no_module_knows_more_than_it_may() {
    let table = table();
    let mut problems = Vec::new();
    for (module, other, item, path) in uses() {
        let Some(row) = table.get(&module) else { continue };
        if !row.may.contains(&other) {
            problems.push(format!("{path}: `{module}` may not use `{other}` (the table is in src/lib.rs)"));
        } else if row.metadata_only.contains(&other) && !METADATA.contains(&item.as_str()) {
            problems.push(format!("{path}: of `{other}`, `{module}` may use the metadata only, not `{item}`"));
        }
    }
    problems.sort();
    problems.dedup();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn the_table_allows_nothing_that_nobody_uses() {
    let uses: BTreeSet<(String, String)> = uses().into_iter().map(|(module, other, _, _)| (module, other)).collect();
    let mut problems = Vec::new();
    for (module, row) in table().into_iter().filter(|(_, row)| !row.all_above) {
        for other in row.may {
            if !uses.contains(&(module.clone(), other.clone())) {
                problems.push(format!("`{module}` does not use `{other}`: take it out of the table in src/lib.rs"));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
