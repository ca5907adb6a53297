//! The one guarded way to ask: every question whose answer may rest on its own goes through [`Eval::ask`].
//!
//! A question that is asked while it is being answered gets the answer of its kind for an unknown value, and every
//! answer that used it is provisional: it is kept for as long as the question is open on which it rests, and dropped
//! with its answer. Of the questions of a circle the first by its place in the code is answered first, no matter which
//! was asked, so that the order in which rules ask changes nothing. Depth and work are bounded for each question that a
//! rule asks; an answer that was cut off is not kept, and where it was is remembered to be said.
//!
//! The order may decide which questions are cut off, because a known answer costs nothing. A complete answer does not
//! depend on it: a question that is cut off in one order, and not in another, is reported in the first one, with its
//! place. So where nothing is reported, nothing depends on the order; a test holds both.

use super::Eval;
use super::changes::Changes;
use super::entries::Entries;
use super::limits::What;
use super::nullish::Presence;
use super::units::files::FileNo;
use super::units::{Bound, Node, UnitId};
use super::value::overflown::take_overflown;
use super::value::{CallId, Frame, Kind, Object, Value};
use crate::facts::{ExprId, FunctionId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The maximum number of questions open inside one another.
const MAX_DEPTH: usize = 1_000;
/// The maximum number of questions answered for one that a rule asks.
const MAX_WORK: u32 = 200_000;
/// The maximum number of questions of a file that may run out of it. Later questions get less, so that the whole file
/// ends; a question that exceeds that is reported like the rest.
const MOST_EXHAUSTED: usize = 8;
/// The limit on work for those questions.
const LITTLE_WORK: u32 = 4_000;
/// The maximum number of times that a question is answered again because another one of its circle comes first.
const MAX_ROUNDS: u32 = 64;
/// The maximum number of circles that a question may be one of: then its answer is kept as the last of them gave it.
const MAX_CIRCLES: u8 = 4;
/// The stack that must be left to answer a question on the current stack.
const RED_ZONE: usize = 192 * 1024;
/// The stack that is added at a time.
const GROWTH: usize = 2 * 1024 * 1024;

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
    /// The calls of interest in a function whose body is an expression.
    Calls(UnitId, FunctionId),
    /// The calls of interest in a unit.
    CallsInUnit(UnitId),
    /// Asks whether a call is of interest.
    OfInterest(Node),
    /// The CommonJS export of a file under a name, seen from an expression.
    CommonJs(FileNo, SmolStr, Node),
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
    fn object(&self, frame: Frame) -> Object {
        let Self { node, bound, field, parameter, plus, without } = self.clone();
        Object { node, bound, field, parameter, plus, without, frame }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Presence(Presence),
    Value(Value),
    Kind(Option<Kind>),
    Written(Written),
    Values(Option<Rc<[Value]>>),
    Each(Option<Value>),
    Entries(Rc<Entries>),
    Changes(Rc<Changes>),
    Calls(Rc<[Node]>),
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

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key {
    question: Question,
    narrow: bool,
    frame: CallId,
}

enum State {
    /// Being answered, at this depth.
    Open(usize),
    Known(Answer),
    /// Answered for as long as the question at this depth is open; whether something was cut off.
    Provisional(Answer, usize, bool),
}

/// An open question.
struct Open {
    /// The outermost open question on whose answer this one rests.
    low: usize,
    /// True when something was cut off for depth or work.
    cut: bool,
    /// The beginning of its part of the log.
    log: usize,
}

/// All that was asked.
#[derive(Default)]
pub(super) struct Asks {
    states: RefCell<FxHashMap<Key, State>>,
    open: RefCell<Vec<Open>>,
    /// The provisional answers, each with the frame to ask it again in.
    log: RefCell<Vec<(Key, Frame)>>,
    /// The number of circles each question was one of without being the first.
    circles: RefCell<FxHashMap<Key, u8>>,
    /// The place of the outermost open question.
    asked_for: Cell<Option<Node>>,
    /// The amount subtracted from [`MAX_WORK`], for tests.
    less: Cell<u32>,
    work: Cell<u32>,
    steps: Cell<u64>,
    /// The questions of rules that ran out of work: asked again, they would again.
    exhausted: RefCell<FxHashSet<Key>>,
    /// The number of open questions after calls inside one another.
    calls: Cell<u32>,
    salt: Cell<u64>,
}

impl Asks {
    fn rests_on(&self, low: usize, cut: bool) {
        if let Some(open) = self.open.borrow_mut().last_mut() {
            open.low = open.low.min(low);
            open.cut |= cut;
        }
    }
    /// The first question of a circle is answered: the others are answered again when they are asked, now that it is
    /// known. A member of several circles is not, so that the work stays near the size of the circle.
    fn leave_circle(&self, members: Vec<(Key, Frame)>) {
        let (mut states, mut circles) = (self.states.borrow_mut(), self.circles.borrow_mut());
        for (key, _) in members {
            let count = circles.entry(key.clone()).or_default();
            *count += 1;
            if let Some(State::Provisional(answer, _, false)) = states.remove(&key)
                && *count >= MAX_CIRCLES
            {
                states.insert(key, State::Known(answer));
            }
        }
    }
    /// The place of the question that a rule asked, where it is in the analyzed file.
    pub(super) fn asked_for(&self) -> Option<Node> {
        self.asked_for.get().filter(|node| node.is_here())
    }
    /// Answers at most this many questions for one.
    pub(super) fn work_no_more_than(&self, most: u32) {
        self.less.set(MAX_WORK.saturating_sub(most));
    }
    /// The number of questions answered so far.
    pub(super) fn steps(&self) -> u64 {
        self.steps.get()
    }
    /// Does something, and tells whether it rests on an open question or was cut off.
    pub(super) fn watched<T>(&self, inside: impl FnOnce() -> T) -> (T, bool) {
        let before = self.open.borrow_mut().last_mut().map(|open| {
            let before = (open.low, open.cut);
            (open.low, open.cut) = (usize::MAX, false);
            before
        });
        let result = inside();
        let Some((low, cut)) = before else { return (result, false) };
        let mut open = self.open.borrow_mut();
        let Some(open) = open.last_mut() else { return (result, false) };
        let provisional = open.cut || open.low != usize::MAX;
        open.low = open.low.min(low);
        open.cut |= cut;
        (result, provisional)
    }
    /// A number that nothing else has.
    pub(super) fn fresh(&self) -> u64 {
        self.salt.set(self.salt.get() + 1);
        self.salt.get()
    }
    /// Charges the open question with more work than its own.
    pub(super) fn charge(&self, work: usize) {
        self.work.set(self.work.get().saturating_add(u32::try_from(work).unwrap_or(u32::MAX)));
    }
    /// Descends by one call; `None` from `most` on.
    pub(super) fn deeper<T>(&self, most: u32, inside: impl FnOnce() -> T) -> Option<T> {
        if self.calls.get() >= most {
            self.rests_on(usize::MAX, true);
            return None;
        }
        self.calls.set(self.calls.get() + 1);
        let result = inside();
        self.calls.set(self.calls.get() - 1);
        Some(result)
    }
}

impl Eval<'_> {
    /// Answers a question, once: `find` does, and `cut` gives the answer where it must not be asked.
    pub(super) fn ask(
        &self,
        question: Question,
        frame: &Frame,
        place: Node,
        cut: impl Fn() -> Answer,
        find: impl Fn() -> Answer,
    ) -> Answer {
        let asks = &self.asks;
        let key = Key {
            question,
            narrow: self.narrow.get(),
            frame: frame.as_ref().map_or(CallId::default(), |call| call.id),
        };
        let open = match asks.states.borrow().get(&key) {
            Some(State::Known(answer)) => return answer.clone(),
            Some(State::Provisional(answer, low, was_cut)) => Some((Some(answer.clone()), *low, *was_cut)),
            Some(State::Open(at)) => Some((None, *at, false)),
            None => None,
        };
        if let Some((answer, low, was_cut)) = open {
            asks.rests_on(low, was_cut);
            return answer.unwrap_or_else(cut);
        }
        let depth = asks.open.borrow().len();
        if depth == 0 {
            asks.asked_for.set(Some(place).filter(|place| place.expr != ExprId(0)));
            take_overflown();
            asks.work.set(0);
            asks.calls.set(0);
        }
        let exhausted = asks.exhausted.borrow();
        let most = if exhausted.len() < MOST_EXHAUSTED { MAX_WORK - asks.less.get() } else { LITTLE_WORK };
        let is_hopeless = depth == 0 && exhausted.contains(&key);
        drop(exhausted);
        if depth >= MAX_DEPTH || asks.work.get() >= most || is_hopeless {
            self.hit(if depth >= MAX_DEPTH { What::Depth } else { What::Work }, place);
            asks.rests_on(usize::MAX, true);
            return cut();
        }
        let mut rounds = 0;
        loop {
            asks.work.set(asks.work.get() + 1);
            asks.steps.set(asks.steps.get() + 1);
            asks.states.borrow_mut().insert(key.clone(), State::Open(depth));
            let log = asks.log.borrow().len();
            asks.open.borrow_mut().push(Open { low: usize::MAX, cut: false, log });
            let answer = stacker::maybe_grow(RED_ZONE, GROWTH, &find);
            if let Some(node) = take_overflown() {
                self.hit(What::Cases, node);
            }
            let Some(done) = asks.open.borrow_mut().pop() else { return answer };
            if depth == 0 && done.cut {
                // Nothing of it is kept.
                let dropped: Vec<(Key, Frame)> = asks.log.borrow_mut().drain(..).collect();
                let mut states = asks.states.borrow_mut();
                dropped.iter().for_each(|(key, _)| drop(states.remove(key)));
                states.remove(&key);
                if asks.work.get() >= most {
                    asks.exhausted.borrow_mut().insert(key);
                }
                return answer;
            }
            if done.low < depth || done.cut {
                asks.rests_on(done.low.min(depth.wrapping_sub(1)), done.cut);
                // An answer that is cut off is provisional for the first question.
                let low = if done.low < depth { done.low } else { depth - 1 };
                asks.states.borrow_mut().insert(key.clone(), State::Provisional(answer.clone(), low, done.cut));
                asks.log.borrow_mut().push((key, frame.clone()));
                return answer;
            }
            if done.low == depth {
                let members: Vec<(Key, Frame)> = asks.log.borrow_mut().drain(done.log..).collect();
                let first = members.iter().min_by(|a, b| a.0.cmp(&b.0)).filter(|(first, _)| *first < key);
                if let Some((first, frame)) = first
                    && rounds < MAX_ROUNDS
                {
                    rounds += 1;
                    let mut states = asks.states.borrow_mut();
                    members.iter().for_each(|(key, _)| drop(states.remove(key)));
                    states.remove(&key);
                    drop(states);
                    self.ask_again(first, frame);
                    // It may have been answered on the way.
                    if let Some(State::Known(answer)) = asks.states.borrow().get(&key) {
                        return answer.clone();
                    }
                    continue;
                }
                asks.leave_circle(members);
            }
            asks.states.borrow_mut().insert(key, State::Known(answer.clone()));
            return answer;
        }
    }

    fn ask_again(&self, key: &Key, frame: &Frame) {
        let before = self.narrow.replace(key.narrow);
        match &key.question {
            Question::Value(node) => drop(self.eval(*node, frame)),
            Question::Written(bound) => drop(self.written_to(*bound, frame)),
            Question::TypeOf(bound) => drop(self.type_of_value(*bound)),
            Question::Type(unit, ty) => drop(self.of_type(*unit, *ty, 0)),
            Question::Field(unit, ty, key) => drop(self.typed_field(*unit, *ty, key, 0)),
            Question::Changes(bound) => drop(self.changes_of(*bound)),
            Question::Calls(unit, function) => drop(self.calls_in((*unit, *function))),
            Question::CallsInUnit(unit) => drop(self.calls_in_unit(*unit)),
            Question::OfInterest(node) => _ = self.is_of_interest(*node),
            Question::CommonJs(file, name, node) => drop(self.common_js(*file, name, *node)),
            Question::Exported(bound, node) => drop(self.exported(*bound, *node)),
            Question::Presence(bound) => drop(self.presence_of(*bound)),
            Question::PresenceOf(unit, function) => drop(self.presence_of_function(*unit, *function)),
            Question::Elements(node) => {
                drop(self.elements(&Value::at(*node, Kind::Array(*node, frame.clone()))));
            }
            Question::Each(node) => drop(self.each_of_array(*node, frame)),
            Question::Items(node) => drop(self.items_of(*node, frame)),
            Question::Entries(held) => drop(self.entries(&held.object(frame.clone()))),
        }
        self.narrow.set(before);
    }
}
