//! The members that a file puts into objects which it may have from elsewhere: `client.flush = …`.

use super::FileFacts;
use super::expr::{Element, ExprId, ExprKind, Key, Property};
use super::unit::{Target, Unit, Write};
use smol_str::SmolStr;

/// The functions of the language that put members into an object.
const ASSIGN: &str = "assign";
const DEFINE: [&str; 2] = ["defineProperty", "set"];
const DEFINE_ALL: &str = "defineProperties";

impl FileFacts {
    /// The names of the members that the file puts into something and that may be functions: by assignment, by
    /// `Object.assign`, `Object.defineProperty` and their kin. Sorted, each once. Assignments to `this` and exports do
    /// not count.
    pub fn members_put(&self) -> Vec<SmolStr> {
        if self.document.is_some() {
            return Vec::new();
        }
        let mut names = Vec::new();
        collect(&self.root, &mut names);
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn collect(unit: &Unit, names: &mut Vec<SmolStr>) {
    names.extend(unit.writes.iter().filter_map(|write| assigned(unit, write)).cloned());
    for call in &unit.calls {
        put_by(unit, *call, names);
    }
    for child in &unit.children {
        collect(&child.unit, names);
    }
}

/// The name of the member that an assignment puts into something from elsewhere.
fn assigned<'u>(unit: &'u Unit, write: &'u Write) -> Option<&'u SmolStr> {
    let Target::Member(object, key) = &write.target else { return None };
    let name = match key {
        Key::Name(name) => name,
        Key::Computed(key) => match &unit.exprs[unit.peeled(*key).index()].kind {
            ExprKind::String(name) => name,
            _ => return None,
        },
    };
    let may_be_function = write.value.is_none_or(|value| may_be_function(unit, value));
    (may_be_function && !is_own(unit, *object)).then_some(name)
}

/// Returns whether members of an object are the file's own business: of `this` and of what it exports.
fn is_own(unit: &Unit, object: ExprId) -> bool {
    match &unit.exprs[unit.peeled(object).index()].kind {
        ExprKind::This(_) => true,
        ExprKind::Ident(name, _) => name == "exports",
        ExprKind::Member { object, property } => {
            property == "exports"
                && matches!(&unit.exprs[object.index()].kind, ExprKind::Ident(name, _) if name == "module")
        }
        _ => false,
    }
}

fn may_be_function(unit: &Unit, value: ExprId) -> bool {
    !matches!(
        unit.exprs[unit.peeled(value).index()].kind,
        ExprKind::Undefined
            | ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::BigInt
            | ExprKind::String(_)
            | ExprKind::Template(_)
            | ExprKind::Array(_)
            | ExprKind::Object(_)
            | ExprKind::New { .. }
            | ExprKind::Unary(..)
            | ExprKind::Void(_)
    )
}

/// `Object.assign(client, { flush() {} })`, `Object.defineProperty(client, "flush", …)`
fn put_by(unit: &Unit, call: ExprId, names: &mut Vec<SmolStr>) {
    let kind = |expr: ExprId| &unit.exprs[unit.peeled(expr).index()].kind;
    let ExprKind::Call { callee, arguments } = kind(call) else { return };
    let ExprKind::Member { object, property } = kind(*callee) else { return };
    if !matches!(kind(*object), ExprKind::Ident(tool, _) if tool == "Object" || tool == "Reflect") {
        return;
    }
    let given = arguments.iter().skip(1).filter_map(|argument| match argument {
        Element::Item(expr) => Some(kind(*expr)),
        _ => None,
    });
    for argument in given {
        match argument {
            ExprKind::Object(properties) if property == ASSIGN || property == DEFINE_ALL => {
                names.extend(properties.iter().filter_map(|property| match property {
                    Property::Entry { key: Key::Name(key), .. } | Property::Getter(Key::Name(key), _) => {
                        Some(key.clone())
                    }
                    _ => None,
                }));
            }
            ExprKind::String(name) if DEFINE.contains(&property.as_str()) => names.push(name.clone()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;
    use crate::syntax::Language;
    use ropey::Rope;

    #[test]
    fn what_is_put_where() {
        let names = |text: &str| Source::parse(Rope::from_str(text), Language::TypeScript).facts.members_put();
        for text in [
            "cio.flush = async () => {};",
            "function f() { client().flush = g; }",
            "cio['flush'] = wrap(cio.track);",
            "TrackClient.prototype.flush = function () {};",
            "(cio as any).flush = cond ? f : g;",
            "Object.assign(cio, { flush() {} });",
            "Object.defineProperty(cio, 'flush', { value: f });",
            "Reflect.set(cio, 'flush', f);",
        ] {
            assert_eq!(names(text), ["flush"], "{text}");
        }
        for text in [
            "this.flush = f;",
            "exports.flush = f;",
            "module.exports.flush = f;",
            "cio.flush = 1;",
            "cio.flush = 'x';",
            "cio.flush();",
            "const flush = cio.flush;",
            "other(cio, { flush() {} });",
        ] {
            assert!(names(text).is_empty(), "{text}");
        }
    }
}
