//! A string that is written several times, put into a constant of the module.

use super::layout::{has_word, semicolon};
use super::place::after;
use super::rewritten;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Node, UnitId};
use crate::facts::{ExprId, ExprKind};
use crate::model::Model;
use crate::text::{Repair, TextEdit, TextRange};

/// The constant that holds `name`, after the imports, in place of the string literals that are this name. `None` where a
/// literal is more than a value, no import comes before all of them, or the constant's name is taken.
pub fn in_constant(model: &Model<'_>, name: &str, literals: &[TextRange]) -> Option<Repair> {
    let text = model.file().whole_text();
    let constant = constant(name).filter(|constant| !has_word(text, constant))?;
    let first = literals.iter().min()?;
    if !literals.iter().all(|literal| is_value(text, *literal)) {
        return None;
    }
    // Names are compared without the spaces around them; a constant has them, or not.
    let inside = |literal: &TextRange| &text[literal.start() + 1..literal.end() - 1];
    if literals.iter().any(|literal| inside(literal) != inside(first)) {
        return None;
    }
    let (at, around) = after_imports(model, text).filter(|(at, _)| *at <= first.start())?;
    let behind = &text[at..];
    if !behind.starts_with(['\n', '\r']) {
        return None;
    }
    // The next line may go on with an expression that has no semicolon.
    let goes_on = behind.trim_start().starts_with(['(', '[', '`', '/', '+', '-']);
    let end = if goes_on { ";" } else { semicolon(text) };
    let declaration = around.replace("{}", &format!("const {constant} = {}{end}", &text[first.as_range()]));
    let uses = literals.iter().map(|literal| TextEdit::replace(*literal, constant.as_str()));
    let edits = std::iter::once(TextEdit::insert(at, declaration)).chain(uses).collect();
    Some(rewritten(&format!("Extract `{name}` into a constant"), edits))
}

/// The name of a constant for a string: `SIGNED_UP` for `Signed up`.
fn constant(name: &str) -> Option<String> {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    let constant = words.join("_");
    (name.is_ascii() && constant.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(constant)
}

/// Returns whether a literal is a value by itself: an argument, an item of a list, the value of a key.
fn is_value(text: &str, literal: TextRange) -> bool {
    let before = text[..literal.start()].trim_end().chars().next_back();
    let after = text[literal.end()..].trim_start().chars().next();
    matches!(before, Some('(' | ',' | ':' | '[')) && matches!(after, Some(')' | ',' | '}' | ']'))
}

/// The place after the last import of the module, and the text around a declaration there. `None` where a statement before it calls something: a function that is
/// declared further down may need the constant before it is there.
fn after_imports(model: &Model<'_>, text: &str) -> Option<(usize, &'static str)> {
    let units = &model.eval.units;
    let is_import = |unit: UnitId| !units.unit(unit).imports.is_empty();
    let statements: Vec<UnitId> = units.statements(LocalFile::HERE).collect();
    let last = statements.iter().rposition(|unit| is_import(*unit))?;
    let calls = |unit: UnitId| {
        let is_call = |call: &ExprId| matches!(units.kind(Node { unit, expr: *call }), ExprKind::Call { .. });
        units.unit(unit).calls.iter().any(is_call)
    };
    if statements[..last].iter().any(|unit| !is_import(*unit) && calls(*unit)) {
        return None;
    }
    Some(after(model, text, statements[last]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_named_after_their_strings() {
        let names = ["signed_up", "Signed Up", "order.placed", "3d_secure", "größe", "--"].map(constant);
        let expected = [Some("SIGNED_UP"), Some("SIGNED_UP"), Some("ORDER_PLACED"), None, None, None];
        assert_eq!(names.each_ref().map(Option::as_deref), expected);
    }

    #[test]
    fn only_values_are_replaced() {
        for (code, is_one) in [
            ("f('a')", true),
            ("f(id, { name: 'a' })", true),
            ("['a', b]", true),
            ("f({ 'a': 1 })", false),
            ("<A event='a' />", false),
            ("let b = 'a';", false),
            ("f('a' + b)", false),
            ("f('a'.length)", false),
        ] {
            let start = code.find("'a'").expect("the literal");
            assert_eq!(is_value(code, TextRange::new(start, start + 3)), is_one, "{code}");
        }
    }
}
