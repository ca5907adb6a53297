//! The questions to the evaluation, and the answers.

use super::ObjectEntry;
use super::changes::Changes;
use super::entries::Entries;
use super::nullish::Presence;
use super::units::files::LocalFile;
use super::units::{Bound, Node, UnitId};
use super::value::{CallId, Frame, Object, Request, Value, ValueKind};
use crate::facts::{ExprId, FunctionId, TypeId};
use smol_str::SmolStr;
use std::rc::Rc;

/// A question, each about an expression, a variable or the like under a frame.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Question {
    /// The values assigned to a variable.
    Written(Bound),
    /// The result of `typeof name`.
    TypeOf(Bound),
    /// The value of a type.
    Type(UnitId, TypeId),
    /// The value of a field of a type.
    Field(UnitId, TypeId, SmolStr),
    /// The changes to the object that a variable holds.
    Changes(Bound),
    /// The calls of interest in a function whose body is an expression, over as many files.
    Calls(UnitId, FunctionId, u8),
    /// The calls of interest in a unit, over as many files.
    CallsInUnit(UnitId, u8),
    /// Asks whether a call is of interest, over as many files.
    OfInterest(Node, u8),
    /// The CommonJS export of a file under a name, seen from an expression.
    CommonJs(LocalFile, SmolStr, Node),
    /// The value of a variable that a file exports, seen from an expression.
    Exported(Bound, Node),
    /// Asks whether a variable may be null or undefined.
    Presence(Bound),
    /// Asks whether the result of a function may be null or undefined.
    PresenceOf(UnitId, FunctionId),
    /// The value of an expression.
    Value(Node),
    /// All elements of an array.
    Elements(Node),
    /// The elements of an array that are known.
    Items(Node),
    /// The properties that all elements of an array share.
    Each(Node),
    /// The request that a call sends without the SDK.
    Sent(Node),
    /// The entries of an object.
    Entries(Box<Held>),
}

/// An object by what holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Held {
    node: Node,
    bound: Option<Bound>,
    field: Option<(UnitId, SmolStr)>,
    parameter: Option<Bound>,
    plus: Option<Node>,
    without: Option<Rc<[SmolStr]>>,
}

impl Held {
    pub(super) fn of(object: &Object) -> Self {
        let Object { node, bound, field, parameter, plus, without, frame: _ } = object.clone();
        Self { node, bound, field, parameter, plus, without }
    }
    pub(super) fn object(&self, frame: Frame) -> Object {
        let Self { node, bound, field, parameter, plus, without } = self.clone();
        Object { node, bound, field, parameter, plus, without, frame }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Presence(Presence),
    Value(Value),
    Kind(Option<ValueKind>),
    Written(Written),
    Values(Option<Rc<[Value]>>),
    Each(Option<Value>),
    Entries(Rc<Entries>),
    Changes(Rc<Changes>),
    Calls(Rc<[Node]>),
    Sent(Option<Rc<Request>>),
}

/// The values assigned to a variable besides its initializer.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// True when nothing is known of the values.
    pub unknown: bool,
    /// The value that all assignments agree on; `None` where they agree on nothing.
    pub value: Option<Value>,
    /// True when something is added to it.
    pub shifted: bool,
}

/// A question with all that its answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    pub question: Question,
    pub narrow: bool,
    pub frame: CallId,
}

impl Key {
    /// The unit that it is about.
    pub fn unit(&self) -> UnitId {
        match &self.question {
            Question::Written(bound) | Question::TypeOf(bound) | Question::Changes(bound) => bound.unit,
            Question::Exported(bound, _) | Question::Presence(bound) => bound.unit,
            Question::Type(unit, _) | Question::Field(unit, ..) => *unit,
            Question::Calls(unit, ..) | Question::CallsInUnit(unit, _) | Question::PresenceOf(unit, _) => *unit,
            Question::CommonJs(file, ..) => UnitId { file: *file, at: 0 },
            Question::OfInterest(node, _) | Question::Value(node) | Question::Elements(node) => node.unit,
            Question::Items(node) | Question::Each(node) | Question::Sent(node) => node.unit,
            Question::Entries(held) => held.node.unit,
        }
    }
    /// The expression that it is about.
    pub fn expr(&self) -> Option<ExprId> {
        match &self.question {
            Question::OfInterest(node, _) | Question::Value(node) | Question::Elements(node) => Some(node.expr),
            Question::Items(node) | Question::Each(node) | Question::Sent(node) => Some(node.expr),
            Question::Entries(held) => Some(held.node.expr),
            _ => None,
        }
    }
}

impl Answer {
    /// The approximate number of bytes that it takes besides those that every answer takes.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Value(Value { kind: ValueKind::Str(text), .. }) if text.is_heap_allocated() => text.len(),
            Self::Values(Some(values)) => values.len() * size_of::<Value>(),
            Self::Entries(entries) => entries.list.len() * size_of::<ObjectEntry>(),
            _ => 0,
        }
    }
}
