//! The places where the evaluation of a file stopped: values there are unknown only because of their size.

use super::Model;
use super::arguments::argument::Argument;
use crate::eval::units::files::Files;
use crate::eval::{Bounds, What};
use crate::text::TextRange;

/// The maximum number of reported places at which code is nested too deeply to be read: the first ones of a file show
/// that there are some.
const MOST_DEEP: usize = 8;

/// A place where the evaluation of a file stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The place in the analyzed file; its beginning where the place is in another file.
    pub at: TextRange,
    /// The reason, as the end of a sentence.
    pub why: &'static str,
}

impl Stopped {
    /// Returns the message after the name of the file and the place, the same in every interface.
    pub fn sentence(&self) -> String {
        format!("is not analyzed further here: {}; findings may be missing", self.why)
    }
}

impl Model<'_> {
    /// The places where the evaluation stopped so far, in the order of the text.
    pub fn stopped(&self) -> Vec<Stopped> {
        let place = |node: crate::eval::units::Node| {
            let units = &self.eval.units;
            if !node.is_here() {
                TextRange { start: 0, end: 0 }
            } else if node.expr.index() < units.unit(node.unit).exprs.len() {
                units.range(node)
            } else {
                // The function or the statement.
                units.absolute(node.unit, TextRange { start: 0, end: 0 })
            }
        };
        let hit = self.eval.limits_hit().into_iter();
        let mut all: Vec<Stopped> = hit.map(|(what, node)| Stopped { at: place(node), why: what.reason() }).collect();
        let deep = self.eval.units.iter().filter(|(_, unit)| unit.too_deep).map(|(unit, _)| Stopped {
            at: self.eval.units.absolute(unit, TextRange { start: 0, end: 0 }),
            why: "the code is nested too deeply",
        });
        all.extend(deep.take(MOST_DEEP));
        if let Some(why) = self.eval.bounds().why {
            all.push(Stopped { at: TextRange { start: 0, end: 0 }, why: why.reason() });
        }
        if self.eval.units.files.is_full() {
            all.push(Stopped { at: TextRange { start: 0, end: 0 }, why: "its imports lead to too many files" });
        }
        all.sort_by_key(|stopped| (stopped.at, stopped.why));
        all.dedup();
        all
    }

    /// Reports that a rule looks no further into an argument: it is nested too deeply, or there is too much of it.
    pub fn stops_at(&self, argument: &Argument, too_deep: bool) {
        self.eval.hit(if too_deep { What::Depth } else { What::Work }, argument.value.node);
    }

    /// The number of questions evaluated so far: the cost of the model, independent of the machine.
    pub fn steps(&self) -> u64 {
        self.eval.steps()
    }

    /// The smaller bounds within which the file is to be looked at again, because there was too much of something: then
    /// nothing counts that was seen. They depend on the files alone, not on earlier questions.
    pub fn next_bounds<'f>(&self, anew: impl Fn() -> Files<'f>) -> Option<Bounds> {
        let (files, bounds) = (self.eval.units.files, self.eval.bounds());
        let exceeded = self.eval.exceeded();
        let is_full = files.is_full() && bounds.files.is_none();
        if exceeded.is_none() && !is_full {
            return None;
        }
        let nearest = |bounds: Bounds| match bounds.files {
            Some(_) => (bounds, false),
            None => {
                let files = anew();
                let nearest = crate::eval::units::nearest::nearest(&files);
                (bounds.with_files(nearest), files.is_full())
            }
        };
        // Whether there is too much beside the nearest files shows when no others are looked at.
        let (within, fewer) = nearest(bounds.clone());
        match exceeded {
            Some(why) if !fewer => within.next(why, files.size()),
            _ => Some(within),
        }
    }

    /// Returns the value of every expression of the file, each as text, evaluated in the order that `order` puts them
    /// in. The order makes no difference; a test holds that.
    pub fn worth(&self, order: impl FnOnce(&mut Vec<usize>)) -> Vec<String> {
        let eval = &self.eval;
        let nodes: Vec<crate::eval::units::Node> = eval
            .units
            .iter()
            .flat_map(|(unit, facts)| {
                (0..facts.exprs.len() as u32)
                    .map(move |at| crate::eval::units::Node { unit, expr: crate::facts::ExprId(at) })
            })
            .collect();
        let mut asked: Vec<usize> = (0..nodes.len()).collect();
        order(&mut asked);
        let mut worth = vec![String::new(); nodes.len()];
        for at in asked {
            let value = eval.value(nodes[at]);
            let narrow = eval.narrowly(nodes[at], &None);
            worth[at] = self.unnumbered(&format!("{:?} {:?} {}", value.kind, narrow.kind, eval.items(&value).len()));
        }
        worth
    }

    /// The same with files by what they are, and not by when they were met.
    fn unnumbered(&self, text: &str) -> String {
        let mut parts = text.split("LocalFile(");
        let mut all = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (number, rest) = part.split_once(')').unwrap_or((part, ""));
            let file = crate::eval::units::files::LocalFile(number.parse().unwrap_or_default());
            all += &format!("file {}{rest}", self.eval.units.files.mark(file));
        }
        all
    }
}
