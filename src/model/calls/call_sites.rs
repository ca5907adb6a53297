//! The functions of the project that lead to the calls of the SDK: who calls a wrapper, and where a function ends.

use super::sdk_calls::Call;
use crate::eval::FunctionRef;
use crate::eval::units::modules::FileId;
use crate::eval::units::{Node, UnitId};
use crate::facts::{Body, Key, Owner, Target};
use crate::flow::promise::{PromiseAnalysis, Use};
use crate::sdk::ClientKind;
use crate::text::TextRange;
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHasher};
use smol_str::SmolStr;
use std::hash::{Hash, Hasher};

/// A piece of code, recognized in whichever file it is looked at from. It stays the same as long as nothing but the
/// place of its statement changes, so that no other file depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeKey {
    /// The file; `None` for one that stands alone.
    pub file: Option<FileId>,
    /// A hash of its statement, and of the way from there.
    pub code: u64,
}

/// A function of the analyzed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFunction {
    /// The function.
    pub key: CodeKey,
    /// Its name.
    pub name: SmolStr,
    /// The place of the name; of the function's beginning where the name is elsewhere.
    pub at: TextRange,
    /// The name and the body.
    pub range: TextRange,
}

/// A call in the analyzed file that ends in a call of the SDK.
#[derive(Clone, Debug, PartialEq)]
pub struct CallSite {
    /// The call.
    pub range: TextRange,
    /// The name in it that is called.
    pub name: TextRange,
    /// The client.
    pub client: ClientKind,
    /// The method of the SDK; `None` where it is not known.
    pub method: Option<SmolStr>,
    /// The innermost function with a name around it; `None` at the level of the module.
    pub within: Option<OwnFunction>,
    /// The functions of the project that lead from here to the SDK, the one that is called here first.
    pub through: Box<[CodeKey]>,
    /// The call of the SDK itself.
    pub sent: CodeKey,
    /// The `new` of the client, where that was seen.
    pub made: Option<CodeKey>,
}

/// The calls of the analyzed file that end in the SDK.
pub fn call_sites(promises: &PromiseAnalysis<'_, '_>, rope: &Rope, calls: &[Call]) -> Vec<CallSite> {
    let naming = Naming { promises, rope };
    let site = |call: &Call| {
        let within = naming.around(call.site);
        // A callback that is written here belongs to the function here.
        let around = within.as_ref().map(|(function, _)| *function);
        let through = naming.led_by(&call.way).into_iter().filter(|function| Some(*function) != around);
        CallSite {
            range: call.range,
            name: call.name,
            client: call.client,
            method: call.method.clone(),
            within: within.map(|(function, name)| naming.described(function, name)),
            through: through.map(|function| naming.key_of(function)).collect(),
            sent: naming.key(call.way.last().copied().unwrap_or(call.site)),
            made: call.made.map(|made| naming.key(made)),
        }
    };
    let mut sites: Vec<CallSite> = Vec::new();
    // The same ones are at the same place: a file may have any number of others.
    let mut at_place: FxHashMap<TextRange, Vec<usize>> = FxHashMap::default();
    for site in calls.iter().map(site) {
        let there = at_place.entry(site.range).or_default();
        if there.iter().all(|at| sites[*at] != site) {
            there.push(sites.len());
            sites.push(site);
        }
    }
    sites
}

/// The key of a `new` in the analyzed file.
pub fn key_at(promises: &PromiseAnalysis<'_, '_>, rope: &Rope, made: TextRange) -> Option<CodeKey> {
    Some(Naming { promises, rope }.key(promises.eval().units.call_at(made)?))
}

/// Names functions, and gives keys to code.
struct Naming<'f, 'e, 'a> {
    promises: &'f PromiseAnalysis<'e, 'a>,
    rope: &'f Rope,
}

impl Naming<'_, '_, '_> {
    /// The functions with names that calls inside one another lead through, each once.
    fn led_by(&self, way: &[Node]) -> Vec<FunctionRef> {
        let mut all: Vec<FunctionRef> = Vec::new();
        for (function, _) in way.iter().skip(1).filter_map(|inner| self.around(*inner)) {
            if !all.contains(&function) {
                all.push(function);
            }
        }
        all
    }

    /// The innermost function with a name around an expression.
    fn around(&self, node: Node) -> Option<(FunctionRef, SmolStr)> {
        self.functions_around(node).into_iter().find_map(|function| Some((function, self.name_of(function)?)))
    }

    /// The functions that an expression is in, the innermost first.
    fn functions_around(&self, node: Node) -> Vec<FunctionRef> {
        let units = &self.promises.eval().units;
        let mut unit = node.unit;
        let mut range = units.unit(unit).exprs[node.expr.index()].range;
        let mut all = Vec::new();
        loop {
            all.extend(units.functions(unit).arrows.around(range).map(|(_, function)| (unit, *function)));
            let Some((outer, function)) = self.promises.function_of(unit) else { return all };
            all.push((outer, function));
            if let Body::Unit(ordinal) = units.unit(outer).functions[function.index()].body {
                let child = &units.unit(outer).children[ordinal as usize];
                range = TextRange { start: child.start, end: child.start + child.len };
            }
            unit = outer;
        }
    }

    fn name_of(&self, function: FunctionRef) -> Option<SmolStr> {
        self.promises.name_of(function).or_else(|| self.assigned(function))
    }

    /// The name of a member that a function is written to: `exports.send = async () => …`.
    fn assigned(&self, (unit, function): FunctionRef) -> Option<SmolStr> {
        let expr = self.promises.uses(unit).function(function)?;
        let facts = self.promises.eval().units.unit(unit);
        let write = facts.writes.iter().find(|write| write.value.is_some_and(|value| facts.peeled(value) == expr))?;
        match &write.target {
            Target::Member(_, Key::Name(name)) | Target::Name(name, _) => Some(name.clone()),
            Target::Member(..) => None,
        }
    }

    fn described(&self, function: FunctionRef, name: SmolStr) -> OwnFunction {
        let (unit, id) = function;
        let units = &self.promises.eval().units;
        let facts = units.unit(unit);
        let body = self.promises.body(function);
        let expr = self.promises.uses(unit).function(id);
        let bound =
            units.functions(unit).declared(id).or_else(|| match self.promises.use_of(Node { unit, expr: expr? }) {
                Use::Initial(binding) => Some(binding),
                _ => None,
            });
        let at = match bound {
            Some(binding) => units.absolute(unit, facts.bindings[binding.index()].range),
            None => self.named_in_head(function, &name, body.start),
        };
        let range = TextRange { start: at.start.min(body.start), end: at.end.max(body.end) };
        OwnFunction { key: self.key_of(function), name, at, range }
    }

    /// The name in the head of a method; else where the head begins.
    fn named_in_head(&self, (unit, id): FunctionRef, name: &str, body: u32) -> TextRange {
        let units = &self.promises.eval().units;
        let facts = &units.unit(unit).functions[id.index()];
        let head = units.absolute(unit, TextRange { start: facts.head, end: facts.head });
        let text = self.rope.get_byte_slice(head.start()..body.max(head.start) as usize).map(|text| text.to_string());
        let is_method = matches!(facts.owner, Owner::Instance(_) | Owner::Static(_) | Owner::Object(_));
        match text.and_then(|text| if is_method { text.find(name) } else { None }) {
            Some(at) => TextRange::new(head.start() + at, head.start() + at + name.len()),
            None => head,
        }
    }

    fn key_of(&self, (unit, function): FunctionRef) -> CodeKey {
        self.key_in(unit, (0, function.index()))
    }

    fn key(&self, node: Node) -> CodeKey {
        self.key_in(node.unit, (1, node.expr.index()))
    }

    /// The key of something in a unit: its statement by its contents, and the way from there.
    fn key_in(&self, unit: UnitId, what: (u8, usize)) -> CodeKey {
        let units = &self.promises.eval().units;
        let mut hasher = FxHasher::default();
        what.hash(&mut hasher);
        let mut at = unit;
        while let Some((outer, _)) = units.outer(at) {
            if units.outer(outer).is_none() {
                break;
            }
            (at.at - units.child(outer, 0).at).hash(&mut hasher);
            at = outer;
        }
        units.unit(at).content().hash(&mut hasher);
        CodeKey { file: units.files.id(unit.file), code: hasher.finish() }
    }
}
