//! The agreement of several values: of a variable that is written to in several places, of the branches of a choice.

use super::DateLibrary;
use super::{Grain, Number, TimeUnit, Value, ValueKind};

/// Returns the value that all values agree on; nothings are left out. `None` when they do not agree.
pub fn agreement(values: Vec<Value>) -> Option<Value> {
    let mut known = values.into_iter().filter(|value| !value.kind.is_nothing());
    let first = known.next()?;
    known.try_fold(first, |so_far, next| agree(so_far, &next))
}

fn agree(mut a: Value, b: &Value) -> Option<Value> {
    let kind = match (&a.kind, &b.kind) {
        (ValueKind::Number(x), ValueKind::Number(y)) if x.text == y.text => {
            let ahead = if x.ahead == y.ahead { x.ahead } else { None };
            let unit = match (x.unit, y.unit) {
                (TimeUnit::Milliseconds(g), TimeUnit::Milliseconds(h)) => TimeUnit::Milliseconds(coarser(g, h)),
                (TimeUnit::Fraction(g), TimeUnit::Fraction(h)) => TimeUnit::Fraction(coarser(g, h)),
                (u, v) if u == v => u,
                _ => return None,
            };
            ValueKind::Number(Number {
                value: if x.value == y.value { x.value } else { None },
                unit,
                text: x.text,
                ahead,
            })
        }
        (ValueKind::Date(l, g), ValueKind::Date(m, h)) if l != m && l.is_native() && m.is_native() => {
            ValueKind::Date(DateLibrary::Prisma, coarser(*g, *h))
        }
        (ValueKind::Date(l, g), ValueKind::Date(m, h)) if l == m => ValueKind::Date(*l, coarser(*g, *h)),
        (ValueKind::DateText { iso: i, day: d, .. }, ValueKind::DateText { iso: j, day: e, .. })
            if i == j && d == e =>
        {
            ValueKind::DateText { iso: *i, day: *d, from: None }
        }
        (ValueKind::BigInt, ValueKind::BigInt) => ValueKind::BigInt,
        (ValueKind::Str(x), ValueKind::Str(y)) if x == y => a.kind.clone(),
        (ValueKind::Env(x), ValueKind::Env(y)) if x == y => a.kind.clone(),
        (ValueKind::Environment(x), ValueKind::Environment(y)) if x == y => a.kind.clone(),
        (ValueKind::Region(x), ValueKind::Region(y)) if x == y => a.kind.clone(),
        (ValueKind::Prisma(x), ValueKind::Prisma(y)) if x == y => a.kind.clone(),
        (ValueKind::Bool(x), ValueKind::Bool(y)) if x == y => a.kind.clone(),
        // Made here or there: the kind is known, the very one is not.
        (ValueKind::Client(x, made), ValueKind::Client(y, other)) if x == y => {
            ValueKind::Client(*x, if made == other { *made } else { None })
        }
        (ValueKind::Instance(u, c, _), ValueKind::Instance(v, d, _)) if (u, c) == (v, d) => {
            ValueKind::Instance(*u, *c, None)
        }
        (ValueKind::Class(u, c), ValueKind::Class(v, d)) if (u, c) == (v, d) => a.kind.clone(),
        (ValueKind::Function(u, f, _), ValueKind::Function(v, g, _)) if (u, f) == (v, g) => {
            ValueKind::Function(*u, *f, None)
        }
        (ValueKind::Module(x), ValueKind::Module(y)) if x == y => a.kind.clone(),
        (ValueKind::Sdk(x), ValueKind::Sdk(y)) if x == y => a.kind.clone(),
        (ValueKind::Export(x), ValueKind::Export(y)) if x == y => a.kind.clone(),
        (ValueKind::Choice(x), ValueKind::Choice(y)) if same_cases(x, y) => a.kind.clone(),
        _ => return None,
    };
    a.kind = kind;
    Some(a)
}

fn same_cases(a: &[Value], b: &[Value]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| agree(x.clone(), y).is_some())
}

fn coarser(a: Grain, b: Grain) -> Grain {
    if a == b { a } else { Grain::Unknown }
}
