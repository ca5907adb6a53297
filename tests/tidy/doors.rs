//! One door to files on disk: what reads a name in another way waits for a FIFO without end.

use crate::source::{code, files};

/// What reads a file from its name, beside `disk`.
const OTHER_DOORS: &[&str] = &["fs::read(", "fs::read_to_string(", "File::open("];

#[test]
fn files_are_read_through_one_door() {
    let found: Vec<String> = files("src")
        .iter()
        .filter(|file| file.path.ends_with(".rs") && !file.path.starts_with("src/disk/"))
        .flat_map(|file| {
            let code = code(file);
            let doors = OTHER_DOORS.iter().filter(move |door| code.contains(**door));
            doors.map(|door| format!("{}: {door}", file.path)).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "read files with `disk::read_named` or another function of `disk`: {found:#?}");
}
