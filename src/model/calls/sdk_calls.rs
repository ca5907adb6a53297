//! Every call of a method of the SDK's clients, with its surroundings and the fate of its promise.

use super::observables::unsubscribed;
use super::search::{Goes, Search};
use crate::eval::Eval;
use crate::eval::sdk_call::Through;
use crate::eval::units::{Lookup, Node};
use crate::eval::value::{Frame, Request, ValueKind};
use crate::facts::{BindingSource, Element, ExprKind};
use crate::flow::promise::{Around, Failure, Finder, Promise, PromiseAnalysis, ReturnedEarly, Role, TryPart, Use};
use crate::model::arguments::argument::Argument;
use crate::sdk::{ClientKind, Door, Routed};
use crate::text::{Repair, TextEdit, TextRange};
use ropey::Rope;
use smol_str::SmolStr;
use std::rc::Rc;

/// A call of a method of the SDK's clients, of every client and every method that sends a request. A call of a function
/// of the project that makes such a call is one too: then `through` says so, `method` and `arguments` describe the
/// SDK's call, and everything else is of the call in the analyzed file.
#[derive(Clone, Debug)]
pub struct Call {
    /// The way in which it reaches Customer.io.
    pub door: Door,
    /// The client; of another door the one that sends such calls.
    pub client: ClientKind,
    /// The request that it sends without an SDK.
    pub(in crate::model) request: Option<Rc<Request>>,
    /// The method; `None` where it is not known: `client[name](…)`.
    pub method: Option<SmolStr>,
    /// The function of the project that makes the call, when that is not written in place.
    pub through: Option<Through>,
    /// The whole call.
    pub range: TextRange,
    /// The called expression: `cio.track`.
    pub callee: TextRange,
    /// The name in it: `track`; the expression in the brackets of `cio["track"]`.
    pub name: TextRange,
    /// The arguments of the SDK's method, up to the first spread.
    pub arguments: Vec<Argument>,
    /// True when these are all of them.
    pub closed: bool,
    /// The fate of the promise.
    pub promise: Promise,
    /// The `return` in a `try` that hands the promise on before anything there could see it fail, and the repair.
    pub returned_early: Option<Box<(ReturnedEarly, Repair)>>,
    /// The surroundings of the call.
    pub around: Around,
    /// True when the functions of the project that lead to the SDK call make it in every case, or the call is written
    /// in place.
    pub is_sure: bool,
    /// The call in the analyzed file.
    pub(crate) site: Node,
    /// The calls inside one another that lead from there to the SDK.
    pub(in crate::model) way: Rc<[Node]>,
    /// The destination of its failure.
    pub(in crate::model) failure: Failure,
    /// The place where its client is created, when that was seen.
    pub(in crate::model) made: Option<Node>,
    /// The dropped expression, when the request is sent only by a subscription, and nothing subscribes; with the edit that
    /// does, where that can be added.
    pub unsubscribed: Option<(TextRange, Option<TextEdit>)>,
}

impl Call {
    /// Returns whether this call is over before `other` begins, in one run of one function: in no case does only
    /// `other` run after it has been passed by, and neither is in a function inside the other's.
    pub fn comes_before(&self, other: &Self) -> bool {
        self.around.comes_before(self.range, &other.around, other.range)
    }
    /// Returns whether the call sends a transactional message: these have a rate limit of their own.
    pub fn is_transactional(&self) -> bool {
        self.client == ClientKind::App && self.method.as_deref().is_some_and(crate::sdk::responses::is_transactional)
    }
    /// The argument at a place; `None` where it is missing or not to be known.
    pub fn argument(&self, at: usize) -> Option<&Argument> {
        self.arguments.get(at)
    }
}

/// The calls among those of the analyzed file that are of interest, in the order of the text; those of the SDK first, then
/// requests without an SDK, then those of other SDKs.
pub fn sdk_calls(promises: &PromiseAnalysis<'_, '_>, rope: &Rope, nodes: &[Node]) -> Vec<Call> {
    let finder = Finder { promises, rope };
    let mut found = Vec::new();
    for node in nodes {
        let mut search =
            Way { finder: &finder, way: vec![*node], found: Vec::new(), search: Search::of(promises.eval(), *node) };
        search.call(*node, &None, 1);
        found.append(&mut search.found);
    }
    found.sort_by_key(|call| (call.door, call.range, call.through.as_ref().map(|through| through.call.clone())));
    found
}

/// A search for the calls of the SDK that one call makes.
struct Way<'f, 'e, 'a> {
    finder: &'f Finder<'f, 'e, 'a>,
    /// The calls inside one another that lead from the analyzed file to where the search is.
    way: Vec<Node>,
    found: Vec<Call>,
    search: Search<'e, 'a>,
}

impl Way<'_, '_, '_> {
    fn call(&mut self, node: Node, frame: &Frame, rivals: u32) {
        let eval = self.finder.promises.eval();
        if let Some((client, method)) = eval.on_client(node, frame) {
            let call = self.found_call(node, frame, client, method);
            self.search.found += call.is_some() as u32;
            self.found.extend(call);
            return;
        }
        if let Some(request) = eval.http_request(node, frame) {
            let call = self.requested(node, request);
            self.search.found += call.is_some() as u32;
            self.found.extend(call);
            return;
        }
        // What is called where it is written has its calls there too.
        let Some(own) = eval.own_call(node, frame) else { return };
        if eval.is_in_place(node) {
            return;
        }
        let (inner, reach) = self.search.enter(node, own.function);
        if !inner.is_empty() && !eval.is_under_evaluation(own.function, frame) {
            let frame = eval.enter(own, node, frame, rivals);
            self.inside(&inner, &frame);
        }
        self.search.leave(reach);
    }

    /// Looks at the calls of interest of a function that was entered with `frame`.
    fn inside(&mut self, inner: &[Node], frame: &Frame) {
        for call in inner {
            // A function without parameters has no frame that would say that it is being entered again.
            if self.way.contains(call) {
                continue;
            }
            match self.search.goes_on(*call, frame, self.way.len()) {
                Goes::On => {}
                Goes::By => continue,
                Goes::Out => return,
            }
            self.way.push(*call);
            self.call(*call, frame, inner.len() as u32);
            self.way.pop();
        }
    }

    /// Returns whether a call runs whenever the function around it does.
    fn always_runs(&self, call: Node) -> bool {
        let promises = self.finder.promises;
        let around = promises.around(call);
        let flow = promises.eval().units.flow(call.unit);
        let end = promises.eval().units.unit(call.unit).exprs[call.expr.index()].range.start;
        let before = TextRange { start: 0, end };
        around.arms.is_empty()
            && around.loops.is_empty()
            && around.tries.iter().all(|it| it.part == TryPart::Block)
            && !flow.exits.has_inside(before)
            && !flow.throws.has_inside(before)
    }

    /// The place in the analyzed file where an argument of the last call of the way is written: a parameter of a
    /// function of the project is written where that function is called.
    fn written(&self, mut place: Node) -> Option<Node> {
        let eval = self.finder.promises.eval();
        for caller in self.way.iter().rev().skip(1) {
            let ExprKind::Ident(name, scope) = eval.units.kind(eval.units.peeled(place)) else { return None };
            let Lookup::One(bound) = eval.units.lookup(place.unit, *scope, name) else { return None };
            let BindingSource::Parameter { index, path, .. } = &eval.units.binding(bound).source else { return None };
            let ExprKind::Call { arguments, .. } = eval.units.kind(*caller) else { return None };
            let given = crate::eval::units::places(caller.unit, arguments);
            if !path.is_empty() {
                return None;
            }
            place = given.get(*index as usize).copied()?;
        }
        Some(place)
    }

    /// The call that sends a request without the SDK.
    fn requested(&self, node: Node, request: Rc<Request>) -> Option<Call> {
        let eval = self.finder.promises.eval();
        let site = *self.way.first()?;
        let range = eval.around_request(&request, site);
        let (client, method) = match &request.routed {
            Routed::To(route) => (route.client(), Some(SmolStr::new_static(route.method.name))),
            _ => (request.api.client(), None),
        };
        let arguments = request.arguments.iter().map(|value| {
            let place = value.places().find(|node| eval.units.is_within(*node, range));
            Argument::new(place.map(|place| eval.units.range(place)), value.clone(), range)
        });
        let call = self.at_site(site, client, method, arguments.collect(), true)?;
        // A request of Node.js' `https`, or of NestJS' `HttpService`, is no promise, unless one is made of it.
        let (promise, returned_early, failure) = if request.is_observable {
            let (promise, failure) = match self.promised(site) {
                Some(promised) => self.finder.promise(&[promised]),
                None => (Promise::Unknown, Failure::Elsewhere),
            };
            (promise, None, failure)
        } else {
            (call.promise, call.returned_early, call.failure)
        };
        let dropped = if request.is_cold { unsubscribed(self.finder.promises, &self.way) } else { None };
        let unsubscribed = dropped.map(|dropped| {
            let whole = eval.units.range(dropped.whole);
            (whole, dropped.is_statement.then(|| TextEdit::insert(whole.end(), ".subscribe()".to_owned())))
        });
        Some(Call {
            door: Door::Http,
            request: Some(request),
            unsubscribed,
            promise,
            returned_early,
            failure,
            made: None,
            through: (site != node).then(|| Through {
                name: eval.called(site),
                call: eval.units.place(node),
                is_bound: false,
            }),
            ..call
        })
    }

    /// The call that makes a promise of what a call gives: `firstValueFrom(http.get(…).pipe(…))`.
    fn promised(&self, site: Node) -> Option<Node> {
        let promises = self.finder.promises;
        let mut at = site;
        loop {
            match promises.use_of(at) {
                Use::In(around, Role::Around) => at.expr = around,
                Use::In(call, Role::Argument(0)) => {
                    let call = Node { expr: call, ..at };
                    let name = promises.eval().called(call);
                    return matches!(name.as_str(), "firstValueFrom" | "lastValueFrom").then_some(call);
                }
                Use::In(member, Role::Object) => {
                    let ExprKind::Member { property, .. } = promises.eval().units.kind(Node { expr: member, ..at })
                    else {
                        return None;
                    };
                    let Use::In(call, Role::Callee) = promises.use_of(Node { expr: member, ..at }) else { return None };
                    at.expr = call;
                    match property.as_str() {
                        "pipe" => {}
                        "toPromise" => return Some(at),
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
    }

    /// A call at `site` with its surroundings.
    fn at_site(
        &self,
        site: Node,
        client: ClientKind,
        method: Option<SmolStr>,
        arguments: Vec<Argument>,
        closed: bool,
    ) -> Option<Call> {
        let eval = self.finder.promises.eval();
        let (callee, name) = self.names(site)?;
        let (promise, failure) = self.finder.promise(&self.way);
        Some(Call {
            door: client.door(),
            client,
            request: None,
            method,
            through: None,
            range: eval.units.range(site),
            callee,
            name,
            arguments,
            closed,
            returned_early: match promise {
                Promise::Returned => self.finder.returned_early(&self.way).map(Box::new),
                _ => None,
            },
            promise,
            around: self.finder.promises.around(site),
            is_sure: self.way.iter().skip(1).all(|call| self.always_runs(*call)),
            site,
            way: self.way.as_slice().into(),
            failure,
            made: None,
            unsubscribed: None,
        })
    }

    fn found_call(&self, node: Node, frame: &Frame, client: ClientKind, method: Option<SmolStr>) -> Option<Call> {
        let eval = self.finder.promises.eval();
        let site = *self.way.first()?;
        let arguments = eval.given_to_method(node);
        let given = eval.arguments(node.unit, arguments, frame);
        let places = crate::eval::units::places(node.unit, arguments);
        let arguments = given.list.into_iter().enumerate().map(|(at, value)| {
            let place = places.get(at).and_then(|place| self.written(*place));
            Argument::new(place.map(|place| eval.units.range(place)), value, eval.units.range(site))
        });
        let through = match eval.bound_at(node, frame) {
            _ if site != node => {
                Some(Through { name: eval.called(site), call: eval.units.place(node), is_bound: false })
            }
            Some(bound) => Some(Through { name: eval.called(site), call: eval.units.place(bound), is_bound: true }),
            None => None,
        };
        let call = self.at_site(site, client, method, arguments.collect(), given.closed)?;
        Some(Call { through, made: made_at(eval, node, frame), ..call })
    }

    /// Returns the called expression of a call, and the name in it.
    fn names(&self, call: Node) -> Option<(TextRange, TextRange)> {
        let eval = self.finder.promises.eval();
        let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
        let callback = eval.called_for_each(call).map(|named| eval.named_in_bind(named).unwrap_or(named));
        let applied = || eval.applied(call).map(|applied| applied.named);
        let callee =
            callback.or_else(applied).unwrap_or_else(|| eval.units.peeled(Node { unit: call.unit, expr: *callee }));
        let whole = eval.units.range(callee);
        let name = match eval.units.kind(callee) {
            ExprKind::Member { property, .. } => TextRange { start: whole.end - property.len() as u32, ..whole },
            ExprKind::Index { index, .. } => eval.units.range(Node { unit: call.unit, expr: *index }),
            _ => whole,
        };
        Some((whole, name))
    }
}

/// The place where the client is created whose method a call calls.
fn made_at(eval: &Eval<'_>, call: Node, frame: &Frame) -> Option<Node> {
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
    if let Some(applied) = eval.applied(call) {
        return match eval.narrowly(applied.object, frame).kind {
            ValueKind::Client(_, made) => made,
            _ => None,
        };
    }
    if let ValueKind::Method(_, _, made) = eval.narrowly(Node { unit: call.unit, expr: *callee }, frame).kind {
        return made;
    }
    let object = match eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *callee })) {
        ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
        _ => return None,
    };
    let value = eval.narrowly(Node { unit: call.unit, expr: object }, frame);
    let mut made = value.cases().iter().filter(|case| !case.kind.is_nothing()).map(|case| match case.kind {
        ValueKind::Client(_, made) => made,
        _ => None,
    });
    let first = made.next()??;
    made.all(|other| other == Some(first)).then_some(first)
}

/// Returns whether a file replaces modules by mocks, as tests do: `jest.mock(…)`, `vi.spyOn(…)`, `sinon.stub(…)`.
pub fn mocks(eval: &Eval<'_>) -> bool {
    const TOOLS: &[&str] = &["jest", "vi", "sinon", "td"];
    const REPLACERS: &[&str] =
        &["doMock", "mock", "mocked", "replace", "replaceEsm", "spy", "spyOn", "stub", "unstable_mockModule"];
    eval.units.iter().any(|(unit, facts)| {
        facts.calls.iter().any(|expr| {
            let node = Node { unit, expr: *expr };
            let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return false };
            let ExprKind::Member { object, property } = &facts.exprs[callee.index()].kind else { return false };
            let ExprKind::Ident(name, _) = &facts.exprs[object.index()].kind else { return false };
            let given = arguments.iter().any(|argument| matches!(argument, Element::Item(_)));
            given && TOOLS.contains(&name.as_str()) && REPLACERS.contains(&property.as_str())
        })
    })
}
