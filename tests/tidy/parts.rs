//! Which part of a room may use which. The table is the one in the documentation of the room, its `mod.rs`; it says no
//! more and no less than the code does, and a part uses only parts above it. The room's own `mod.rs` puts the parts
//! together, and may use each of them.

use crate::circles::{Modules, definer, read};
use crate::source::{files, read as text};
use std::collections::{BTreeMap, BTreeSet};

/// The rooms that have such a table.
const ROOMS: [&str; 3] = ["eval", "model", "lsp"];

/// A row of a table.
struct Part {
    name: String,
    /// The files and folders in it, by their names in the room.
    members: Vec<String>,
    may: BTreeSet<String>,
}

/// The table of a room: `| part | purpose | may use |`, or with the files of a part that is not one file or folder:
/// `| part | files | purpose | may use |`.
fn table(documentation: &str) -> Vec<Part> {
    let rows = documentation.lines().filter_map(|line| line.strip_prefix("//! | "));
    let cells = rows.map(|row| row.trim_end_matches(" |").split(" | ").collect::<Vec<_>>());
    let plain = |cell: &str| cell.replace(['[', ']', '`'], "");
    let list = |cell: &str| plain(cell).split(", ").filter(|it| *it != "-").map(str::to_owned).collect::<Vec<_>>();
    cells
        .filter(|cells| cells[0] != "part")
        .filter_map(|cells| {
            let (name, members, may) = match cells[..] {
                [name, _, may] => (plain(name), list(name), may),
                [name, members, _, may] => (plain(name), list(members), may),
                _ => return None,
            };
            Some(Part { name, members, may: list(may).into_iter().collect() })
        })
        .collect()
}

/// What is wrong with a room: its table against its code.
fn problems(room: &str, documentation: &str, modules: &Modules) -> Vec<String> {
    let table = table(documentation);
    let part_of = |path: &[String]| {
        let inside = path.get(1..).filter(|_| path[0] == room).filter(|inside| !inside.is_empty())?;
        // A file of a folder may be of another part than the rest of the folder.
        (1..=inside.len()).rev().find_map(|length| {
            let name = inside[..length].join("/");
            table.iter().position(|part| part.members.contains(&name))
        })
    };
    let mut problems = Vec::new();
    let mut used: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (path, module) in modules.iter().filter(|(path, _)| path[0] == room && path.len() > 1) {
        let Some(part) = part_of(path) else {
            problems.push(format!("{}: it stands in no part", module.file));
            continue;
        };
        let own = module.uses.iter().chain(module.handed_on.values());
        for target in own.filter_map(|used| definer(modules, used, 8)).filter_map(|target| part_of(target)) {
            if target == part {
                continue;
            }
            used.entry(part).or_default().insert(target);
            if target > part {
                let (low, high) = (&table[part].name, &table[target].name);
                problems.push(format!("{}: `{low}` may not use `{high}`, which stands below it", module.file));
            } else if !table[part].may.contains(&table[target].name) {
                let (part, other) = (&table[part].name, &table[target].name);
                problems.push(format!("{}: `{part}` may not use `{other}`", module.file));
            }
        }
    }
    for (at, part) in table.iter().enumerate() {
        for name in &part.may {
            let target = table.iter().position(|other| other.name == *name);
            if target.is_none_or(|target| !used.get(&at).is_some_and(|used| used.contains(&target))) {
                problems.push(format!("`{}` does not use `{name}`: take it out of the table", part.name));
            }
        }
        for member in &part.members {
            let path: Vec<String> = [room].into_iter().chain(member.split('/')).map(str::to_owned).collect();
            if !modules.contains_key(&path) {
                problems.push(format!("`{member}` of `{}` is no file", part.name));
            }
        }
    }
    problems.sort();
    problems.dedup();
    problems
}

#[test]
fn parts_use_what_their_rooms_say() {
    let modules = read(&files("src"));
    for room in ROOMS {
        let file = format!("src/{room}/mod.rs");
        let problems = problems(room, &text(&file), &modules);
        assert!(problems.is_empty(), "the table in {file} and the code:\n{}", problems.join("\n"));
    }
}

/// The files that add methods to the model itself, beside its `mod.rs`.
const OF_THE_MODEL: [&str; 3] = ["arguments/questions", "evaluation_stops", "traces"];

#[test]
fn the_model_is_asked_by_subject() {
    let room: Vec<_> = files("src/model").into_iter().filter(|file| file.path != "src/model/mod.rs").collect();
    let name = |path: &str| path.trim_start_matches("src/model/").trim_end_matches(".rs").to_owned();
    let adds =
        room.iter().filter(|file| file.text.lines().any(|line| line.starts_with("impl") && line.contains(" Model<")));
    let adds: BTreeSet<String> = adds.map(|file| name(&file.path)).collect();
    assert_eq!(adds, OF_THE_MODEL.map(str::to_owned).into(), "these add methods to the model instead of an object");
    let here = text("src/model/mod.rs");
    let subjects =
        room.iter().map(|file| name(&file.path)).filter(|name| name.ends_with("/questions") && !adds.contains(name));
    let subjects: Vec<String> = subjects.map(|name| name.replace("/questions", "")).collect();
    let unasked: Vec<&String> =
        subjects.iter().filter(|subject| !here.contains(&format!("    pub fn {subject}(&self) -> "))).collect();
    assert!(subjects.len() > 10, "the questions are found: {subjects:?}");
    assert!(unasked.is_empty(), "the model has no method that leads to the questions of {unasked:?}");
}

#[test]
fn what_a_table_does_not_say_is_found() {
    let file = |path: &str, text: &str| crate::source::File { path: path.to_owned(), text: text.to_owned() };
    let modules = read(&[
        file("src/a/mod.rs", "mod low; mod mid; mod top; pub use low::Low;"),
        file("src/a/low.rs", "pub struct Low;"),
        file("src/a/mid.rs", "use super::Low; use crate::a::top::Top; pub struct Mid;"),
        file("src/a/top.rs", "use super::mid::Mid; pub struct Top;"),
        file("src/a/lost.rs", ""),
    ]);
    let table = "//! | part | purpose | may use |\n//! |---|---|---|\n//! | `low` | x | - |\n//! | `mid` | x | low |\n\
                 //! | `top` | x | low |\n";
    assert_eq!(
        problems("a", table, &modules),
        [
            "`top` does not use `low`: take it out of the table",
            "src/a/lost.rs: it stands in no part",
            "src/a/mid.rs: `mid` may not use `top`, which stands below it",
            "src/a/top.rs: `top` may not use `mid`",
        ]
    );
}
