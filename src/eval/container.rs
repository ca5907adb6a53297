//! The results of library functions that nothing else is known of, by their usual use: dependency containers
//! (`container.resolve(TrackClient)`, `app.get<Mailer>(MAILER)`), memoizers (`once(() => …)`). Also casts of a value:
//! `locals.cio as TrackClient`.

use super::Eval;
use crate::facts::{Element, ExprKind};

use super::units::Node;
use super::value::{Frame, Value, ValueKind};
use crate::sdk::Export;

/// The lookup methods of containers.
const ASKED_WITH: &[&str] = &["get", "getOrThrow", "inject", "lookup", "make", "resolve"];

/// Library functions that memoize another function.
const REMEMBERING: &[&str] =
    &["cache", "lazy", "mem", "memo", "memoize", "memoizee", "memoizeOne", "once", "onetime", "pMemoize", "singleton"];

impl Eval<'_> {
    /// Returns the result of a call of which nothing else is known.
    pub(super) fn contained(&self, call: Node, frame: &Frame) -> ValueKind {
        if let Some(remembered) = self.kept_of(call, frame) {
            return remembered;
        }
        let Some(first) = self.asked_for(call) else { return ValueKind::Unknown };
        let said = self.units.unit(call.unit).said_of(call.expr);
        if let Some(ty) = said {
            let kind = self.or_type(Value::at(call, ValueKind::Unknown), call.unit, Some(ty), &[], call).kind;
            return if matches!(kind, ValueKind::Client(..) | ValueKind::Instance(..)) {
                kind
            } else {
                ValueKind::Unknown
            };
        }
        match self.value(first).kind {
            ValueKind::Class(unit, class) => ValueKind::Instance(unit, class, None),
            ValueKind::Export(Export::Client(kind)) => ValueKind::Client(kind, None),
            _ => ValueKind::Unknown,
        }
    }

    /// Returns what a wrapper that runs a function at most once gives: the function, or, where that is kept under a
    /// name, its result.
    pub(super) fn kept_of(&self, call: Node, frame: &Frame) -> Option<ValueKind> {
        let function = self.eval(self.remembered(call)?, frame).kind;
        let is_named =
            self.called_with(call).is_some_and(|(_, first)| matches!(self.units.kind(first), ExprKind::String(_)));
        match function {
            ValueKind::Function(unit, function, made) if is_named => {
                Some(self.returned(unit, function, call, &made).kind)
            }
            function => Some(function),
        }
    }

    /// The function passed to a wrapper that runs it at most once: `once(() => new TrackClient(…))`, behind the name that
    /// the result is kept under: `singleton("cio", () => new TrackClient(…))`.
    pub(super) fn remembered(&self, call: Node) -> Option<Node> {
        let (_, first) = self.called_with(call).filter(|(name, _)| REMEMBERING.contains(name))?;
        let made = match (self.units.kind(first), self.units.kind(call)) {
            (ExprKind::String(_), ExprKind::Call { arguments, .. }) => match arguments.get(1) {
                Some(Element::Item(second)) => self.units.peeled(Node { unit: call.unit, expr: *second }),
                _ => return None,
            },
            _ => first,
        };
        matches!(self.units.kind(made), ExprKind::Function(_)).then_some(made)
    }

    /// The first argument of a call that may ask a container for something.
    pub(super) fn asked_for(&self, call: Node) -> Option<Node> {
        let (name, first) = self.called_with(call)?;
        ASKED_WITH.contains(&name).then_some(first)
    }

    /// The name that a call calls, and its first argument.
    fn called_with(&self, call: Node) -> Option<(&str, Node)> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let name = match self.units.kind(self.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { property, .. } => property,
            ExprKind::Ident(name, _) => name,
            _ => return None,
        };
        match arguments.first() {
            Some(Element::Item(first)) => Some((name, self.units.peeled(Node { unit: call.unit, expr: *first }))),
            _ => None,
        }
    }

    /// A value inside a cast: where nothing is known of it, the cast's type is trusted.
    pub(super) fn cast(&self, cast: Node, inner: Node, value: Value) -> Value {
        // Anything may be kept in a global object; what is kept there, a cast tells: `globalThis as { cio?: TrackClient }`.
        let is_shelf = matches!(&value.kind, ValueKind::Global(name) if matches!(name.as_str(), "global" | "globalThis" | "self" | "window"));
        let said = self.units.unit(cast.unit).said_of(cast.expr);
        let Some(ty) = said else { return value };
        if !value.kind.is_unknown() && !is_shelf {
            return value;
        }
        let typed = self.or_type(Value { kind: ValueKind::Unknown, ..value.clone() }, cast.unit, Some(ty), &[], cast);
        match typed.kind {
            ValueKind::Client(..) | ValueKind::Instance(..) | ValueKind::Date(..) => typed,
            // What comes out of a text has no dates in it, whatever its type says.
            ValueKind::Typed(..) if !self.is_called(inner) => typed,
            _ => value,
        }
    }

    fn is_called(&self, node: Node) -> bool {
        let node = self.units.peeled(node);
        match self.units.kind(node) {
            ExprKind::Await(inner) => self.is_called(Node { unit: node.unit, expr: *inner }),
            kind => matches!(kind, ExprKind::Call { .. }),
        }
    }
}
