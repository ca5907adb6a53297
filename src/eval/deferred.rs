//! Questions that are nested too deeply to be answered at once: they are answered from the inside out.
//!
//! When too many questions are open, all of them are given up, the one halfway is answered by itself, and then the
//! outermost one is asked again: it comes further, for what it rests on is known by then. So depth costs time, and no
//! answer rests on what was asked before. A circle of questions that is too long to be open at once has no first one to
//! begin with: all that is on it is not known, whichever of it was asked, and that is said.

use super::Eval;
use super::ask::{Key, MAX_DEPTH, State};
use super::limits::{Notes, What};
use super::units::Node;
use super::value::Frame;
use crate::facts::ExprId;
use crate::text::deep;
use rustc_hash::FxHashSet;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The reason why the open questions are given up for now.
pub(super) enum Ending {
    /// There are too many: `first` is answered before those around it.
    Deep { around: Vec<Rc<Key>>, first: Rc<Key>, frame: Frame },
    /// One that was given up waits for the others: it is answered from itself on.
    Circle { key: Rc<Key>, frame: Frame, open: Vec<Rc<Key>> },
}

/// The questions that were given up until another one is answered.
#[derive(Default)]
pub(super) struct Waiting {
    keys: RefCell<FxHashSet<Rc<Key>>>,
    /// The questions of circles that were begun with, and how much was known then.
    begun: RefCell<Vec<(Rc<Key>, u32)>>,
    /// The number of questions asked again, inside one another.
    again: Cell<u32>,
}

impl Waiting {
    /// Returns whether what is asked is not asked by a rule.
    pub(super) fn is_again(&self) -> bool {
        self.again.get() > 0
    }
    /// Does something that asks again.
    pub(super) fn again<T>(&self, inside: impl FnOnce() -> T) -> T {
        self.again.set(self.again.get() + 1);
        let result = inside();
        self.again.set(self.again.get() - 1);
        result
    }
}

impl Eval<'_> {
    /// Returns whether a question cannot be answered now; then all open ones are given up.
    pub(super) fn ends_at(&self, key: &Rc<Key>, frame: &Frame, depth: usize) -> bool {
        let asks = &self.asks;
        let open = asks.open.borrow();
        let keys = |to: usize| open[..to].iter().map(|open| open.key.clone()).collect();
        let ending = if asks.waiting.keys.borrow().contains(key) {
            Ending::Circle { key: key.clone(), frame: frame.clone(), open: keys(depth) }
        } else if depth >= MAX_DEPTH {
            let first = &open[MAX_DEPTH / 2];
            Ending::Deep { around: keys(MAX_DEPTH / 2), first: first.key.clone(), frame: first.frame.clone() }
        } else {
            return false;
        };
        *asks.ending.borrow_mut() = Some(ending);
        true
    }

    /// Answers what comes before the questions that were given up.
    pub(super) fn answer_first(&self) {
        let Some(ending) = self.asks.ending.take() else { return };
        deep(|| match ending {
            Ending::Deep { around, first, frame } => {
                let keys = &self.asks.waiting.keys;
                let added: Vec<Rc<Key>> =
                    around.into_iter().filter(|key| keys.borrow_mut().insert(key.clone())).collect();
                self.ask_again(&first, &frame);
                let mut keys = keys.borrow_mut();
                for key in added {
                    keys.remove(&key);
                }
            }
            Ending::Circle { key, frame, open } => self.begin_circle(&key, &frame, open),
        });
    }

    /// Answers the questions of a circle that one of them leads to, from that one on.
    fn begin_circle(&self, key: &Rc<Key>, frame: &Frame, open: Vec<Rc<Key>>) {
        let waiting = &self.asks.waiting;
        let known = self.asks.known.get();
        if !waiting.begun.borrow().contains(&(key.clone(), known)) {
            let others = waiting.keys.take();
            waiting.begun.borrow_mut().push((key.clone(), known));
            self.ask_again(key, frame);
            waiting.begun.borrow_mut().pop();
            waiting.keys.replace(others);
            return;
        }
        // It was begun with, and nothing was learned on the way around.
        let mut circle: Vec<Rc<Key>> = waiting.keys.take().into_iter().chain(open).collect();
        circle.sort_by(|a, b| self.compare(a, b));
        circle.dedup();
        let mut notes = Notes::default();
        for key in &circle {
            notes.note(What::Depth, Node { unit: key.unit(), expr: key.expr().unwrap_or(ExprId(0)) });
        }
        self.asks.known.set(known + circle.len() as u32);
        let mut states = self.asks.states.borrow_mut();
        states.extend(circle.into_iter().map(|key| (key, State::Never(notes.clone()))));
    }
}
