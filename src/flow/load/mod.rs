//! Times that were read off the clock when a module was loaded, and are sent when a function runs later.

mod clock;
mod deferred_code;

use super::promise::PromiseAnalysis;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::{Value, ValueKind};
use crate::eval::{Eval, FunctionRef, What};
use crate::facts::ExprKind;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// The maximum number of expressions and functions followed inside one another.
const MAX_DEPTH: u32 = 12;

/// Words in the name of a variable or a place that say that the time of the start is meant.
const STARTS: &[&str] = &[
    "baseline",
    "boot",
    "booted",
    "build",
    "built",
    "cutoff",
    "deploy",
    "deployed",
    "fake",
    "fixed",
    "frozen",
    "init",
    "initialized",
    "launch",
    "launched",
    "load",
    "loaded",
    "mock",
    "mocked",
    "process",
    "release",
    "released",
    "server",
    "start",
    "started",
    "starting",
    "startup",
    "test",
    "uptime",
];

/// Decides which code is read when the module is loaded, and which runs then.
pub struct Load<'e, 'a> {
    eval: &'e Eval<'a>,
    promises: PromiseAnalysis<'e, 'a>,
    /// The functions of the analyzed file that run while it is loaded, as in scripts.
    called: OnceCell<FxHashSet<FunctionRef>>,
}

impl<'e, 'a> Load<'e, 'a> {
    /// For the files that `eval` looks at.
    pub fn new(eval: &'e Eval<'a>) -> Self {
        Self { eval, promises: PromiseAnalysis::new(eval), called: OnceCell::new() }
    }

    /// The expression outside of all functions that read the clock for a value which the call at `site` sends, when
    /// that call runs later. `None` where the time of the start may be meant.
    pub fn read_for(&self, site: Node, value: &Value) -> Option<Node> {
        let read = self.read_at_load(value, 0)?;
        (self.runs_later(site, 0) && !self.means_the_start(value)).then_some(read)
    }

    /// The expression outside of all functions that read the clock for a value.
    fn read_at_load(&self, value: &Value, depth: u32) -> Option<Node> {
        if depth > MAX_DEPTH {
            self.eval.hit(What::Steps, value.node);
            return None;
        }
        if value.places().any(|place| self.is_written_again(place)) {
            return None;
        }
        if let Some(read) = value.own_places().filter(|place| self.is_at_load(*place)).last()
            && self.reads_clock(value.node, 0)
        {
            return Some(read);
        }
        // Computed later from what was read at load: `Math.floor(START / 1000)`.
        self.operands(value.node).into_iter().find_map(|operand| {
            let value = self.eval.value(operand);
            let goes_on = value.node != operand || !matches!(value.kind, ValueKind::Unknown);
            goes_on.then(|| self.read_at_load(&value, depth + 1)).flatten()
        })
    }

    /// Returns whether an expression runs while its module is loaded: it is not in a function, a default of a
    /// parameter, a field of an instance, or anything that runs for each component.
    fn is_at_load(&self, node: Node) -> bool {
        if self.promises.function_around(node).is_some() || !self.eval.units.runs_once(node) {
            return false;
        }
        let facts = self.eval.units.unit(node.unit);
        !self.eval.units.runs_later(node.unit, facts.exprs[node.expr.index()].range)
    }

    /// Returns whether an expression names a variable that is written to after its initializer: it may be kept up to
    /// date.
    fn is_written_again(&self, node: Node) -> bool {
        self.variable(node).is_some_and(|bound| self.eval.units.writes_to(bound).next().is_some())
    }

    /// The variable that an expression names, where it is declared.
    fn variable(&self, node: Node) -> Option<Bound> {
        use crate::eval::ExportFound;
        let ExprKind::Ident(name, scope) = self.eval.units.kind(node) else { return None };
        let Lookup::One(bound) = self.eval.units.lookup(node.unit, *scope, name) else { return None };
        match self.eval.made_at(bound) {
            Some(ExportFound::Name(made)) => Some(made),
            _ => Some(bound),
        }
    }

    /// Returns whether a name on the way of a value says that the time of the start is meant.
    fn means_the_start(&self, value: &Value) -> bool {
        value.places().any(|place| match self.eval.units.kind(place) {
            ExprKind::Ident(name, _) => says_start(name),
            ExprKind::Member { property, .. } => says_start(property),
            _ => false,
        })
    }
}

/// Returns whether a name says that the time of the start is meant.
fn says_start(name: &str) -> bool {
    use convert_case::{Case, Casing};
    name.to_case(Case::Snake).split('_').any(|word| STARTS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_start() {
        for name in ["STARTED_AT", "bootTime", "serverStart", "DEPLOYED_AT"] {
            assert!(says_start(name), "{name}");
        }
        for name in ["now", "timestamp", "createdAt", "TODAY"] {
            assert!(!says_start(name), "{name}");
        }
    }
}
