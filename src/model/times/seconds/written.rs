//! The replacement of an expression that gives whole Unix seconds wherever it was a time in another form, and the same
//! as before everywhere else: `null` stays `null`, `undefined` stays `undefined`, what threw throws, and nothing with
//! side effects is evaluated twice.

use super::forms::Form;
use crate::eval::units::Node;
use crate::eval::value::{Frame, Number, Value, ValueKind};
use crate::eval::{Eval, Presence};
use crate::facts::{BinaryOp, CastKind, ExprId, ExprKind};
use crate::model::times::slots::time_of;
use crate::model::times::time::{DateLibrary, Time};
use ropey::Rope;

/// Code for an expression.
pub struct Written {
    /// The code.
    pub text: String,
    /// The title of the change.
    pub title: &'static str,
    /// True when every value stays the same, apart from the unit.
    pub safe: bool,
    level: Level,
}

/// The precedence of code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// A call, or something in parentheses.
    Primary,
    /// `a && b`, `a ?? b`
    Logical,
    /// `a ? b : c`
    Conditional,
}

const DIVIDE: &str = CONVERT;
const CONVERT: &str = "Convert to Unix seconds";
const UNIX: &str = "Convert to Unix seconds with `unix()`";
const ROUND: &str = "Round down to whole seconds";
const PARSE: &str = "Parse to Unix seconds";

/// Writes expressions of the analyzed file as seconds.
pub struct Writer<'w, 'a> {
    /// Evaluates them.
    pub eval: &'w Eval<'a>,
    /// The text of the file.
    pub rope: &'w Rope,
    /// The values of the parameters around them.
    pub frame: &'w Frame,
}

impl Writer<'_, '_> {
    /// The whole expression that `place` is a branch of: `a ?? place`, `test ? place : b`, `(place)`, `place as T`.
    pub fn root(&self, place: Node) -> Node {
        std::iter::successors(Some(place), |node| self.eval.units.branch_of(*node)).last().unwrap_or(place)
    }

    /// The code for an expression; `None` where none is right.
    pub fn write(&self, node: Node) -> Option<Written> {
        let of = |expr: ExprId| Node { unit: node.unit, expr };
        match self.eval.units.kind(node) {
            ExprKind::Paren(inner) if self.range(of(*inner)).end == self.range(node).end => {
                // `(a, b)`: the last one counts.
                let inner = of(*inner);
                let written = self.write(inner)?;
                Some(Written { text: self.spliced(node, &[(inner, &written.text)]), ..written })
            }
            ExprKind::Paren(inner) if self.range(of(*inner)).start > self.range(node).start => {
                let sequence = matches!(self.eval.units.kind(of(*inner)), ExprKind::Paren(last)
                    if self.range(of(*last)).end == self.range(of(*inner)).end);
                let written = self.write(of(*inner))?;
                // A comment in the parentheses stays where it is.
                let bare = self.text(node).len() - self.text(of(*inner)).len() == "()".len();
                if written.level == Level::Primary && !sequence && bare {
                    return Some(written);
                }
                let text = self.spliced(node, &[(of(*inner), &written.text)]);
                Some(Written { text, level: Level::Primary, ..written })
            }
            ExprKind::Conditional(test, then, other) => {
                let (test, then, other) = (of(*test), of(*then), of(*other));
                // `d ? d : null`: what the condition looks at is there.
                let is_tested = self.is_repeatable(then) && self.text(test) == self.text(then);
                let a = match self.kinds(then).wrong.as_slice() {
                    [Form::Date(_)] if is_tested => self.plain(then, &self.stripped(then))?,
                    _ => self.branch(then)?,
                };
                let b = self.branch(other)?;
                let text = self.spliced(node, &[(then, &a.text), (other, &b.text)]);
                Some(both(a, b, text, Level::Conditional))
            }
            ExprKind::Binary(BinaryOp::And, _, right) => {
                let written = self.write(of(*right))?;
                let text = self.spliced(node, &[(of(*right), &written.within(Level::Logical))]);
                Some(Written { text, level: Level::Logical, ..written })
            }
            ExprKind::Binary(op @ (BinaryOp::Or | BinaryOp::Nullish), left, right) => {
                self.fallback(node, *op, of(*left), of(*right))
            }
            ExprKind::Cast(inner, CastKind::NonNull) => {
                let inner = of(*inner);
                if self.eval.presence(inner) == Presence::Always || self.kinds(inner).wrong.is_empty() {
                    return self.leaf(node);
                }
                // The author's word that it is there stays: to the compiler, not to the program.
                let written = self.write(inner)?;
                match written.level {
                    Level::Primary => Some(written),
                    _ => Some(Written { text: format!("({})!", written.text), level: Level::Primary, ..written }),
                }
            }
            ExprKind::Cast(inner, _) if !self.kinds(of(*inner)).wrong.is_empty() => {
                let inner = of(*inner);
                let written = self.write(inner)?;
                let said = self.eval.units.unit(node.unit).said_of(node.expr);
                let is_date = |ty| matches!(self.eval.kind_of_type(node.unit, ty), ValueKind::Date(..));
                // What is cast to a date is a number now, and what comes out whole needs no cast.
                if written.level == Level::Primary || said.is_some_and(is_date) {
                    return Some(written);
                }
                let text = self.spliced(node, &[(inner, &format!("({})", written.text))]);
                Some(Written { text, level: Level::Conditional, ..written })
            }
            _ => self.leaf(node),
        }
    }

    /// A branch of a choice: anything that is right, or not a time, stays.
    fn branch(&self, node: Node) -> Option<Written> {
        if self.kinds(node).wrong.is_empty() { Some(self.unchanged(node)) } else { self.write(node) }
    }

    fn unchanged(&self, node: Node) -> Written {
        Written { text: self.text(node), title: "", safe: true, level: Level::Conditional }
    }

    /// `left ?? right`, `left || right`
    fn fallback(&self, node: Node, op: BinaryOp, left: Node, right: Node) -> Option<Written> {
        let (a, b) = (self.kinds(left), self.kinds(right));
        let mut forms = a.wrong.clone();
        forms.extend(b.wrong.iter().filter(|form| !a.wrong.contains(form)));
        if a.wrong.is_empty() {
            let written = self.branch(right)?;
            let text = self.spliced(node, &[(right, &written.within(Level::Primary))]);
            // What is not known may be a time in the same form, which is not fixed here.
            return Some(Written { text, safe: written.safe && !a.unknown, level: Level::Logical, ..written });
        }
        let all_wrong = !(a.right || a.unknown || b.right || b.unknown);
        if all_wrong && self.eval.presence(node) == Presence::Always {
            return self.whole(node, &forms);
        }
        if a.right || a.unknown {
            return None;
        }
        if self.eval.presence(left) == Presence::Always {
            // It never falls back.
            let (a, b) = (self.write(left)?, self.branch(right)?);
            let text = self.spliced(node, &[(left, &a.within(Level::Primary)), (right, &b.within(Level::Primary))]);
            let safe = a.safe && op == BinaryOp::Nullish;
            return Some(Written { safe, ..both(a, b, text, Level::Logical) });
        }
        let b = self.branch(right)?;
        let a = self.guarded(left, &b.text)?;
        // `||` looks at a number itself: 0 and NaN fall back.
        let falls = op == BinaryOp::Or && !matches!(forms.as_slice(), [Form::Date(_)]);
        let (safe, text) = (a.safe && b.safe && !falls, a.text.clone());
        Some(Written { safe, ..both(a, b, text, Level::Conditional) })
    }

    /// An expression all of whose branches are times in these forms, and which is never nothing, converted as one.
    fn whole(&self, node: Node, forms: &[Form]) -> Option<Written> {
        let text = self.text(node);
        let primary = |title, text, safe| Some(Written { text, title, safe, level: Level::Primary });
        let library = |form: &Form| match form {
            Form::Date(library) => Some(*library),
            _ => None,
        };
        if let [first, rest @ ..] = forms
            && let Some(of) = library(first)
            && rest.iter().all(|form| library(form).is_some_and(|it| it == of || it.is_native() && of.is_native()))
        {
            let (title, text) = dated(&format!("({text})"), of);
            return primary(title, text, true);
        }
        match forms {
            [Form::Milliseconds { text: false }] => primary(DIVIDE, format!("Math.floor(({text}) / 1000)"), true),
            [Form::Milliseconds { text: true }] => {
                let value = self.eval.eval(node, self.frame);
                let safe = !value.cases().iter().any(|case| self.may_say_nothing(case.node));
                primary(DIVIDE, format!("Math.floor(Number({text}) / 1000)"), safe)
            }
            [Form::Fraction { text: false }] => primary(ROUND, format!("Math.floor({text})"), true),
            [Form::Text] => primary(PARSE, format!("Math.floor(Date.parse({text}) / 1000)"), false),
            // A date is its milliseconds when it is asked for a number.
            _ if forms.iter().all(|form| matches!(form, Form::Date(_) | Form::Milliseconds { .. })) => {
                primary(CONVERT, format!("Math.floor(Number({text}) / 1000)"), true)
            }
            _ => None,
        }
    }

    /// An expression that is converted where it is something, and else is `other`.
    fn guarded(&self, node: Node, other: &str) -> Option<Written> {
        let node = self.unwrapped(node);
        let forms = self.kinds(node).wrong;
        let conditional = |base: Node, written: Written| {
            let text = if self.is_truthy(base) {
                format!("{} ? {} : {other}", self.text(base), written.text)
            } else {
                format!("{} == null ? {other} : {}", self.text(base), written.text)
            };
            Some(Written { text, level: Level::Conditional, ..written })
        };
        if let Some(base) = self.optional_base(node, &forms) {
            let written = self.plain(node, &self.stripped(node))?;
            return if self.is_repeatable(base) { conditional(base, written) } else { None };
        }
        if !self.is_repeatable(node) {
            return None;
        }
        let written = self.plain(node, &self.stripped(node))?;
        let sure = self.eval.presence(node) != Presence::Unknown;
        conditional(node, Written { safe: written.safe && sure, ..written })
    }

    /// Returns the part of a chain that `?.` may find missing, where the rest exists whenever that part does.
    fn optional_base(&self, node: Node, forms: &[Form]) -> Option<Node> {
        let link = self.eval.last_optional(node)?;
        // A date may be missing by itself.
        if !matches!(self.eval.units.kind(node), ExprKind::Call { .. }) || matches!(forms, [Form::Date(_)]) {
            return None;
        }
        let base = match self.eval.units.kind(link) {
            ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
            ExprKind::Call { callee, .. } => *callee,
            _ => return None,
        };
        Some(Node { unit: link.unit, expr: base })
    }

    /// An expression without branches.
    fn leaf(&self, node: Node) -> Option<Written> {
        let kinds = self.kinds(node);
        let sole = !kinds.right && !kinds.unknown;
        let presence = self.eval.presence(node);
        if presence == Presence::Always {
            return match kinds.wrong.as_slice() {
                [_] if sole => self.plain(node, &self.text(node)),
                [_, ..] if sole => self.whole(node, &kinds.wrong),
                _ => None,
            };
        }
        let ([form], true) = (kinds.wrong.as_slice(), sole) else { return None };
        if self.optional_base(self.unwrapped(node), &kinds.wrong).is_some() {
            return self.guarded(node, "undefined");
        }
        if !self.is_repeatable(node) {
            return None;
        }
        let written = self.plain(node, &self.stripped(node))?;
        // A number is itself where it is 0 or NaN; of a date it has to be known that it is one.
        let sure = matches!(form, Form::Milliseconds { text: false } | Form::Fraction { text: false })
            || presence == Presence::Nullish;
        let text = format!("{} && {}", self.operand_text(node, &self.text(node)), written.text);
        Some(Written { text, level: Level::Logical, safe: written.safe && sure, ..written })
    }

    /// An expression in one form that is there, whose code is `text`.
    fn plain(&self, node: Node, text: &str) -> Option<Written> {
        let value = self.eval.eval(node, self.frame);
        let cases: Vec<&Value> = value.cases().iter().filter(|case| !case.kind.is_nothing()).collect();
        let value = cases.first()?;
        let time = time_of(self.eval, value)?;
        let direct = cases.len() == 1 && self.eval.units.peeled(value.node) == self.eval.units.peeled(node);
        let primary = |title, text, safe| Some(Written { text, title, safe, level: Level::Primary });
        let is_text = matches!(value.kind, ValueKind::Number(Number { text: true, .. }));
        let safe_text = !is_text || !self.may_say_nothing(value.node);
        match time {
            Time::Seconds => None,
            Time::Milliseconds { literal: Some(number), .. } if direct => {
                primary(DIVIDE, format!("{}", (number / 1000.0).floor()), true)
            }
            Time::Finer { per_second } if direct => {
                let ValueKind::Number(number) = value.kind else { return None };
                primary(CONVERT, format!("{}", (number.value? / per_second).floor()), true)
            }
            Time::Finer { .. } => None,
            Time::Milliseconds { text: true, .. } => {
                primary(DIVIDE, format!("Math.floor(Number({text}) / 1000)"), safe_text)
            }
            Time::Milliseconds { .. } => match self.library_receiver(node, direct) {
                Some(object) => primary(UNIX, format!("{}.unix()", self.in_place(node, object, text)), true),
                None => primary(DIVIDE, format!("Math.floor({} / 1000)", self.factor(node, text)), true),
            },
            Time::FractionalSeconds { .. } if is_text => {
                primary(ROUND, format!("Math.floor(Number({text}))"), safe_text)
            }
            Time::FractionalSeconds { .. } => primary(ROUND, format!("Math.floor({text})"), true),
            Time::Date(library) if self.is_now(node) && library.is_native() => {
                primary(CONVERT, "Math.floor(Date.now() / 1000)".to_owned(), true)
            }
            Time::Date(library) => {
                let (title, text) = dated(&self.operand_text(node, text), library);
                primary(title, text, true)
            }
            Time::DateText { .. } => match &value.kind {
                ValueKind::DateText { from: Some((object, library)), .. } if direct && object.unit == node.unit => {
                    if self.is_now(*object) && library.is_native() {
                        return primary(CONVERT, "Math.floor(Date.now() / 1000)".to_owned(), false);
                    }
                    let object_text = self.in_place(node, *object, text);
                    let (title, text) = dated(&self.operand_text(*object, &object_text), *library);
                    primary(title, text, false)
                }
                _ => primary(PARSE, format!("Math.floor(Date.parse({text}) / 1000)"), false),
            },
        }
    }

    /// The code of `part`, the beginning of `node`, in code for `node` that may have lost its `?.`.
    fn in_place(&self, node: Node, part: Node, text: &str) -> String {
        if text == self.text(node) { self.text(part) } else { self.stripped_up_to(part) }
    }
}

impl Written {
    /// The code, in parentheses where it binds less tightly than its surroundings.
    fn within(&self, level: Level) -> String {
        if self.level <= level || self.title.is_empty() { self.text.clone() } else { format!("({})", self.text) }
    }
}

/// Two branches as one.
fn both(a: Written, b: Written, text: String, level: Level) -> Written {
    let title = match (a.title, b.title) {
        (title, "") | ("", title) => title,
        (one, other) if one == other => one,
        _ => CONVERT,
    };
    Written { text, title, safe: a.safe && b.safe, level }
}

/// A date object as seconds.
fn dated(object: &str, library: DateLibrary) -> (&'static str, String) {
    match library {
        DateLibrary::Moment | DateLibrary::Dayjs => (UNIX, format!("{object}.unix()")),
        DateLibrary::Luxon => (CONVERT, format!("Math.floor({object}.toSeconds())")),
        DateLibrary::Native | DateLibrary::Prisma => (CONVERT, format!("Math.floor({object}.getTime() / 1000)")),
    }
}
