//! The files that are looked at where the imports of a file lead to too many: those that are nearest to it.

use super::Units;
use super::files::{Files, LocalFile};
use super::modules::FileId;
use crate::facts::{ExprKind, Unit};
use rustc_hash::FxHashSet;

/// Returns the files that imports lead to, step by step, until there are as many as are looked at: first those that
/// have to do with the SDK. `files` is the file that is analyzed and nothing else so far.
pub fn nearest(files: &Files<'_>) -> FxHashSet<FileId> {
    for reaching in [true, false] {
        let units = Units::new(files);
        let mut at = 0;
        while at < files.count() {
            let file = LocalFile(at as u16);
            let follow = |module: &str| {
                if !reaching || files.reaches(file, module) {
                    files.resolve(file, module);
                }
            };
            for unit in units.statements(file) {
                named(units.unit(unit), &follow);
                units.inside(unit).into_iter().for_each(|unit| named(units.unit(unit), &follow));
            }
            at += 1;
        }
    }
    (0..files.count()).filter_map(|at| files.id(LocalFile(at as u16))).collect()
}

/// Calls `follow` with the modules that a unit names.
fn named(unit: &Unit, follow: &impl Fn(&str)) {
    unit.imports.iter().for_each(|import| follow(&import.module));
    for expr in &unit.exprs {
        if let ExprKind::Load(module) = &expr.kind {
            follow(module);
        }
    }
}
