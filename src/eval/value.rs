//! The value that an expression can be proved to have.

mod agreement;
mod date_library;
mod frame;
mod plain;
mod prisma;
mod request;
mod sender;
pub mod too_large;

pub use agreement::agreement;
pub use date_library::DateLibrary;
pub use frame::{Activation, CallId, Frame, Merged};
pub use prisma::Prisma;
pub use request::{Address, AddressPart, Request, SenderOptions, SetOption};
pub use sender::{Sender, SenderMade};

use super::units::files::LocalFile;
use super::units::{Bound, Node, UnitId};
use crate::facts::{ClassId, EnumId, FunctionId, TypeId};
use crate::sdk::{ClientKind, Export, Module, Region};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use std::rc::Rc;

/// The maximum number of things that a value may be before it is taken as unknown.
const MOST_CASES: usize = 512;
/// From how many on those are counted once that come from one place.
const MANY_CASES: usize = 16;

/// A value and where it comes from.
#[derive(Clone, Debug)]
pub struct Value {
    /// The kind of value.
    pub kind: ValueKind,
    /// The expression that makes it.
    pub node: Node,
    /// The expression that stands for it at the place that was asked for: the variable, the call, the branch of a
    /// choice. The same as `node` when nothing lies between.
    pub place: Node,
    /// The expressions that stood for it before `place` did, from the last one on, as far as they are elsewhere: in
    /// another statement or function, or in the call that handed it over as an argument.
    pub trail: Trail,
}

/// Expressions, from the last one to the first.
pub type Trail = Option<Rc<TrailStep>>;

/// One expression of a trail.
#[derive(Debug)]
pub struct TrailStep {
    place: Node,
    /// True when the expression stands for something that the value is a part of.
    whole: bool,
    /// The number of steps, with those before it.
    length: u32,
    before: Trail,
}

/// The maximum number of expressions kept of a trail. The places that a finding shows besides its own are taken from
/// them; the value does not depend on it.
const MOST_STEPS: u32 = 64;

impl TrailStep {
    fn after(before: Trail, place: Node, whole: bool) -> Trail {
        let length = before.as_ref().map_or(0, |step| step.length) + 1;
        if length > MOST_STEPS { before } else { Some(Rc::new(Self { place, whole, length, before })) }
    }
}

impl Value {
    /// The client that a value is, when all that is known of it is one kind of client. It may also be nothing,
    /// something that is not known (`injected ?? new TrackClient(…)`), or the replacement of a client where there is
    /// none (`enabled ? new TrackClient(…) : { identify() {} }`): calling a method on it means a client.
    pub fn client_kind(&self) -> Option<ClientKind> {
        let is_other = |kind: &ValueKind| {
            kind.is_nothing() || kind.is_unknown() || matches!(kind, ValueKind::Object(_) | ValueKind::Instance(..))
        };
        let mut kinds = self.cases().iter().filter(|case| !is_other(&case.kind));
        let ValueKind::Client(kind, _) = kinds.next()?.kind else { return None };
        kinds.all(|case| matches!(case.kind, ValueKind::Client(other, _) if other == kind)).then_some(kind)
    }
    /// A value that an expression creates in place.
    pub fn at(node: Node, kind: ValueKind) -> Self {
        Self { kind, node, place: node, trail: None }
    }
    /// The same value, made by the same expression, which another one stands for.
    pub fn seen_at(self, place: Node) -> Self {
        let elsewhere = self.place.unit != place.unit;
        self.stood_for(place, elsewhere)
    }
    /// The same value as the parameter `place`, to which it was handed as an argument.
    pub fn passed_to(self, place: Node) -> Self {
        self.stood_for(place, true)
    }
    fn stood_for(self, place: Node, remembers: bool) -> Self {
        let kind = match self.kind {
            ValueKind::Choice(cases) => {
                ValueKind::Choice(cases.iter().map(|case| case.clone().stood_for(place, remembers)).collect())
            }
            kind => kind,
        };
        let remembers = remembers && self.place != place;
        let trail = if remembers { TrailStep::after(self.trail, self.place, false) } else { self.trail };
        Self { kind, place, trail, ..self }
    }
    /// The same value as a part of `whole`: where nothing else stands for it, `whole` does.
    pub fn part_of(self, whole: &Value) -> Self {
        fn wholes(trail: &Trail) -> Trail {
            let step = trail.as_ref()?;
            TrailStep::after(wholes(&step.before), step.place, true)
        }
        fn behind(trail: &Trail, whole: &Value) -> Trail {
            match trail {
                Some(step) => TrailStep::after(behind(&step.before, whole), step.place, step.whole),
                None => TrailStep::after(wholes(&whole.trail), whole.place, true),
            }
        }
        let trail = behind(&self.trail, whole);
        let kind = match self.kind {
            ValueKind::Choice(cases) => {
                ValueKind::Choice(cases.iter().map(|case| case.clone().part_of(whole)).collect())
            }
            kind => kind,
        };
        Self { kind, trail, ..self }
    }
    /// The expressions that stand for it, or for something that it is a part of, the last one first, and the one that
    /// makes it.
    pub fn places(&self) -> impl Iterator<Item = Node> + '_ {
        std::iter::once(self.place).chain(self.steps().map(|step| step.place)).chain([self.node])
    }
    /// The expressions that stand for it itself, the last one first, and the one that makes it.
    pub fn own_places(&self) -> impl Iterator<Item = Node> + '_ {
        let own = self.steps().filter(|step| !step.whole).map(|step| step.place);
        std::iter::once(self.place).chain(own).chain([self.node])
    }
    fn steps(&self) -> impl Iterator<Item = &TrailStep> + '_ {
        let mut trail = self.trail.as_deref();
        std::iter::from_fn(move || {
            let step = trail?;
            trail = step.before.as_deref();
            Some(step)
        })
    }
    /// Returns the possible values, one by one.
    pub fn cases(&self) -> &[Value] {
        match &self.kind {
            ValueKind::Choice(cases) => cases,
            _ => std::slice::from_ref(self),
        }
    }
    /// One of several.
    pub fn choice(node: Node, values: impl IntoIterator<Item = Value>) -> Self {
        let mut cases: Vec<Value> = Vec::new();
        for value in values {
            match value.kind {
                ValueKind::Choice(inner) => cases.extend(inner.iter().cloned()),
                _ => cases.push(value),
            }
        }
        if cases.len() == 1 {
            return cases.remove(0);
        }
        if cases.len() > MANY_CASES {
            // What comes from one place in several ways is one thing.
            let mut seen = FxHashSet::default();
            cases.retain(|case| {
                !(case.kind.is_plain() || case.kind.is_unknown())
                    || seen.insert((case.node, format!("{:?}", case.kind)))
            });
        }
        if cases.len() > MOST_CASES {
            // What is not known in some case is no loss.
            if cases.iter().all(|case| !case.kind.is_unknown()) {
                too_large::overflown(node);
            }
            return Self::at(node, ValueKind::Unknown);
        }
        if cases.is_empty() {
            return Self::at(node, ValueKind::Unknown);
        }
        Self::at(node, ValueKind::Choice(cases.into()))
    }
    /// Returns whether it may be something that is not known.
    pub fn is_partial(&self) -> bool {
        self.cases().iter().any(|case| case.kind.is_unknown())
    }
    /// Its text, when it is one known string.
    pub fn as_str(&self) -> Option<&SmolStr> {
        match &self.kind {
            ValueKind::Str(text) => Some(text),
            _ => None,
        }
    }
}

/// The kind of a value.
#[derive(Clone, Debug)]
pub enum ValueKind {
    /// Not to be known.
    Unknown,
    /// `undefined`
    Undefined,
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A known string.
    Str(SmolStr),
    /// A number, or a string of digits.
    Number(Number),
    /// A bigint.
    BigInt,
    /// A date object.
    Date(DateLibrary, Grain),
    /// A string that holds a date.
    DateText {
        /// ISO 8601.
        iso: bool,
        /// Only a day.
        day: bool,
        /// The date object that was turned into it.
        from: Option<(Node, DateLibrary)>,
    },
    /// An environment variable: a string or nothing.
    Env(SmolStr),
    /// Something that hands on environment variables.
    Environment(EnvironmentObject),
    /// Something of Prisma.
    Prisma(Prisma),
    /// A module of the project, as an object.
    Module(LocalFile),
    /// A module of the SDK.
    Sdk(Module),
    /// An export of the SDK.
    Export(Export),
    /// A client; where it is made, when that was seen.
    Client(ClientKind, Option<Node>),
    /// A method that is bound to its client; where that is made, when it was seen.
    Method(ClientKind, SmolStr, Option<Node>),
    /// `RegionUS`, `RegionEU`
    Region(Region),
    /// A request of the SDK, by its class.
    Request(&'static str),
    /// An object literal, and the variable it was put in.
    Object(Object),
    /// An array literal.
    Array(Node, Frame),
    /// Values in a row: the arguments that a rest parameter gathers.
    List(Rc<[Value]>),
    /// An iterable of which only the elements are known.
    Many(Rc<Value>),
    /// A map, or an object, of which only the values are known, whatever their keys are.
    Keyed(Rc<Value>),
    /// A function, with the calls under evaluation where it was made: what the parameters around it are worth.
    Function(UnitId, FunctionId, Frame),
    /// A class.
    Class(UnitId, ClassId),
    /// An instance of a class, with the call of its constructor where that was seen.
    Instance(UnitId, ClassId, Frame),
    /// An enum.
    Enum(UnitId, EnumId),
    /// Something of a declared type.
    Typed(UnitId, TypeId),
    /// Another block of the document that a file is, by the specifier that leads to it.
    Block(LocalFile, SmolStr),
    /// A global, or a member of one: `Date.now`.
    Global(SmolStr),
    /// Something of another package: module and the path in it, `default`, `DateTime.now`.
    Package(SmolStr, SmolStr),
    /// A library that sends requests, or something of one.
    Sender(Rc<Sender>),
    /// One of several.
    Choice(Rc<[Value]>),
}

impl ValueKind {
    /// Returns whether it is unknown.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
    /// Returns whether it is `undefined` or `null`.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Undefined | Self::Null)
    }
    /// Returns whether it is something in any case.
    pub fn is_something(&self) -> bool {
        !matches!(
            self,
            Self::Unknown
                | Self::Undefined
                | Self::Null
                | Self::Bool(false)
                | Self::BigInt
                | Self::Env(_)
                | Self::Prisma(_)
                | Self::Typed(..)
                | Self::Choice(_)
                | Self::Global(_)
                | Self::Package(..)
                | Self::Sender(_)
        )
    }
}

/// Something that hands on environment variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvironmentObject {
    /// An object of them, as a schema lets it through.
    Checked,
    /// The result of a schema for them: `{ success, data }`.
    Result,
    /// Something that looks them up: a `ConfigService`.
    Service,
}

/// An object literal.
#[derive(Clone, Debug)]
pub struct Object {
    /// The literal.
    pub node: Node,
    /// The variable that holds it, whose members may be written to later.
    pub bound: Option<Bound>,
    /// The field that holds it instead, by its name and the unit of its class.
    pub field: Option<(UnitId, SmolStr)>,
    /// The parameter that it is handed to as it is written, where nothing else holds it.
    pub parameter: Option<Bound>,
    /// The call `Object.assign(literal, …)` that puts more into it right where it is written.
    pub plus: Option<Node>,
    /// The keys that a pattern took out of it: its value is the rest.
    pub without: Option<Rc<[SmolStr]>>,
    /// The values of the parameters around it.
    pub frame: Frame,
}

impl Object {
    /// A literal that nothing holds.
    pub fn literal(node: Node, frame: Frame) -> Self {
        Self { node, bound: None, field: None, parameter: None, plus: None, without: None, frame }
    }
    /// Returns whether nothing holds it, so that nothing can be written to it later.
    pub fn is_loose(&self) -> bool {
        self.bound.is_none() && self.field.is_none()
    }
}

/// A number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value, when known.
    pub value: Option<f64>,
    /// The unit that it counts.
    pub unit: TimeUnit,
    /// True for a string of digits.
    pub text: bool,
    /// The number of seconds by which it lies ahead of the moment at which the clock was read for it, where it is a
    /// time and that is known.
    pub ahead: Option<f64>,
}

impl Number {
    /// A plain number.
    pub fn plain(value: Option<f64>) -> Self {
        Self { value, unit: TimeUnit::Plain, text: false, ahead: None }
    }
    /// A number that counts something.
    pub fn of(unit: TimeUnit) -> Self {
        Self { value: None, unit, text: false, ahead: None }
    }
}

/// The unit that a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Nothing that is known.
    Plain,
    /// Milliseconds since the epoch.
    Milliseconds(Grain),
    /// Seconds since the epoch, not rounded.
    Fraction(Grain),
    /// Whole seconds since the epoch.
    Seconds,
}

/// The precision of a time: the part below the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// It has: it is read off the clock.
    Fine,
    /// Not to be known.
    Unknown,
    /// It has not.
    Whole,
}
