//! How an export of the SDK can be named in a file: by a name that is there, or by one that an edit brings in.

use super::eval::Eval;
use super::files::FileNo;
use super::units::{Bound, UnitId, Units};
use crate::facts::{BindingSource, Imported};
use crate::sdk::{Module, PACKAGE};
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// An export by name.
pub struct Symbol {
    /// How to write it.
    pub text: String,
    /// What has to be added for it; nothing when it is there already.
    pub edits: Vec<TextEdit>,
}

/// How to name `export`; `None` when the file does not import the SDK by itself. A name that stands for something else
/// anywhere in the file is left to that: the export gets another one.
pub fn symbol(eval: &Eval<'_>, rope: &Rope, export: &str) -> Option<Symbol> {
    let units = &eval.units;
    let names = units.sdk_names.get_or_init(|| SdkNames::of(units));
    if let Some(bound) = names.exports.get(export) {
        // `{ type Name }` is gone when the code runs.
        let edits = type_word(units, rope, *bound).map(|word| TextEdit::replace(word, "")).into_iter().collect();
        return Some(Symbol { text: units.binding(*bound).name.to_string(), edits });
    }
    if let Some(bound) = names.namespace {
        return Some(Symbol { text: format!("{}.{export}", units.binding(bound).name), edits: Vec::new() });
    }
    let is_free = |name: &String| !names.counts.contains_key(name.as_str());
    let local = [export.to_owned(), format!("Cio{export}")].into_iter().find(is_free)?;
    let add = names.slot.map(|(at, require)| TextEdit::insert(at, format!(", {}", in_braces(export, &local, require))));
    let edits = vec![add.or_else(|| new_import(units, rope, export, &local))?];
    Some(Symbol { text: local, edits })
}

/// The word `type` before a name in the braces of an import, with the blank behind it.
fn type_word(units: &Units<'_>, rope: &Rope, bound: Bound) -> Option<TextRange> {
    let BindingSource::Import { import, .. } = &units.binding(bound).source else { return None };
    let start = units.absolute(bound.unit, units.unit(bound.unit).imports[*import as usize].range).start();
    let end = units.absolute(bound.unit, units.binding(bound).range).start();
    let before = rope.byte_slice(start..end).to_string();
    let from = before.rfind(['{', ','])? + 1;
    let blank = before[from..].len() - before[from..].trim_start().len();
    let rest = before[from + blank..].strip_prefix("type")?;
    let after = rest.len() - rest.trim_start().len();
    let word = start + from + blank;
    (after > 0).then(|| TextRange::new(word, word + "type".len() + after))
}

/// A name in the braces of an import or of a `require`.
fn in_braces(export: &str, local: &str, require: bool) -> String {
    match (export == local, require) {
        (true, _) => export.to_owned(),
        (false, true) => format!("{export}: {local}"),
        (false, false) => format!("{export} as {local}"),
    }
}

/// How the judged module names the SDK.
pub struct SdkNames {
    /// The first name of each export.
    exports: FxHashMap<String, Bound>,
    /// The first name of the whole module.
    namespace: Option<Bound>,
    /// Where one more name can be put inside the braces of an import, and whether that is a `require`.
    slot: Option<(usize, bool)>,
    /// How many things in the judged file have each name: values and types, at any depth.
    counts: FxHashMap<SmolStr, u32>,
}

impl SdkNames {
    fn of(units: &Units<'_>) -> Self {
        let mut counts: FxHashMap<SmolStr, u32> = FxHashMap::default();
        for binding in units.iter().flat_map(|(_, facts)| &facts.bindings) {
            *counts.entry(binding.name.clone()).or_default() += 1;
        }
        let is_alone = |bound: &Bound| counts.get(&units.binding(*bound).name) == Some(&1);
        let (mut exports, mut namespace) = (FxHashMap::default(), None);
        for bound in units.module_bindings(FileNo::HERE).filter(is_alone) {
            match value_of_sdk(units, bound) {
                Some(Named::Export(name)) => drop(exports.entry(name).or_insert(bound)),
                Some(Named::Namespace) => namespace = namespace.or(Some(bound)),
                None => {}
            }
        }
        Self { exports, namespace, slot: slot(units), counts }
    }
}

enum Named {
    Export(String),
    Namespace,
}

fn value_of_sdk(units: &Units<'_>, bound: Bound) -> Option<Named> {
    let binding = units.binding(bound);
    let facts = units.unit(bound.unit);
    match &binding.source {
        BindingSource::Import { import, what } => {
            let import = &facts.imports[*import as usize];
            Module::of(&import.module).filter(|_| !import.type_only)?;
            match what {
                Imported::Named(name) => Some(Named::Export(name.to_string())),
                Imported::Namespace if import.module == PACKAGE => Some(Named::Namespace),
                _ => None,
            }
        }
        BindingSource::Variable { value: Some(expr), path, constant: true } => {
            use crate::facts::{ExprKind, Step};
            let ExprKind::Load(module) = &facts.exprs[expr.index()].kind else { return None };
            Module::of(module)?;
            match path.as_ref() {
                [Step::Key(name)] => Some(Named::Export(name.to_string())),
                // Up to 2.x it is the class itself and has no exports.
                [] if module == PACKAGE => Some(Named::Namespace),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Where one more name goes inside the braces of an import that is there.
fn slot(units: &Units<'_>) -> Option<(usize, bool)> {
    let mut statements = sdk_imports(units);
    statements.find_map(|(unit, import)| {
        let slot = import.name_slot.filter(|_| !import.type_only && import.module == PACKAGE)?;
        Some((units.absolute(unit, TextRange { start: slot, end: slot }).start(), import.require))
    })
}

/// A statement of its own, before the first that imports the SDK.
fn new_import(units: &Units<'_>, rope: &Rope, export: &str, local: &str) -> Option<TextEdit> {
    let (unit, import) = sdk_imports(units).next()?;
    let range = units.absolute(unit, import.range);
    let statement = rope.byte_slice(range.as_range()).to_string();
    let quote = if statement.contains('\'') { '\'' } else { '"' };
    let end = if statement.trim_end().ends_with(';') { ";" } else { "" };
    let newline = if rope.byte_slice(..).chars().take(10_000).any(|c| c == '\r') { "\r\n" } else { "\n" };
    // Code in a component is indented, as a rule.
    let line = rope.byte_slice(rope.line_to_byte(rope.byte_to_line(range.start()))..range.start());
    let indentation = if line.chars().all(|c| matches!(c, ' ' | '\t')) { line.to_string() } else { String::new() };
    let name = in_braces(export, local, import.require);
    let line = match import.require {
        true => format!("const {{ {name} }} = require({quote}{PACKAGE}{quote}){end}{newline}{indentation}"),
        false => format!("import {{ {name} }} from {quote}{PACKAGE}{quote}{end}{newline}{indentation}"),
    };
    Some(TextEdit::insert(range.start(), line))
}

/// The statements of the judged module that import the SDK.
fn sdk_imports<'u>(units: &'u Units<'_>) -> impl Iterator<Item = (UnitId, &'u crate::facts::Import)> {
    units.statements(FileNo::HERE).flat_map(|unit| {
        let imports = units.unit(unit).imports.iter().filter(|import| !import.reexport);
        imports.filter(|import| Module::of(&import.module).is_some()).map(move |import| (unit, import))
    })
}
