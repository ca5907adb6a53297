//! Times that were read off the clock when a module was loaded, and are sent when a function runs later.

use super::call::{called, peeled};
use super::eval::{Eval, FunctionRef};
use super::load_words::{AT_ONCE, KEEPS, TESTS, says_start};
use super::promise::{Fates, Role, Use};
use super::units::{Bound, Lookup, Node};
use super::value::{Kind, Value};
use crate::facts::{BindingSource, Element, ExprKind, MemberKind, Step};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// How many expressions and functions are followed inside one another.
const MAX_DEPTH: u32 = 12;

/// Tells what is read when the module is loaded, and what runs then.
pub struct Load<'e, 'a> {
    eval: &'e Eval<'a>,
    fates: Fates<'e, 'a>,
    /// The functions of the judged file that run while it is loaded, as in scripts.
    called: OnceCell<FxHashSet<FunctionRef>>,
}

impl<'e, 'a> Load<'e, 'a> {
    /// For the files that `eval` looks at.
    pub fn new(eval: &'e Eval<'a>) -> Self {
        Self { eval, fates: Fates::new(eval), called: OnceCell::new() }
    }

    /// The expression outside of all functions that read the clock for a value which the call at `site` sends, when that
    /// call runs later. `None` where the time of the start may be meant.
    pub fn read_for(&self, site: Node, value: &Value) -> Option<Node> {
        let read = self.read_at_load(value, 0)?;
        (self.runs_later(site, 0) && !self.means_the_start(value)).then_some(read)
    }

    /// The expression outside of all functions that read the clock for a value.
    fn read_at_load(&self, value: &Value, depth: u32) -> Option<Node> {
        if depth > MAX_DEPTH || value.places().any(|place| self.is_written_again(place)) {
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
            let goes_on = value.node != operand || !matches!(value.kind, Kind::Unknown);
            goes_on.then(|| self.read_at_load(&value, depth + 1)).flatten()
        })
    }

    /// Whether what an expression makes is the time at which it runs, or counted from it.
    fn reads_clock(&self, node: Node, depth: u32) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let sibling = |expr| Node { unit: node.unit, expr };
        match self.eval.units.kind(node) {
            ExprKind::Call { callee, arguments } => match self.eval.value(sibling(*callee)).kind {
                Kind::Global(path) if matches!(path.as_str(), "Date.now" | "Date") => return true,
                Kind::Package(module, path) if arguments.is_empty() => {
                    let name = path.strip_prefix("default.").unwrap_or(&path);
                    let dates = matches!(module.as_str(), "moment" | "moment-timezone" | "dayjs" | "luxon");
                    if dates
                        && matches!(name, "" | "default" | "utc" | "DateTime.now" | "DateTime.local" | "DateTime.utc")
                    {
                        return true;
                    }
                }
                _ => {}
            },
            ExprKind::New { callee, arguments, .. } => {
                if matches!(self.eval.value(sibling(*callee)).kind, Kind::Global(name) if name == "Date")
                    && arguments.is_empty()
                {
                    return true;
                }
            }
            _ => {}
        }
        let made = self.eval.value(node).node;
        if made != node && self.reads_clock(made, depth + 1) {
            return true;
        }
        self.operands(node).into_iter().any(|operand| self.reads_clock(operand, depth + 1))
    }

    /// The expressions of which one is the time that an expression is computed from.
    fn operands(&self, node: Node) -> Vec<Node> {
        let sibling = |expr| Node { unit: node.unit, expr };
        let first = |arguments: &[Element]| match arguments.first() {
            Some(Element::Item(first)) => vec![sibling(*first)],
            _ => Vec::new(),
        };
        match self.eval.units.kind(node) {
            ExprKind::Call { callee, arguments } => match self.eval.value(sibling(*callee)).kind {
                Kind::Global(path) if !matches!(path.as_str(), "Math.max" | "Math.min" | "Date.UTC") => {
                    first(arguments)
                }
                Kind::Package(..) => first(arguments),
                Kind::Global(_) | Kind::Function(..) => Vec::new(),
                // A method of a date or a number.
                _ => match self.eval.units.kind(peeled(self.eval, sibling(*callee))) {
                    ExprKind::Member { object, .. } => vec![sibling(*object)],
                    _ => Vec::new(),
                },
            },
            ExprKind::New { callee, arguments, .. } => match self.eval.value(sibling(*callee)).kind {
                Kind::Global(name) if name == "Date" => first(arguments),
                _ => Vec::new(),
            },
            ExprKind::Binary(_, left, right) => vec![sibling(*left), sibling(*right)],
            ExprKind::Unary(_, inner) | ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => {
                vec![sibling(*inner)]
            }
            _ => Vec::new(),
        }
    }

    /// Whether an expression runs while its module is loaded: it stands in no function, in no default of a parameter and
    /// in no field of an instance.
    fn is_at_load(&self, node: Node) -> bool {
        if self.fates.function_around(node).is_some() || !self.eval.units.runs_once(node) {
            return false;
        }
        let facts = self.eval.units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let holds = |expr: crate::facts::ExprId| facts.exprs[expr.index()].range.contains(range);
        let default = facts.bindings.iter().any(|binding| match &binding.source {
            BindingSource::Parameter { path, .. } => {
                path.iter().any(|step| matches!(step, Step::Default(expr) if holds(*expr)))
            }
            _ => false,
        });
        let field = facts.classes.iter().flat_map(|class| &class.members).any(|member| match member.kind {
            MemberKind::Field { value: Some(expr), .. } => !member.is_static && holds(expr),
            _ => false,
        });
        !default && !field
    }

    /// Whether an expression names a variable that is written to after its initializer: it may be kept up to date.
    fn is_written_again(&self, node: Node) -> bool {
        self.variable(node).is_some_and(|bound| self.eval.units.writes_to(bound).next().is_some())
    }

    /// The variable that an expression names, where it is declared.
    fn variable(&self, node: Node) -> Option<Bound> {
        use super::eval::Found;
        let ExprKind::Ident(name, scope) = self.eval.units.kind(node) else { return None };
        let Lookup::One(bound) = self.eval.units.lookup(node.unit, *scope, name) else { return None };
        match self.eval.made_at(bound) {
            Some(Found::Name(made)) => Some(made),
            _ => Some(bound),
        }
    }

    /// Whether a name on the way of a value says that the time of the start is meant.
    fn means_the_start(&self, value: &Value) -> bool {
        value.places().any(|place| match self.eval.units.kind(place) {
            ExprKind::Ident(name, _) => says_start(name),
            ExprKind::Member { property, .. } => says_start(property),
            _ => false,
        })
    }

    /// Whether an expression of the judged file runs after the file was loaded.
    fn runs_later(&self, node: Node, depth: u32) -> bool {
        match self.fates.function_around(node) {
            Some(function) if depth <= MAX_DEPTH => self.function_runs_later(function, depth),
            _ => false,
        }
    }

    fn function_runs_later(&self, function: FunctionRef, depth: u32) -> bool {
        if self.called().contains(&function) {
            return false;
        }
        if let Some(call) = self.called_in_place(function) {
            return self.runs_later(call, depth + 1);
        }
        let Some((call, _)) = self.fates.callback_of(function) else { return true };
        let name = called(self.eval, call);
        if TESTS.contains(&name.as_str()) {
            return false;
        }
        if AT_ONCE.contains(&name.as_str()) {
            return self.runs_later(call, depth + 1);
        }
        if KEEPS.contains(&name.as_str()) {
            return true;
        }
        // What a function does with its callback is not known. What it gives may be the callback, for later; where nobody
        // takes it, as in scripts (`run(async () => …)`), the callback may run at once.
        match self.fates.function_around(call) {
            Some(_) => self.runs_later(call, depth + 1),
            None => !self.is_statement(call),
        }
    }

    /// The call of a function where it is written: `(async () => …)()`.
    fn called_in_place(&self, (unit, function): FunctionRef) -> Option<Node> {
        let mut expr = self.fates.uses(unit).function(function)?;
        loop {
            match self.fates.uses(unit).get(expr) {
                Use::In(outer, Role::Around) => expr = outer,
                Use::In(call, Role::Callee) => return Some(Node { unit, expr: call }),
                _ => return None,
            }
        }
    }

    /// Whether nobody takes what a call gives, or it is waited for.
    fn is_statement(&self, call: Node) -> bool {
        let uses = self.fates.uses(call.unit);
        let mut expr = call.expr;
        loop {
            match uses.get(expr) {
                Use::Dropped | Use::In(_, Role::Await | Role::Void) => return true,
                // `run(…).catch(…)`
                Use::In(outer, Role::Around | Role::Object | Role::Callee) => expr = outer,
                _ => return false,
            }
        }
    }

    /// The functions of the judged file that its own statements call, by whatever way.
    fn called(&self) -> &FxHashSet<FunctionRef> {
        self.called.get_or_init(|| {
            let mut known = FxHashSet::default();
            let calls = self
                .eval
                .units
                .iter()
                .flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
            let mut next: Vec<Node> = calls.filter(|call| self.fates.function_around(*call).is_none()).collect();
            while let Some(call) = next.pop() {
                for function in self.run_by(call) {
                    if function.0.file == super::files::FileNo::HERE && known.insert(function) {
                        next.extend(self.eval.all_calls_in(function));
                    }
                }
            }
            known
        })
    }

    /// The functions that a call runs: the one that it calls, and those that it hands over by name.
    fn run_by(&self, call: Node) -> Vec<FunctionRef> {
        let mut functions: Vec<FunctionRef> =
            self.eval.own_call(call, &None).map(|own| own.function).into_iter().collect();
        let (ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. }) = self.eval.units.kind(call) else {
            return functions;
        };
        let keeps = KEEPS.contains(&called(self.eval, call).as_str());
        if keeps || !self.is_statement(call) {
            return functions;
        }
        for argument in arguments {
            let Element::Item(expr) = argument else { continue };
            let argument = peeled(self.eval, Node { unit: call.unit, expr: *expr });
            if let ExprKind::Ident(..) = self.eval.units.kind(argument)
                && let Kind::Function(unit, function, _) = self.eval.value(argument).kind
            {
                functions.push((unit, function));
            }
        }
        functions
    }
}
