//! The names of an SDK export in a file: by a name that is there, or by one that an edit brings in.

use crate::eval::Eval;
use crate::eval::units::sdk_names::{SdkNames, sdk_imports};
use crate::eval::units::{Bound, Units};
use crate::facts::BindingSource;
use crate::sdk::PACKAGE;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;

/// An export by name.
pub struct ExportName {
    /// The text to write.
    pub text: String,
    /// The edits that it needs; empty when it is there already.
    pub edits: Vec<TextEdit>,
}

/// The way to name `export`; `None` when the file does not import the SDK by itself. A name that stands for something
/// else anywhere in the file is left to that: the export gets another one.
pub fn symbol(eval: &Eval<'_>, rope: &Rope, export: &str) -> Option<ExportName> {
    let units = &eval.units;
    let names = units.sdk_names.get_or_init(|| SdkNames::of(units));
    if let Some(bound) = names.exports.get(export) {
        // `{ type Name }` is gone when the code runs.
        let edits = type_word(units, rope, *bound).map(|word| TextEdit::replace(word, "")).into_iter().collect();
        return Some(ExportName { text: units.binding(*bound).name.to_string(), edits });
    }
    if let Some(bound) = names.namespace {
        return Some(ExportName { text: format!("{}.{export}", units.binding(bound).name), edits: Vec::new() });
    }
    let is_free = |name: &String| !names.counts.contains_key(name.as_str());
    let local = [export.to_owned(), format!("Cio{export}")].into_iter().find(is_free)?;
    let add = names.slot.map(|(at, require)| TextEdit::insert(at, format!(", {}", in_braces(export, &local, require))));
    let edits = vec![add.or_else(|| new_import(units, rope, export, &local))?];
    Some(ExportName { text: local, edits })
}

/// The word `type` before a name in the braces of an import, with the blank after it.
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
    let line = if import.require {
        format!("const {{ {name} }} = require({quote}{PACKAGE}{quote}){end}{newline}{indentation}")
    } else {
        format!("import {{ {name} }} from {quote}{PACKAGE}{quote}{end}{newline}{indentation}")
    };
    Some(TextEdit::insert(range.start(), line))
}
