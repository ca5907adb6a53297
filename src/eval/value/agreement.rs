//! The agreement of several values: of a variable that is written to in several places, of the branches of a choice.

use super::DateLibrary;
use super::{Grain, Kind, Number, Unit, Value};

/// Returns the value that all values agree on; nothings are left out. `None` when they do not agree.
pub fn agreement(values: Vec<Value>) -> Option<Value> {
    let mut known = values.into_iter().filter(|value| !value.kind.is_nothing());
    let first = known.next()?;
    known.try_fold(first, |so_far, next| agree(so_far, &next))
}

fn agree(mut a: Value, b: &Value) -> Option<Value> {
    let kind = match (&a.kind, &b.kind) {
        (Kind::Number(x), Kind::Number(y)) if x.text == y.text => {
            let ahead = x.ahead.filter(|_| x.ahead == y.ahead);
            let unit = match (x.unit, y.unit) {
                (Unit::Milliseconds(g), Unit::Milliseconds(h)) => Unit::Milliseconds(coarser(g, h)),
                (Unit::Fraction(g), Unit::Fraction(h)) => Unit::Fraction(coarser(g, h)),
                (u, v) if u == v => u,
                _ => return None,
            };
            Kind::Number(Number { value: x.value.filter(|_| x.value == y.value), unit, text: x.text, ahead })
        }
        (Kind::Date(l, g), Kind::Date(m, h)) if l != m && l.is_native() && m.is_native() => {
            Kind::Date(DateLibrary::Prisma, coarser(*g, *h))
        }
        (Kind::Date(l, g), Kind::Date(m, h)) if l == m => Kind::Date(*l, coarser(*g, *h)),
        (Kind::DateText { iso: i, day: d, .. }, Kind::DateText { iso: j, day: e, .. }) if i == j && d == e => {
            Kind::DateText { iso: *i, day: *d, from: None }
        }
        (Kind::BigInt, Kind::BigInt) => Kind::BigInt,
        (Kind::Str(x), Kind::Str(y)) if x == y => a.kind.clone(),
        (Kind::Env(x), Kind::Env(y)) if x == y => a.kind.clone(),
        (Kind::Environment(x), Kind::Environment(y)) if x == y => a.kind.clone(),
        (Kind::Region(x), Kind::Region(y)) if x == y => a.kind.clone(),
        (Kind::Prisma(x), Kind::Prisma(y)) if x == y => a.kind.clone(),
        (Kind::Bool(x), Kind::Bool(y)) if x == y => a.kind.clone(),
        // Made here or there: the kind is known, the very one is not.
        (Kind::Client(x, made), Kind::Client(y, other)) if x == y => Kind::Client(*x, made.filter(|_| made == other)),
        (Kind::Instance(u, c, _), Kind::Instance(v, d, _)) if (u, c) == (v, d) => Kind::Instance(*u, *c, None),
        (Kind::Class(u, c), Kind::Class(v, d)) if (u, c) == (v, d) => a.kind.clone(),
        (Kind::Function(u, f, _), Kind::Function(v, g, _)) if (u, f) == (v, g) => Kind::Function(*u, *f, None),
        (Kind::Module(x), Kind::Module(y)) if x == y => a.kind.clone(),
        (Kind::Sdk(x), Kind::Sdk(y)) if x == y => a.kind.clone(),
        (Kind::Export(x), Kind::Export(y)) if x == y => a.kind.clone(),
        (Kind::Choice(x), Kind::Choice(y)) if same_cases(x, y) => a.kind.clone(),
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
