//! Checks before a call that must not be made without something.

use super::layout::{further_in, level, quote, semicolon};
use super::place::{around, only_statement, statement};
use super::rewritten;
use crate::facts::{BinaryOp, BindingSource, ExprKind};

use crate::eval::units::{Lookup, Node};
use crate::model::{Argument, Call, ClientMade, Credential, Model};
use crate::text::{Repair, TextEdit, TextRange};

/// A call that is a statement of its own, only made where its argument, a member after `?.`, exists.
pub fn where_there(model: &Model<'_>, call: &Call, argument: &Argument) -> Option<Repair> {
    let at = argument.range.filter(|at| call.range.contains(*at) && call.through.is_none())?;
    let statement = only_statement(model, call.site)?;
    let member = model.text(at);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '?');
    if !member.chars().all(is_plain) {
        return None;
    }
    let text = model.file().whole_text();
    let code = &text[statement.with_comment.as_range()];
    let object = &member[..member.rfind("?.")?];
    let code = sure(code, object);
    let (indent, level) = (&statement.indent, level(text));
    let code = format!("if ({member}) {{\n{indent}{level}{}\n{indent}}}", further_in(&code, &level)?);
    Some(rewritten("Skip the call if the id is missing", vec![TextEdit::replace(statement.with_comment, code)]))
}

/// Code in which `object` is surely something: `object?.name` as `object.name`.
fn sure(code: &str, object: &str) -> String {
    let optional = format!("{object}?.");
    let mut parts = code.split(optional.as_str());
    let mut done = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_part = done.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.'));
        let object = if is_part { optional.clone() } else { format!("{}.", object.replace("?.", ".")) };
        done.push_str(&object);
        done.push_str(part);
    }
    done
}

/// A credential that falls back to nothing, checked before the client is made: where the variable that holds it is
/// declared, else before the statement that makes the client, which then needs no fallback.
pub fn credential_checked(
    model: &Model<'_>,
    client: &ClientMade,
    credential: &Credential,
    variable: &str,
) -> Option<Repair> {
    let eval = &model.eval;
    let is_made = |node: &&Node| {
        eval.units.range(**node) == client.range && matches!(eval.units.kind(**node), ExprKind::New { .. })
    };
    let made = *eval.candidates().iter().find(is_made)?;
    let arguments = match eval.units.kind(made) {
        ExprKind::New { arguments, .. } => crate::eval::units::places(made.unit, arguments),
        _ => return None,
    };
    let argument = arguments.into_iter().find(|node| eval.units.range(*node) == credential.at)?;
    let argument = eval.units.peeled(argument);
    let text = model.file().whole_text();
    let (quote, end) = (quote(text), semicolon(text));
    let check = |what: &str| format!("if (!{what}) throw new Error({quote}{variable} is not set{quote}){end}");
    let title = format!("Throw if `{variable}` is not set");
    match eval.units.kind(argument) {
        ExprKind::Ident(name, scope) => {
            let Lookup::One(bound) = eval.units.lookup(argument.unit, *scope, name) else { return None };
            let binding = eval.units.binding(bound);
            let is_constant = matches!(binding.source, BindingSource::Variable { constant: true, .. });
            let declared =
                (is_constant && bound.unit.is_here()).then(|| around(model, bound.unit, binding.range))??;
            let at = declared.with_comment.end();
            Some(rewritten(&title, vec![TextEdit::insert(at, format!("\n{}{}", declared.indent, check(name)))]))
        }
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, _) => {
            let left = Node { unit: argument.unit, expr: *left };
            let is_read = matches!(eval.units.kind(left), ExprKind::Member { .. } | ExprKind::Ident(..));
            let statement = is_read.then(|| statement(model, made))??;
            let read = model.text(eval.units.range(left));
            let whole: TextRange = eval.units.range(argument);
            let at = statement.range.start();
            let check = TextEdit::insert(at, format!("{}\n{}", check(&read), statement.indent));
            Some(rewritten(&title, vec![check, TextEdit::replace(whole, read)]))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::sure;

    #[test]
    fn what_is_there_needs_no_question_mark() {
        assert_eq!(sure("f(a?.b?.c, a?.b?.d, x.a?.b?.c)", "a?.b"), "f(a.b.c, a.b.d, x.a?.b?.c)");
    }
}
