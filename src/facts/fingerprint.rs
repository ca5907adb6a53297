//! A fingerprint of everything that other files can see of a file, as one number.

use super::FileFacts;
use super::digest::hash_of;
use super::expr::{Expr, ExprKind, ScopeId};
use super::handed::hands_over;
use super::unit::{Binding, BindingSource, Exported, Unit};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

impl FileFacts {
    /// A hash of everything that other files can see: the exports, global declarations and changes, and the statements
    /// of the module that these reach by name. While it stays the same, no other file has to be analyzed again. Places
    /// do not count, nor comments, nor statements that no export has to do with. Of two numbers of one run of the
    /// program only: they are not to be kept.
    pub fn fingerprint(&self) -> u64 {
        let statements: Vec<&Unit> = self.root.children.iter().map(|child| &*child.unit).collect();
        let mut seen = Seen::new(&statements);
        let common_js = [hash_of("exports"), hash_of("module")];
        for (at, unit) in statements.iter().enumerate() {
            if is_ambient(unit)
                || !unit.exports.is_empty()
                || common_js.iter().any(|name| has(&unit.summary().names, *name))
            {
                seen.statement(at);
            }
        }
        while let Some(name) = seen.open.pop() {
            seen.name(name);
        }
        let mut hasher = FxHasher::default();
        for (unit, _) in statements.iter().zip(&seen.visible).filter(|(_, visible)| **visible) {
            unit.summary().content.hash(&mut hasher);
        }
        hasher.finish()
    }
}

/// Returns whether a statement declares something for files that do not import it, puts members into a class, or hands
/// something over under a name.
fn is_ambient(unit: &Unit) -> bool {
    let declares = |binding: &Binding| match binding.source {
        BindingSource::Type(_) => {
            matches!(binding.name.as_str(), "globalThis" | "Window") || binding.name.contains('#')
        }
        BindingSource::Opaque => binding.ty.is_some(),
        _ => false,
    };
    unit.bindings.iter().any(declares) || names_prototype(unit) || hands_over(unit)
}

fn names_prototype(unit: &Unit) -> bool {
    let names = |expr: &Expr| matches!(&expr.kind, ExprKind::Member { property, .. } if property == "prototype");
    unit.exprs.iter().any(names) || unit.children.iter().any(|child| names_prototype(&child.unit))
}

/// The parts that were found to be visible.
struct Seen<'a> {
    statements: &'a [&'a Unit],
    visible: Vec<bool>,
    /// Names that are visible, and whose statements are not yet looked up.
    open: Vec<u64>,
    names: rustc_hash::FxHashSet<u64>,
    /// The statements that bind a name, or that may change its value.
    about: FxHashMap<u64, Vec<usize>>,
}

impl<'a> Seen<'a> {
    fn new(statements: &'a [&'a Unit]) -> Self {
        let mut about: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (at, unit) in statements.iter().enumerate() {
            let bound = || unit.bindings.iter().filter(|binding| binding.scope == ScopeId(0));
            for binding in bound() {
                about.entry(hash_of(&binding.name)).or_default().push(at);
            }
            let summary = unit.summary();
            // `Object.freeze(config)`, `list.push(x)`: a statement that binds nothing is there for what it does.
            let does = if bound().next().is_none() { &summary.names } else { &summary.written };
            for name in does {
                about.entry(*name).or_default().push(at);
            }
        }
        Self { statements, visible: vec![false; statements.len()], open: Vec::new(), names: Default::default(), about }
    }

    fn statement(&mut self, at: usize) {
        if std::mem::replace(&mut self.visible[at], true) {
            return;
        }
        let unit = self.statements[at];
        let exported = unit.exports.iter().filter_map(|export| match &export.what {
            Exported::Local(name) => Some(hash_of(name)),
            _ => None,
        });
        let names: Vec<u64> = unit.summary().names.iter().copied().chain(exported).collect();
        for name in names {
            if self.names.insert(name) {
                self.open.push(name);
            }
        }
    }

    fn name(&mut self, name: u64) {
        for at in self.about.remove(&name).unwrap_or_default() {
            self.statement(at);
        }
    }
}

fn has(names: &[u64], name: u64) -> bool {
    names.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use crate::source::Source;
    use crate::syntax::Language;
    use ropey::Rope;

    fn fingerprint(text: &str) -> u64 {
        Source::parse(Rope::from_str(text), Language::TypeScript).facts.fingerprint()
    }

    const FILE: &str = "\
import { TrackClient } from 'customerio-node';
import { log } from './log';
const KEY = process.env.KEY!;
const client = new TrackClient('a', KEY);
let count = 0;
function seconds() { return Math.floor(Date.now() / 1000); }
function once() { log(count); }
export async function track(id: string, name: string) {
  try {
    await client.track(id, { name, at: seconds() });
  } catch (error) { throw error; }
}
export { client as cio };
export * from './other';
once();
";

    #[track_caller]
    fn changes(from: &str, to: &str, seen: bool) {
        let changed = FILE.replacen(from, to, 1);
        assert_ne!(changed, FILE, "{from} is there");
        assert_eq!(fingerprint(&changed) != fingerprint(FILE), seen, "{from} -> {to}");
    }

    #[test]
    fn what_others_see() {
        for (from, to) in [
            ("'customerio-node'", "'./fake'"),
            ("process.env.KEY!", "'x'"),
            ("new TrackClient('a', KEY)", "new TrackClient('b', KEY)"),
            ("/ 1000", "/ 10"),
            ("Math.floor(", "Math.ceil("),
            ("name: string", "name: number[], more: string"),
            ("(id: string, name", "(name: string, id"),
            ("await client", "client"),
            ("{ client as cio }", "{ client as client }"),
            ("'./other'", "'./another'"),
            ("export async function track", "async function track"),
            ("export async", "export"),
            ("throw error", "log(error)"),
            ("once();", "client.request = null;"),
            ("once();", "Object.freeze(client);"),
            ("once();", "export default 1;"),
            ("once();", "exports.x = 1;"),
            ("once();", "declare global { var cio: Client }"),
            ("once();", "declare module 'customerio-node' { interface TrackClient { x(): void } }"),
            ("once();", "function patch() { Client.prototype.x = log; }"),
        ] {
            changes(from, to, true);
        }
    }

    #[test]
    fn what_others_do_not_see() {
        for (from, to) in [
            ("import", "// a comment\n\n/* and one more */ import"),
            ("await client", "await    client"),
            ("  try {", "  // why\n\n  try {"),
            ("once();", ""),
            ("let count = 0", "let count = 1"),
            ("log(count)", "log(count, 1)"),
            ("'./log'", "'./other-log'"),
            ("function once", "const unused = { a: [1] };\nfunction once"),
            ("once();", "once(); setTimeout(once, 10);"),
        ] {
            changes(from, to, false);
        }
    }

    #[test]
    fn common_js() {
        let base = "const a = require('a');\nconst b = 1;\nconst c = 2;\nmodule.exports = { b };\n";
        let other = |from: &str, to: &str| fingerprint(&base.replacen(from, to, 1));
        assert_ne!(other("b = 1", "b = 2"), fingerprint(base));
        assert_ne!(other("{ b }", "{ b, c }"), fingerprint(base));
        assert_eq!(other("c = 2", "c = 3"), fingerprint(base));
        assert_eq!(other("require('a')", "require('b')"), fingerprint(base));
    }

    #[test]
    fn writes_from_anywhere_count() {
        let base = "export let client = null;\nlet other = 1;\nfunction init() { other = 2; }\ninit();\n";
        let wrote = base.replace("other = 2", "client = make()");
        assert_ne!(fingerprint(&wrote), fingerprint(base));
        let again = wrote.replace("make()", "make(1)");
        assert_ne!(fingerprint(&again), fingerprint(&wrote));
        assert_eq!(fingerprint(&base.replace("other = 2", "other = 3")), fingerprint(base));
    }

    #[test]
    fn nothing_is_the_same_as_nothing() {
        assert_eq!(fingerprint(""), fingerprint("const a = 1; // private"));
        assert_ne!(fingerprint(""), fingerprint("export {}; export const a = 1"));
    }
}
