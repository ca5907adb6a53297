//! The statement around an expression, where something can be put before it or around it.

use super::layout::{end_of_line, indentation, whole_lines};
use super::rewritten;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Node, UnitId};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::model::{Call, Model};
use crate::text::{Repair, TextEdit, TextRange};

/// A statement among others that shares its lines with none.
pub struct Statement {
    /// All of it, with its semicolon.
    pub range: TextRange,
    /// The same, with the comment after it on its last line.
    pub with_comment: TextRange,
    /// The white space before it.
    pub indent: String,
}

/// All of a statement of the analyzed module.
pub fn of_module(model: &Model<'_>, unit: UnitId) -> TextRange {
    let units = &model.eval.units;
    let root = units.unit(units.root(LocalFile::HERE));
    let child = &root.children[unit.at as usize - 1];
    TextRange { start: child.start, end: child.start + child.len }
}

/// The place for a declaration after a statement of the module, and the text around it there, `{}` for itself: apart
/// from imports, and right below anything else.
pub fn after(model: &Model<'_>, text: &str, unit: UnitId) -> (usize, &'static str) {
    let end = end_of_line(text, of_module(model, unit).end());
    let is_import = !model.eval.units.unit(unit).imports.is_empty();
    let is_apart = text[end..].starts_with("\n\n") || text[end..].starts_with("\r\n\r\n");
    let code = match (is_import, is_apart) {
        (true, true) => "\n\n{}",
        (true, false) => "\n\n{}\n",
        (false, _) => "\n{}",
    };
    (end, code)
}

/// The innermost statement around an expression of the analyzed file that runs whenever the expression does, and where
/// it does. `None` in fields of classes and in functions without braces, and where the statement is all of a branch.
pub fn statement(model: &Model<'_>, node: Node) -> Option<Statement> {
    let range = model.eval.units.unit(node.unit).exprs[node.expr.index()].range;
    is_evaluated(&model.promises(), node).then(|| around(model, node.unit, range))?
}

/// The innermost statement around a range of a unit, as [`statement`] gives it.
pub fn around(model: &Model<'_>, unit: UnitId, range: TextRange) -> Option<Statement> {
    let facts = model.eval.units.unit(unit);
    let around = facts.flow.statements.iter().filter(|it| it.contains(range)).min_by_key(|it| it.len())?;
    // The statement of a loop's head or of a condition is the loop.
    let is_its_own = !facts.flow.loops.iter().any(|it| around.contains(it.body) && it.body.contains(range));
    let is_unconditional = !facts.flow.arms.iter().any(|arm| around.contains(*arm) && arm.contains(range));
    let range = model.eval.units.absolute(unit, *around);
    let text = model.file().whole_text();
    let line = |text: &str| text.trim_matches([' ', '\t', '\r']).is_empty();
    let before = text[..range.start()].rsplit('\n').next().is_some_and(line);
    let after = text[range.end()..].split('\n').next().is_some_and(|rest| line(rest) || rest.trim().starts_with("//"));
    let indent = indentation(text, range.start());
    let with_comment = TextRange::new(range.start(), end_of_line(text, range.end()));
    (is_its_own && is_unconditional && before && after).then_some(Statement { range, with_comment, indent })
}

/// Returns whether an expression is evaluated whenever the statement around it runs, and by that itself.
fn is_evaluated(promises: &PromiseAnalysis<'_, '_>, node: Node) -> bool {
    let mut expr = node.expr;
    loop {
        match promises.uses(node.unit).get(expr) {
            Use::In(
                outer,
                Role::Await | Role::Around | Role::Argument(_) | Role::Object | Role::Callee | Role::Assigned,
            ) => {
                expr = outer;
            }
            by => return matches!(by, Use::Dropped | Use::Returned | Use::Initial(_)),
        }
    }
}

/// The statement that is nothing but an expression of the analyzed file and the `await` before it.
pub fn only_statement(model: &Model<'_>, node: Node) -> Option<Statement> {
    let promises = model.promises();
    let mut whole = node;
    while let Use::In(outer, Role::Await | Role::Around) = promises.uses(node.unit).get(whole.expr) {
        whole.expr = outer;
    }
    (promises.uses(node.unit).get(whole.expr) == Use::Dropped).then(|| statement(model, node))?
}

/// The lines of a call that is a statement of its own, without it.
pub fn left_out(model: &Model<'_>, call: &Call) -> Option<Repair> {
    let statement = only_statement(model, call.site)?;
    let lines = whole_lines(model.file().whole_text(), statement.range);
    Some(rewritten("Remove the call", vec![TextEdit::replace(lines, "")]))
}
