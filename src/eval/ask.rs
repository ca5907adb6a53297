//! The one guarded way to ask: every question whose answer may rest on its own goes through [`Eval::ask`].
//!
//! A question that is asked while it is being answered gets the answer of its kind for an unknown value, and every
//! answer that used it is provisional: it is kept for as long as the question is open on which it rests, and dropped
//! with its answer. Of the questions of a circle the first by its place in the code is answered first, no matter which
//! was asked, so that the order in which rules ask changes nothing.
//!
//! No bound makes an answer depend on earlier questions. Questions that are nested too deeply to be answered at once
//! are answered from the inside out: the one halfway is answered first, and then the question again
//! ([`deferred`](super::deferred)). The work is counted for the whole file, each question once, in whatever order: when it is
//! too much, all answers are dropped, and the file is analyzed again within smaller bounds, which do not depend on the
//! questions (see [`Bounds`](super::Bounds)). The places that were too large for an answer are kept with it, and
//! reported each time it is used.

use super::Eval;
use super::deferred::{Ending, Waiting};
use super::limits::{Notes, What};
pub(super) use super::question::{Answer, Held, Key, Question, Written};
use super::units::Node;
use super::value::too_large::take_overflown;
use super::value::{CallId, Frame, Value, ValueKind};
use crate::facts::ExprId;
use crate::text::deep;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The maximum number of questions open inside one another before the one halfway is answered first.
pub(super) const MAX_DEPTH: usize = 1_000;
/// The maximum number of times that a question is answered again because another one of its circle comes first.
const MAX_ROUNDS: u32 = 64;
/// The maximum number of circles that a question may be one of: then its answer is kept as the last of them gave it.
const MAX_CIRCLES: u8 = 4;
/// The number of times that the bound of all questions may be answered again, in circles and from the inside out.
const MOST_AGAIN: u64 = 8;

pub(super) enum State {
    /// Being answered, at this depth.
    Open(usize),
    /// Answered, and what was met on the way that is too large.
    Known(Answer, Notes),
    /// No answer is given, with the places to report for it.
    Never(Notes),
    /// Answered for as long as the question at this depth is open.
    Provisional(Answer, usize, Notes),
}

/// An open question.
pub(super) struct Open {
    pub key: Rc<Key>,
    pub frame: Frame,
    /// The outermost open question on whose answer this one rests.
    low: usize,
    /// The beginning of its part of the log.
    log: usize,
    /// The places met so far that are too large.
    notes: Notes,
}

/// All that was asked.
#[derive(Default)]
pub(super) struct Asks {
    pub states: RefCell<FxHashMap<Rc<Key>, State>>,
    pub open: RefCell<Vec<Open>>,
    /// The provisional answers, each with the frame to ask it again in.
    log: RefCell<Vec<(Rc<Key>, Frame)>>,
    /// Of how many circles each question was one of which it was not the first.
    circles: RefCell<FxHashMap<Rc<Key>, u8>>,
    /// The reason why the open questions are given up for now, and the one that comes first.
    pub ending: RefCell<Option<Ending>>,
    /// The questions that wait for something further in.
    pub waiting: Waiting,
    /// The place of the outermost open question.
    asked_for: Cell<Option<Node>>,
    /// The number of questions that are answered completely.
    pub known: Cell<u32>,
    /// The approximate number of bytes that the answers take.
    taken: Cell<usize>,
    /// The number of questions answered since the last one of a rule where each is by itself, and for all rules
    /// otherwise.
    work: Cell<u64>,
    steps: Cell<u64>,
    /// Of what there was too much for the whole file.
    exceeded: Cell<Option<What>>,
    /// The answers to rules where each question is by itself.
    apart: RefCell<FxHashMap<Rc<Key>, (Answer, Notes)>>,
    salt: Cell<u64>,
}

impl Asks {
    fn rests_on(&self, low: usize, notes: &Notes) {
        if let Some(open) = self.open.borrow_mut().last_mut() {
            open.low = open.low.min(low);
            open.notes.add(notes);
        }
    }
    /// Remembers something too large with the open question; whether there is one.
    pub(super) fn note(&self, what: What, place: Node) -> bool {
        match self.open.borrow_mut().last_mut() {
            Some(open) => open.notes.note(what, place),
            None => return false,
        }
        true
    }
    /// The first question of a circle is answered: the others are answered again when they are asked, now that it is
    /// known. A member of several circles is not, so that the work stays near the size of the circle.
    fn leave_circle(&self, members: Vec<(Rc<Key>, Frame)>) {
        let mut circles = self.circles.borrow_mut();
        for (key, _) in members {
            let count = circles.entry(key.clone()).or_default();
            *count += 1;
            let state = self.states.borrow_mut().remove(&key);
            if let Some(State::Provisional(answer, _, notes)) = state
                && *count >= MAX_CIRCLES
            {
                self.know(key, answer, notes);
            }
        }
    }
    fn know(&self, key: Rc<Key>, answer: Answer, notes: Notes) {
        self.known.set(self.known.get() + 1);
        self.taken.set(self.taken.get().saturating_add(answer.size()));
        self.states.borrow_mut().insert(key, State::Known(answer, notes));
    }
    fn forget(&self, keys: impl IntoIterator<Item = (Rc<Key>, Frame)>) {
        let mut states = self.states.borrow_mut();
        keys.into_iter().for_each(|(key, _)| drop(states.remove(&key)));
    }
    /// The place of the question that a rule asked, where it is in the analyzed file.
    pub(super) fn asked_for(&self) -> Option<Node> {
        self.asked_for.get().filter(|node| node.is_here())
    }
    /// The number of questions answered so far.
    pub(super) fn steps(&self) -> u64 {
        self.steps.get()
    }
    /// Of what there was too much for the whole file: then nothing counts that was answered.
    pub(super) fn exceeded(&self) -> Option<What> {
        self.exceeded.get()
    }
    /// Does something, and tells whether it rests on an open question.
    pub(super) fn watched<T>(&self, inside: impl FnOnce() -> T) -> (T, bool) {
        let before = self.open.borrow_mut().last_mut().map(|open| std::mem::replace(&mut open.low, usize::MAX));
        let result = inside();
        let Some(low) = before else { return (result, false) };
        let mut open = self.open.borrow_mut();
        let Some(open) = open.last_mut() else { return (result, false) };
        let provisional = open.low != usize::MAX;
        open.low = open.low.min(low);
        (result, provisional)
    }
    /// A number that nothing else has.
    pub(super) fn fresh(&self) -> u64 {
        self.salt.set(self.salt.get() + 1);
        self.salt.get()
    }
    /// Forgets everything but how much it was.
    fn begin_anew(&self) {
        self.states.borrow_mut().clear();
        self.circles.borrow_mut().clear();
        self.known.set(0);
        self.taken.set(0);
        self.work.set(0);
        self.salt.set(0);
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
        let depth = asks.open.borrow().len();
        if depth == 0 && !asks.waiting.is_again() {
            asks.asked_for.set(Some(place).filter(|place| place.expr != ExprId(0)));
            if self.bounds.apart {
                return self.ask_apart(key, frame, place, cut, find);
            }
        }
        self.ask_in_turn(key, frame, place, cut, find)
    }

    /// Answers a question of a rule from scratch: nothing that was asked before makes a difference.
    fn ask_apart(
        &self,
        key: Key,
        frame: &Frame,
        place: Node,
        cut: impl Fn() -> Answer,
        find: impl Fn() -> Answer,
    ) -> Answer {
        let asks = &self.asks;
        if let Some((answer, notes)) = asks.apart.borrow().get(&key) {
            self.tell(notes);
            return answer.clone();
        }
        asks.begin_anew();
        let rc = Rc::new(key.clone());
        let answer = self.ask_in_turn(key, frame, place, cut, find);
        let notes = match asks.states.borrow().get(&rc) {
            Some(State::Known(_, notes) | State::Never(notes)) => notes.clone(),
            _ => Notes::default(),
        };
        asks.apart.borrow_mut().insert(rc, (answer.clone(), notes));
        answer
    }

    /// Returns the known answer to a question, `None` where it is still to be answered.
    fn known(&self, key: &Key, cut: &impl Fn() -> Answer) -> Option<Answer> {
        let asks = &self.asks;
        let states = asks.states.borrow();
        let (answer, low, notes) = match states.get(key)? {
            State::Known(answer, notes) => (answer.clone(), usize::MAX, notes.clone()),
            State::Never(notes) => (cut(), usize::MAX, notes.clone()),
            State::Provisional(answer, low, notes) => (answer.clone(), *low, notes.clone()),
            State::Open(at) => (cut(), *at, Notes::default()),
        };
        drop(states);
        self.met(low, &notes);
        Some(answer)
    }

    /// Returns whether no further question is answered: there is too much for the whole file, or for one question where
    /// each is by itself.
    fn is_spent(&self, place: Node) -> bool {
        let (asks, bounds) = (&self.asks, &self.bounds);
        // Those that are open count as well: how many that is depends on what was asked first.
        let asked = u64::from(asks.known.get()) + asks.open.borrow().len() as u64;
        let what = if asks.taken.get() > bounds.memory {
            What::Memory
        } else if asked >= u64::from(bounds.work) || asks.work.get() >= u64::from(bounds.work) * MOST_AGAIN {
            What::Work
        } else {
            return false;
        };
        if bounds.apart {
            self.hit(what, place);
        } else {
            asks.exceeded.set(Some(what));
        }
        true
    }

    fn ask_in_turn(
        &self,
        key: Key,
        frame: &Frame,
        place: Node,
        cut: impl Fn() -> Answer,
        find: impl Fn() -> Answer,
    ) -> Answer {
        let asks = &self.asks;
        if let Some(answer) = self.known(&key, &cut) {
            return answer;
        }
        let depth = asks.open.borrow().len();
        let key = Rc::new(key);
        if asks.exceeded.get().is_some() || asks.ending.borrow().is_some() || self.ends_at(&key, frame, depth) {
            return cut();
        }
        let mut rounds = 0;
        loop {
            if self.is_spent(place) {
                return cut();
            }
            asks.work.set(asks.work.get() + 1);
            asks.steps.set(asks.steps.get() + 1);
            asks.states.borrow_mut().insert(key.clone(), State::Open(depth));
            let log = asks.log.borrow().len();
            asks.open.borrow_mut().push(Open {
                key: key.clone(),
                frame: frame.clone(),
                low: usize::MAX,
                log,
                notes: Notes::default(),
            });
            let answer = deep(&find);
            if let Some(node) = take_overflown() {
                self.hit(What::Cases, node);
            }
            let Some(done) = asks.open.borrow_mut().pop() else { return answer };
            if asks.ending.borrow().is_some() {
                // Nothing of it counts.
                asks.states.borrow_mut().remove(&key);
                asks.forget(asks.log.borrow_mut().drain(done.log..));
                if depth > 0 {
                    return cut();
                }
                self.answer_first();
                match self.known(&key, &cut) {
                    Some(answer) => return answer,
                    None => continue,
                }
            }
            if done.low < depth {
                asks.rests_on(done.low, &done.notes);
                let state = State::Provisional(answer.clone(), done.low, done.notes);
                asks.states.borrow_mut().insert(key.clone(), state);
                asks.log.borrow_mut().push((key, frame.clone()));
                return answer;
            }
            if done.low == depth {
                let members: Vec<(Rc<Key>, Frame)> = asks.log.borrow_mut().drain(done.log..).collect();
                let first = members.iter().min_by(|a, b| self.compare(&a.0, &b.0));
                if let Some((first, frame)) = first.filter(|(first, _)| self.compare(first, &key).is_lt())
                    && rounds < MAX_ROUNDS
                {
                    rounds += 1;
                    asks.states.borrow_mut().remove(&key);
                    asks.forget(members.iter().cloned());
                    self.ask_again(first, frame);
                    // It may have been answered on the way.
                    if let Some(State::Known(answer, notes)) = asks.states.borrow().get(&key) {
                        self.met(usize::MAX, notes);
                        return answer.clone();
                    }
                    if asks.ending.borrow().is_some() || asks.exceeded.get().is_some() {
                        return cut();
                    }
                    continue;
                }
                asks.leave_circle(members);
            }
            self.met(usize::MAX, &done.notes);
            asks.know(key, answer.clone(), done.notes);
            return answer;
        }
    }

    /// Remembers what an answer rests on that the open question gets, and what it met; what a rule gets is said.
    fn met(&self, low: usize, notes: &Notes) {
        let is_asked_by_a_rule = self.asks.open.borrow().is_empty() && !self.asks.waiting.is_again();
        if is_asked_by_a_rule {
            self.tell(notes);
        }
        self.asks.rests_on(low, notes);
    }

    /// Says what an answer met that is too large.
    fn tell(&self, notes: &Notes) {
        for (what, place) in notes.iter() {
            self.limits.hit(what, place, self.asks.asked_for());
        }
    }

    /// Compares questions by their places in the code, whatever was asked first.
    pub(super) fn compare(&self, a: &Key, b: &Key) -> std::cmp::Ordering {
        let files = self.units.files;
        let (one, other) = (a.unit().file, b.unit().file);
        if one == other { a.cmp(b) } else { files.compare(one, other) }
    }

    /// Asks a question once more, for its answer to be known.
    pub(super) fn ask_again(&self, key: &Key, frame: &Frame) {
        let before = self.narrow.replace(key.narrow);
        self.asks.waiting.again(|| match &key.question {
            Question::Value(node) => drop(self.eval(*node, frame)),
            Question::Written(bound) => drop(self.written_to(*bound, frame)),
            Question::TypeOf(bound) => drop(self.type_of_value(*bound)),
            Question::Type(unit, ty) => drop(self.of_type(*unit, *ty, 0)),
            Question::Field(unit, ty, key) => drop(self.typed_field(*unit, *ty, key, 0)),
            Question::Changes(bound) => drop(self.changes_of(*bound)),
            Question::Calls(unit, function, reach) => drop(self.calls_in((*unit, *function), *reach)),
            Question::CallsInUnit(unit, reach) => drop(self.calls_in_unit(*unit, *reach)),
            Question::OfInterest(node, reach) => _ = self.is_of_interest(*node, *reach),
            Question::CommonJs(file, name, node) => drop(self.common_js(*file, name, *node)),
            Question::Exported(bound, node) => drop(self.exported(*bound, *node)),
            Question::Presence(bound) => drop(self.presence_of(*bound)),
            Question::PresenceOf(unit, function) => drop(self.presence_of_function(*unit, *function)),
            Question::Elements(node) => {
                drop(self.elements(&Value::at(*node, ValueKind::Array(*node, frame.clone()))));
            }
            Question::Each(node) => drop(self.each_of_array(*node, frame)),
            Question::Items(node) => drop(self.items_of(*node, frame)),
            Question::Sent(node) => drop(self.http_request(*node, frame)),
            Question::Entries(held) => drop(self.entries(&held.object(frame.clone()))),
        });
        self.narrow.set(before);
    }
}
