//! A client that is made in a function, made once at the level of the module.

use super::layout::whole_lines;
use super::place::{Statement, after, of_module, statement};
use super::rewritten;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Lookup, Node, UnitId};
use crate::facts::{BindingSource, ExprId, ExprKind};
use crate::flow::promise::Use;
use crate::model::{ClientMade, Model};
use crate::text::{Repair, TextEdit, TextRange};

/// A variable that a client is put into, and how it is declared.
struct Declared {
    bound: Bound,
    name: String,
    statement: Statement,
}

/// The declaration of the variable that a client is put into, as the module's own: after the imports and the
/// declarations that its arguments name. Where the module has the same one already, it goes. `None` where the client is
/// put into no constant, where its arguments name something of a function, or where the name means something else
/// somewhere in the file.
pub fn to_module(model: &Model<'_>, client: &ClientMade) -> Option<Repair> {
    let declared = declared(model, client)?;
    let text = model.file().whole_text();
    let range = with_comments(text, declared.statement.with_comment);
    let code = text[range.as_range()].replace(&format!("\n{}", declared.statement.indent), "\n");
    if code.contains('`') || code.contains("await") {
        return None;
    }
    let lines = whole_lines(text, range);
    match outside(model, &declared)? {
        Some(own) => {
            let is_the_same = same(text, own.range) == same(text, declared.statement.range);
            let edits = vec![TextEdit::replace(lines, "")];
            is_the_same.then(|| rewritten("Use the client of the module", edits))
        }
        None => {
            // One after the other: of two functions with the same one, the second uses what the first has left.
            let is_first = model.clients().made().iter().take_while(|other| other.range != client.range).all(|other| {
                let before = self::declared(model, other);
                before.is_none_or(|before| before.name != declared.name)
            });
            let at = is_first.then(|| behind(model, text, &declared, client.range))??;
            let edits = vec![TextEdit::insert(at.0, at.1.replace("{}", &code)), TextEdit::replace(lines, "")];
            Some(rewritten("Create the client once, at module level", edits))
        }
    }
}

/// A declaration, without the parts that depend on its place.
fn same(text: &str, declaration: TextRange) -> String {
    let code = text[declaration.as_range()].trim_start_matches("export ");
    code.lines().map(str::trim_start).collect::<Vec<_>>().join("\n")
}

/// The constant that a client is put into by a statement with nothing else in it.
fn declared(model: &Model<'_>, client: &ClientMade) -> Option<Declared> {
    let units = &model.eval.units;
    let is_made =
        |node: &&Node| units.range(**node) == client.range && matches!(units.kind(**node), ExprKind::New { .. });
    let made = *model.eval.candidates().iter().find(is_made)?;
    let Use::Initial(binding) = model.promises().uses(made.unit).get(made.expr) else { return None };
    let bound = Bound { unit: made.unit, binding };
    let binding = units.binding(bound);
    let BindingSource::Variable { constant: true, path, .. } = &binding.source else { return None };
    let statement = statement(model, made)?;
    if !path.is_empty() || is_of_module(model, bound) {
        return None;
    }
    let text = model.text(statement.range);
    let only = text.strip_prefix("const ")?.trim_start().starts_with(binding.name.as_str());
    let ends = statement.range.end() - client.range.end() <= 1;
    (only && ends).then(|| Declared { bound, name: binding.name.to_string(), statement })
}

fn is_of_module(model: &Model<'_>, bound: Bound) -> bool {
    model.eval.units.module_bindings(LocalFile::HERE).any(|other| other == bound)
}

/// Returns the meaning of the name outside of the block that declares it: `Some(None)` for nothing, `Some(Some(…))` for
/// a constant of the module with its declaration. `None` for anything else.
fn outside(model: &Model<'_>, declared: &Declared) -> Option<Option<Statement>> {
    let units = &model.eval.units;
    let binding = units.binding(declared.bound);
    let facts = units.unit(declared.bound.unit);
    let (unit, scope) = match facts.scopes[binding.scope.index()].parent {
        Some(parent) => (declared.bound.unit, parent),
        None => units.outer(declared.bound.unit)?,
    };
    match units.lookup(unit, scope, &declared.name) {
        Lookup::None => {
            // Elsewhere the name may be a global's.
            let is_free = units.iter().all(|(unit, facts)| {
                facts.exprs.iter().all(|expr| match &expr.kind {
                    ExprKind::Ident(name, scope) if *name == declared.name => {
                        units.lookup(unit, *scope, name) != Lookup::None
                    }
                    _ => true,
                })
            });
            is_free.then_some(None)
        }
        Lookup::One(bound) if is_of_module(model, bound) => {
            let constant =
                matches!(units.binding(bound).source, BindingSource::Variable { constant: true, value: Some(_), .. });
            let own = super::place::around(model, bound.unit, units.binding(bound).range)?;
            (constant && own.range.end <= declared.statement.range.start).then_some(Some(own))
        }
        _ => None,
    }
}

/// The place for the declaration, and the text around it there, `{}` for itself: after the last import and the last
/// statement that declares what is named in `range`.
fn behind(model: &Model<'_>, text: &str, declared: &Declared, range: TextRange) -> Option<(usize, &'static str)> {
    let units = &model.eval.units;
    let whole = |unit: UnitId| of_module(model, unit);
    let here = units.statements(LocalFile::HERE).find(|unit| whole(*unit).contains(declared.statement.range))?;
    let before = || units.statements(LocalFile::HERE).filter(|unit| *unit < here);
    let stands_alone =
        |client: &&ClientMade| model.clients().made_at(client).is_some_and(|made| made.around.function.is_none());
    let module_clients: Vec<_> =
        model.clients().made().iter().filter(stands_alone).map(|client| client.range).collect();
    // What loads the variables of the environment comes first, too; and clients stand together.
    let sets_up = |unit: &UnitId| {
        let facts = units.unit(*unit);
        !facts.imports.is_empty()
            || model.text(whole(*unit)).contains("dotenv")
            || module_clients.iter().any(|client| whole(*unit).contains(*client))
    };
    let mut last = before().filter(sets_up).last();
    for (unit, facts) in units.iter() {
        for (at, expr) in facts.exprs.iter().enumerate() {
            let node = Node { unit, expr: ExprId(at as u32) };
            if !range.contains(units.range(node)) {
                continue;
            }
            match &expr.kind {
                ExprKind::Ident(name, scope) => match units.lookup(unit, *scope, name) {
                    Lookup::None => {}
                    Lookup::One(bound) if is_of_module(model, bound) && bound.unit < here => {
                        last = last.max(Some(bound.unit));
                    }
                    _ => return None,
                },
                ExprKind::This(_) | ExprKind::Super(_) => return None,
                _ => {}
            }
        }
    }
    let (end, code) = after(model, text, last?);
    // The declarations of a component are created again, too.
    units.files.facts(LocalFile::HERE).runs_once(end as u32).then_some((end, code))
}

/// A statement with the comments on the lines right before it.
fn with_comments(text: &str, statement: TextRange) -> TextRange {
    let mut range = statement;
    loop {
        let line = text[..range.start()].rfind('\n').unwrap_or(0);
        let before = text[..line].rfind('\n').map_or(0, |at| at + 1);
        let comment = text[before..line].trim();
        if line == 0 || !comment.starts_with("//") {
            return range;
        }
        range.start = (before + text[before..].find("//").unwrap_or(0)) as u32;
    }
}
