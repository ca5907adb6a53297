//! The code of expressions, in one piece and with other code for parts of it.

use super::written::Writer;
use crate::eval::Presence;
use crate::eval::units::Node;
use crate::eval::value::ValueKind;
use crate::facts::{BinaryOp, CastKind, Element, ExprId, ExprKind, TemplatePart, UnaryOp};
use crate::model::times::time::DateLibrary;

impl Writer<'_, '_> {
    /// Returns whether reading an expression twice does nothing else than reading it once.
    pub(super) fn is_repeatable(&self, node: Node) -> bool {
        let of = |expr: ExprId| Node { unit: node.unit, expr };
        match self.eval.units.kind(node) {
            ExprKind::Ident(..) | ExprKind::This(_) => true,
            ExprKind::Member { object, .. } => self.is_repeatable(of(*object)),
            ExprKind::Index { object, index } => {
                let fixed = matches!(
                    self.eval.units.kind(of(*index)),
                    ExprKind::String(_) | ExprKind::Number(_) | ExprKind::Ident(..)
                );
                fixed && self.is_repeatable(of(*object))
            }
            ExprKind::Paren(inner) if self.range(of(*inner)).end == self.range(node).end => false,
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => self.is_repeatable(of(*inner)),
            _ => false,
        }
    }

    /// Returns whether an expression is true whenever it is neither `null` nor `undefined`, as objects are.
    pub(super) fn is_truthy(&self, node: Node) -> bool {
        let value = self.eval.eval(node, self.frame);
        value.cases().iter().all(|case| {
            matches!(
                case.kind,
                ValueKind::Date(..)
                    | ValueKind::Object(_)
                    | ValueKind::Instance(..)
                    | ValueKind::Null
                    | ValueKind::Undefined
            ) || matches!(case.kind, ValueKind::Typed(..))
        })
    }

    /// The code of an expression, `.` for every `?.` in its chain: it is known to be there.
    pub(super) fn stripped(&self, node: Node) -> String {
        self.stripped_up_to(node)
    }

    pub(super) fn stripped_up_to(&self, node: Node) -> String {
        let facts = self.eval.units.unit(node.unit);
        let start = self.range(node).start();
        let mut text = self.text(node);
        let mut expr = node.expr;
        loop {
            let (inner, joined) = match &facts.exprs[expr.index()].kind {
                ExprKind::Member { object, .. } => (*object, "."),
                ExprKind::Index { object, .. } => (*object, ""),
                ExprKind::Call { callee, .. } => (*callee, ""),
                ExprKind::Cast(inner, _) | ExprKind::Paren(inner) => {
                    expr = *inner;
                    continue;
                }
                _ => return text,
            };
            if facts.is_optional(expr) {
                let from = self.range(Node { unit: node.unit, expr: inner }).end() - start;
                if let Some(at) = text.get(from..).and_then(|rest| rest.find("?.")) {
                    text.replace_range(from + at..from + at + 2, joined);
                }
            }
            expr = inner;
        }
    }

    /// The code of an expression with replacements for parts of it, which are in order.
    pub(super) fn spliced(&self, node: Node, parts: &[(Node, &str)]) -> String {
        let whole = self.range(node);
        let mut text = self.text(node);
        for (part, new) in parts.iter().rev() {
            let range = self.range(*part);
            text.replace_range(range.start() - whole.start()..range.end() - whole.start(), new);
        }
        text
    }

    /// `new Date()`, nothing else.
    pub(super) fn is_now(&self, node: Node) -> bool {
        match self.eval.units.kind(self.eval.units.peeled(node)) {
            ExprKind::New { callee, arguments, .. } => {
                let callee = Node { unit: node.unit, expr: *callee };
                arguments.is_empty()
                    && matches!(&self.eval.value(callee).kind, ValueKind::Global(name) if name == "Date")
            }
            _ => false,
        }
    }

    /// The moment or Day.js object in `object.valueOf()`.
    pub(super) fn library_receiver(&self, node: Node, direct: bool) -> Option<Node> {
        let ExprKind::Call { callee, arguments } = self.eval.units.kind(node) else { return None };
        if arguments.iter().any(|it| matches!(it, Element::Spread(_))) {
            return None;
        }
        let callee = Node { unit: node.unit, expr: *callee };
        let ExprKind::Member { object, .. } = self.eval.units.kind(callee) else { return None };
        let object = Node { unit: node.unit, expr: *object };
        match self.eval.value(object).kind {
            ValueKind::Date(DateLibrary::Moment | DateLibrary::Dayjs, _) if direct => Some(object),
            _ => None,
        }
    }

    pub(super) fn range(&self, node: Node) -> crate::text::TextRange {
        self.eval.units.range(node)
    }

    pub(super) fn text(&self, node: Node) -> String {
        self.rope.byte_slice(self.range(node).as_range()).to_string()
    }

    pub(super) fn unwrapped(&self, mut node: Node) -> Node {
        while let ExprKind::Paren(inner) = self.eval.units.kind(node) {
            node.expr = *inner;
        }
        node
    }

    /// Returns whether a string says the word for nothing where what it is made of is missing: `String(d?.getTime())` is
    /// then `"undefined"`, of which no number can be made.
    pub(super) fn may_say_nothing(&self, node: Node) -> bool {
        let may_miss = |expr: ExprId| self.eval.presence(Node { unit: node.unit, expr }) != Presence::Always;
        match self.eval.units.kind(self.eval.units.peeled(node)) {
            ExprKind::Template(parts) => {
                parts.iter().any(|part| matches!(part, TemplatePart::Value(expr) if may_miss(*expr)))
            }
            ExprKind::Binary(BinaryOp::Add, left, right) => may_miss(*left) || may_miss(*right),
            ExprKind::Call { callee, arguments, .. } => {
                let callee = self.eval.units.kind(Node { unit: node.unit, expr: *callee });
                matches!(callee, ExprKind::Ident(name, _) if name == "String")
                    && arguments.iter().any(|it| matches!(it, Element::Item(expr) if may_miss(*expr)))
            }
            _ => false,
        }
    }

    /// The code of an expression as the left side of a division.
    pub(super) fn factor(&self, node: Node, text: &str) -> String {
        let binds_tighter = match self.eval.units.kind(node) {
            ExprKind::Binary(BinaryOp::Mul | BinaryOp::Div | BinaryOp::Rem, ..) | ExprKind::Await(_) => true,
            ExprKind::Unary(op, _) => *op != UnaryOp::Other,
            _ => self.is_operand(node),
        };
        if binds_tighter { text.to_owned() } else { format!("({text})") }
    }

    /// The code of an expression as the left side of a dot.
    pub(super) fn operand_text(&self, node: Node, text: &str) -> String {
        if self.is_operand(node) { text.to_owned() } else { format!("({text})") }
    }

    pub(super) fn is_operand(&self, node: Node) -> bool {
        match self.eval.units.kind(node) {
            // `a, b` stands without parentheses of its own in those around it.
            ExprKind::Paren(inner) => self.range(Node { unit: node.unit, expr: *inner }).end < self.range(node).end,
            ExprKind::Ident(..)
            | ExprKind::This(_)
            | ExprKind::Member { .. }
            | ExprKind::Index { .. }
            | ExprKind::Call { .. }
            | ExprKind::String(_)
            | ExprKind::Template(_)
            | ExprKind::Array(_)
            | ExprKind::Cast(_, CastKind::NonNull) => true,
            ExprKind::New { bare, .. } => !bare,
            _ => false,
        }
    }
}
