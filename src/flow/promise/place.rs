//! The surroundings of a call: its function, and the `try` statements, loops and branches that it is in.

use super::TryPart;
use super::outcome::PromiseAnalysis;
use super::uses::{Role, Use};
use crate::facts::{Body, ExprKind, Key, Owner, Try, Unit};

use crate::eval::units::{Node, UnitId};
use crate::eval::{FunctionRef, ListMethod};
use crate::text::TextRange;
use smol_str::SmolStr;

/// The surroundings of a call. Ranges are bytes of the analyzed file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// The innermost function; `None` at the level of the module.
    pub function: Option<FunctionAround>,
    /// True when the code of the module runs once, and not for each use of a component or each request of a page.
    pub runs_once: bool,
    /// The `try` statements of that function that the call is in, the innermost first.
    pub tries: Vec<TryAround>,
    /// The loops that run the call repeatedly, the innermost first: loops of that function; and when it is the callback
    /// of an array method, that call and the loops around it, and so on outwards.
    pub loops: Vec<LoopAround>,
    /// The branches and cases of that function that the call is in: it only runs when they do.
    pub arms: Vec<TextRange>,
}

/// The function around a call.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionAround {
    /// The body: its block, braces included, or the expression of an arrow function.
    pub body: TextRange,
    /// True when the body is an expression.
    pub is_expression: bool,
    /// True when it is `async`.
    pub is_async: bool,
    /// True when it is a generator.
    pub is_generator: bool,
    /// True when its code states its return type.
    pub is_annotated: bool,
    /// Its name or that of the variable, the property or the method that it is.
    pub name: Option<SmolStr>,
    /// The call that it is an inline argument of.
    pub callback: Option<Callback>,
}

/// A call that gets a function written in place.
#[derive(Clone, Debug, PartialEq)]
pub struct Callback {
    /// The name of the called function, without its object: `map`, `setTimeout`, `on`. Empty where it has none.
    pub of: SmolStr,
    /// True for a method: `users.map`.
    pub is_method: bool,
    /// True for a class: `new Promise`.
    pub is_new: bool,
    /// The place of the function among the arguments, from 0.
    pub at: u32,
    /// The whole call.
    pub call: TextRange,
}

/// A `try` statement around a call.
#[derive(Clone, Debug, PartialEq)]
pub struct TryAround {
    /// The part that the call is in.
    pub part: TryPart,
    /// The `try` block.
    pub block: TextRange,
    /// The body of its `catch`, if it has one.
    pub handler: Option<TextRange>,
    /// The name that the error has in the `catch`, and where it is named.
    pub error: Option<(SmolStr, TextRange)>,
    /// True when the `catch` throws.
    pub rethrows: bool,
}

/// A loop, or a call like `map`, that runs a call repeatedly.
#[derive(Clone, Debug, PartialEq)]
pub struct LoopAround {
    /// The repeated part: the body of a loop, or of a callback.
    pub body: TextRange,
    /// The method of arrays whose callback it is: `map`, `forEach`. `None` for a loop.
    pub method: Option<SmolStr>,
    /// True when it visits elements one by one: `for … of`, and every array method.
    pub is_each: bool,
    /// The number of iterated elements, when they are written out: `for (const id of ["1", "2"])`.
    pub count: Option<usize>,
    /// The maximum number of elements, when the code bounds it: `queue.splice(0, 10)`.
    pub at_most: Option<usize>,
    /// The iterated expression, where it is written.
    pub over: Option<TextRange>,
    /// True when a `return` or a `break` around the call or after it may leave the loop: it may be there to try one
    /// after the other until one succeeds.
    pub may_end: bool,
}

impl LoopAround {
    /// Returns whether it is a method that gives a list of what its callback gives: `map`, `flatMap`.
    pub fn gives_results(&self) -> bool {
        self.method.as_deref().is_some_and(ListMethod::maps)
    }
    /// Returns whether it is a method that calls its callback for all elements.
    pub fn is_for_all(&self) -> bool {
        self.method.as_deref().is_some_and(ListMethod::for_all)
    }
}

impl Around {
    /// Returns whether the code at `range` in here is over before the code at `later` in `other` begins, in one run of
    /// one function: in no case does only the later one run after this one has been passed by.
    pub fn comes_before(&self, range: TextRange, other: &Self, later: TextRange) -> bool {
        let function = |around: &Self| around.function.as_ref().map(|it| it.body);
        let apart = self
            .tries
            .iter()
            .any(|it| it.part == TryPart::Block && it.handler.is_some_and(|handler| handler.contains(later)));
        function(self) == function(other)
            && range.end <= later.start
            && self.arms.iter().all(|arm| arm.contains(later))
            && !apart
    }
    /// Returns whether a failure that is awaited here is caught in this function.
    pub fn is_caught(&self) -> bool {
        self.tries.iter().any(|it| it.part == TryPart::Block && it.handler.is_some() && !it.rethrows)
    }
}

impl PromiseAnalysis<'_, '_> {
    /// Returns the surroundings of an expression of the analyzed file.
    pub fn around(&self, node: Node) -> Around {
        let units = &self.eval.units;
        let facts = units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let absolute = |range: TextRange| units.absolute(node.unit, range);
        let function = self.function_around(node);
        let throws = |body: TextRange| units.flow(node.unit).throws.has_inside(body);
        let mut tries: Vec<TryAround> = self
            .tries(node)
            .map(|(it, part)| TryAround {
                part,
                block: absolute(it.block),
                handler: it.handler.map(|handler| absolute(handler.body)),
                error: it.handler.and_then(|handler| handler.parameter).map(|id| {
                    let binding = &facts.bindings[id.index()];
                    (binding.name.clone(), absolute(binding.range))
                }),
                rethrows: it.handler.is_some_and(|handler| throws(handler.body)),
            })
            .collect();
        tries.sort_by_key(|it| it.block.len());
        let mut arms: Vec<TextRange> = Vec::new();
        if self.is_in_block(node) {
            arms.extend(units.flow(node.unit).arms.around(range).map(|(arm, ())| absolute(arm)));
        }
        Around {
            arms,
            tries,
            loops: self.loops(node),
            function: function.map(|function| self.described(function)),
            runs_once: self.eval.units.runs_once(node),
        }
    }

    /// The `try` statements of the function around `node` that contain it, and the part of each.
    pub fn tries(&self, node: Node) -> impl Iterator<Item = (&Try, TryPart)> + '_ {
        let facts: &Unit = self.eval.units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let around = self.is_in_block(node).then(|| self.eval.units.flow(node.unit).tries.around(range));
        around.into_iter().flatten().map(|(_, (at, part))| (&facts.flow.tries[*at as usize], *part))
    }

    /// Returns whether `node` belongs to the block that its unit is: an arrow without braces in it holds no statement.
    fn is_in_block(&self, node: Node) -> bool {
        self.function_around(node).is_none_or(|(unit, _)| unit != node.unit)
    }

    /// The function whose body a unit is; `None` for a statement of a module.
    pub fn function_of(&self, unit: UnitId) -> Option<FunctionRef> {
        let (outer, _) = self.eval.units.outer(unit)?;
        let ordinal = unit.at - self.eval.units.child(outer, 0).at;
        self.eval.units.functions(outer).of_body(ordinal).map(|function| (outer, function))
    }

    /// The innermost function that an expression is in.
    pub fn function_around(&self, node: Node) -> Option<FunctionRef> {
        let facts = self.eval.units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        match self.eval.units.functions(node.unit).arrows.around(range).next() {
            Some((_, function)) => Some((node.unit, *function)),
            None => self.function_of(node.unit),
        }
    }

    /// The call that gets a function as an inline argument, and the argument's place.
    pub fn callback_of(&self, (unit, function): FunctionRef) -> Option<(Node, u32)> {
        let expr = self.uses(unit).function(function)?;
        match self.use_of(Node { unit, expr }) {
            Use::In(call, Role::Argument(at)) => Some((Node { unit, expr: call }, at)),
            _ => None,
        }
    }

    fn described(&self, function: FunctionRef) -> FunctionAround {
        let (unit, id) = function;
        let facts = &self.eval.units.unit(unit).functions[id.index()];
        FunctionAround {
            body: self.body(function),
            is_expression: matches!(facts.body, Body::Expr(_)),
            is_async: facts.is_async,
            is_generator: facts.generator,
            is_annotated: facts.returns.is_some(),
            name: self.name_of(function),
            callback: self.callback_of(function).map(|(call, at)| Callback {
                of: self.eval.called(call),
                is_method: self.method_called(call).is_some(),
                is_new: matches!(self.eval.units.kind(call), ExprKind::New { .. }),
                at,
                call: self.eval.units.range(call),
            }),
        }
    }

    /// Returns the body of a function, in the whole file.
    pub fn body(&self, (unit, function): FunctionRef) -> TextRange {
        let units = &self.eval.units;
        match units.unit(unit).functions[function.index()].body {
            Body::None => TextRange::default(),
            Body::Expr(expr) => units.range(Node { unit, expr }),
            Body::Unit(ordinal) => {
                let child = &units.unit(unit).children[ordinal as usize];
                units.absolute(unit, TextRange { start: child.start, end: child.start + child.len })
            }
        }
    }

    /// Returns the name of a function.
    pub fn name_of(&self, (unit, function): FunctionRef) -> Option<SmolStr> {
        let facts = self.eval.units.unit(unit);
        if let Some(declared) = self.eval.units.functions(unit).declared(function) {
            return Some(facts.bindings[declared.index()].name.clone());
        }
        if let Owner::Instance(_) | Owner::Static(_) = facts.functions[function.index()].owner {
            return self.eval.units.members(unit).method(facts, function).and_then(|member| written(&member.key));
        }
        let expr = self.uses(unit).function(function)?;
        match self.use_of(Node { unit, expr }) {
            Use::Initial(binding) => Some(facts.bindings[binding.index()].name.clone()),
            Use::In(object, Role::Kept) => self.eval.units.members(unit).key_of(facts, object, expr).and_then(written),
            _ => None,
        }
    }

    fn loops(&self, mut node: Node) -> Vec<LoopAround> {
        let mut all = Vec::new();
        if let Some(named) = self.eval.called_for_each(node) {
            all.push(self.each_of(node, self.eval.units.range(named)));
        }
        // From one call to the next one around it, to the outermost.
        loop {
            let facts = self.eval.units.unit(node.unit);
            let range = facts.exprs[node.expr.index()].range;
            let flow = self.eval.units.flow(node.unit);
            let loops: Vec<_> = if self.is_in_block(node) {
                flow.loops.around(range).map(|(_, at)| &facts.flow.loops[*at as usize]).collect()
            } else {
                Vec::new()
            };
            let mut here: Vec<LoopAround> = loops
                .into_iter()
                .map(|it| LoopAround {
                    body: self.eval.units.absolute(node.unit, it.body),
                    method: None,
                    is_each: it.each.is_some(),
                    count: it.each.and_then(|expr| self.count(Node { unit: node.unit, expr })),
                    at_most: it.each.and_then(|expr| self.at_most(Node { unit: node.unit, expr })),
                    over: it.each.map(|expr| self.eval.units.range(Node { unit: node.unit, expr })),
                    may_end: {
                        let behind = TextRange { start: range.end, end: it.body.end };
                        // Around the call, or behind it.
                        flow.exits.around(range).any(|(exit, ())| it.body.contains(exit))
                            || flow.exits.has_inside(behind)
                    },
                })
                .collect();
            here.sort_by_key(|it| it.body.len());
            all.extend(here);
            let Some(function) = self.function_around(node) else { break };
            let Some((call, 0)) = self.callback_of(function) else { break };
            if !self.method_called(call).is_some_and(|name| ListMethod::goes_through(&name)) {
                break;
            }
            all.push(self.each_of(call, self.body(function)));
            node = call;
        }
        all
    }

    /// The loop that a call of a method of arrays is, which does `body` for each element.
    fn each_of(&self, call: Node, body: TextRange) -> LoopAround {
        let receiver = self.receiver(call);
        LoopAround {
            body,
            method: self.method_called(call),
            is_each: true,
            count: receiver.and_then(|receiver| self.count(receiver)),
            at_most: receiver.and_then(|receiver| self.at_most(receiver)),
            over: receiver.map(|receiver| self.eval.units.range(receiver)),
            may_end: false,
        }
    }

    /// Returns the object that a method is called on.
    pub fn receiver(&self, call: Node) -> Option<Node> {
        let ExprKind::Call { callee, .. } = self.eval.units.kind(call) else { return None };
        match self.eval.units.kind(self.eval.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { object, .. } => Some(Node { unit: call.unit, expr: *object }),
            _ => None,
        }
    }

    fn count(&self, node: Node) -> Option<usize> {
        self.is_array(node).then(|| self.eval.items(&self.eval.value(node)).len())
    }
}

fn written(key: &Key) -> Option<SmolStr> {
    match key {
        Key::Name(name) => Some(name.clone()),
        Key::Computed(_) => None,
    }
}
