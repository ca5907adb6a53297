//! The units of one file laid out flat, and its names.

use super::blocks::{Blocks, ModuleNames};
use super::index::UnitIndex;
use crate::facts::{BindingId, BindingSource, Exported, ExprId, ExprKind, FileFacts, Key, ScopeId, Target, Unit};
use crate::sdk::methods_named;
use crate::text::{Nest, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The number of names of a scope, or readers of a name, up to which a linear search is used.
const FEW: usize = 16;

/// The root unit.
pub const ROOT: u32 = 0;

/// A unit and its place.
struct Placed {
    unit: Arc<Unit>,
    /// Byte of the file at which it begins.
    start: u32,
    parent: u32,
    /// The scope of the parent that it is in.
    scope: ScopeId,
    first_child: u32,
}

/// The units of a file.
pub struct FileUnits {
    list: Vec<Placed>,
    /// The blocks of a document that the statements are in.
    blocks: Option<Blocks>,
    module: OnceCell<ModuleNames>,
    /// The names that other files, or the markup, may see.
    exported: OnceCell<FxHashSet<SmolStr>>,
    outside_new: OnceCell<OutsideNew>,
    /// The names on which methods are called that clients have.
    like_clients: OnceCell<FxHashSet<SmolStr>>,
    writes: OnceCell<FxHashMap<SmolStr, Vec<(u32, u32)>>>,
    names: OnceCell<FxHashMap<SmolStr, Vec<(u32, ExprId)>>>,
    /// Calls by their places in the file.
    calls: OnceCell<FxHashMap<TextRange, (u32, ExprId)>>,
    /// The readers and the writers of names that are used often, by their meaning.
    readers: RefCell<FxHashMap<SmolStr, Rc<ByMeaning<ExprId>>>>,
    writers: RefCell<FxHashMap<SmolStr, Rc<ByMeaning<u32>>>>,
}

/// Instances that are created in a file, and the names outside of them.
pub struct OutsideNew {
    /// The `new` expressions.
    pub made: Nest<()>,
    /// Members outside of them by their keys.
    pub members: FxHashMap<SmolStr, Vec<(u32, ExprId)>>,
}

/// Places by the one binding that the name there means, each in the order of the file's units.
type ByMeaning<T> = FxHashMap<(u32, BindingId), Vec<(u32, T)>>;

impl FileUnits {
    /// Lays out the units of a file.
    pub fn new(facts: &FileFacts) -> Self {
        let root = Placed { unit: facts.root.clone(), start: 0, parent: ROOT, scope: ScopeId(0), first_child: 1 };
        let mut list = vec![root];
        let mut at = 0;
        // In breadth, so that the children of a unit stand side by side.
        while at < list.len() {
            list[at].first_child = list.len() as u32;
            let (unit, start) = (list[at].unit.clone(), list[at].start);
            for child in &unit.children {
                list.push(Placed {
                    unit: child.unit.clone(),
                    start: start + child.start,
                    parent: at as u32,
                    scope: child.scope,
                    first_child: 0,
                });
            }
            at += 1;
        }
        let blocks = facts.document().map(|document| Blocks::of(document, &facts.root));
        Self {
            list,
            blocks,
            module: OnceCell::new(),
            exported: OnceCell::new(),
            outside_new: OnceCell::new(),
            like_clients: OnceCell::new(),
            writes: OnceCell::new(),
            names: OnceCell::new(),
            calls: OnceCell::new(),
            readers: RefCell::default(),
            writers: RefCell::default(),
        }
    }

    /// Every unit with its number, in no order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Unit)> + '_ {
        self.list.iter().enumerate().map(|(at, placed)| (at as u32, &*placed.unit))
    }
    /// A unit by its number.
    pub fn unit(&self, unit: u32) -> &Unit {
        &self.list[unit as usize].unit
    }
    /// The byte at which a unit begins.
    pub fn start(&self, unit: u32) -> u32 {
        self.list[unit as usize].start
    }
    /// The unit that is the n-th child of another.
    pub fn child(&self, unit: u32, ordinal: u32) -> u32 {
        self.list[unit as usize].first_child + ordinal
    }
    /// The unit around a unit and its scope there; `None` for the root.
    pub fn outer(&self, unit: u32) -> Option<(u32, ScopeId)> {
        let placed = &self.list[unit as usize];
        (unit != ROOT).then_some((placed.parent, placed.scope))
    }

    /// Returns the binding of a name, seen from a scope: all bindings of the nearest scope that has one which fits.
    pub fn look<'s>(
        &'s self,
        mut unit: u32,
        mut scope: ScopeId,
        name: &'s str,
        fits: fn(&BindingSource) -> bool,
    ) -> impl Iterator<Item = (u32, BindingId)> + 's {
        let mut inner = (unit, &[][..]);
        loop {
            let facts = self.unit(unit);
            let here = &facts.scopes[scope.index()];
            // The root has no names of its own, and those of its statements are the module's.
            let is_module = here.parent.is_none() && self.list[unit as usize].parent == ROOT;
            if is_module {
                break;
            }
            let is_it = |b: &BindingId| {
                let binding = &facts.bindings[b.index()];
                binding.name == name && fits(&binding.source)
            };
            let bindings = match here.bindings.len() {
                ..=FEW => here.bindings.as_slice(),
                _ => {
                    let scopes = UnitIndex::of(facts).scopes(facts);
                    scopes.get(&(scope, SmolStr::new(name))).map_or(&[][..], Vec::as_slice)
                }
            };
            if bindings.iter().any(is_it) {
                inner = (unit, bindings);
                break;
            }
            match (here.parent, self.outer(unit)) {
                (Some(parent), _) => scope = parent,
                (None, Some((outer, around))) => (unit, scope) = (outer, around),
                (None, None) => break,
            }
        }
        let fitting = move |(unit, binding): &(u32, BindingId)| {
            let binding = &self.unit(*unit).bindings[binding.index()];
            binding.name == name && fits(&binding.source)
        };
        let module = if inner.1.is_empty() { self.module_names(unit, name, fits) } else { &[] };
        inner.1.iter().map(move |binding| (inner.0, *binding)).chain(module.iter().copied()).filter(fitting)
    }

    /// Instances that are created, and the names outside of them.
    pub fn outside_new(&self) -> &OutsideNew {
        self.outside_new.get_or_init(|| {
            let all = |unit: u32| {
                let exprs = self.unit(unit).exprs.iter().enumerate();
                exprs.map(move |(at, expr)| (ExprId(at as u32), expr, expr.range.shifted(self.start(unit) as usize)))
            };
            let units = 0..self.list.len() as u32;
            let made = units.clone().flat_map(all);
            let made = made.filter(|(_, expr, _)| matches!(expr.kind, ExprKind::New { .. }));
            let made = Nest::of(made.map(|(_, _, range)| (range, ())));
            let mut members: FxHashMap<SmolStr, Vec<(u32, ExprId)>> = FxHashMap::default();
            for unit in units {
                for (id, expr, range) in all(unit) {
                    if let ExprKind::Member { property, .. } = &expr.kind
                        && made.around(range).next().is_none()
                    {
                        members.entry(property.clone()).or_default().push((unit, id));
                    }
                }
            }
            OutsideNew { made, members }
        })
    }

    /// Returns whether a method that clients have is called on a variable of this name.
    pub fn is_called_like_client(&self, name: &SmolStr) -> bool {
        let names = self.like_clients.get_or_init(|| {
            let units = self.list.iter().map(|placed| &*placed.unit);
            let members = units.flat_map(|unit| unit.exprs.iter().map(move |expr| (unit, &expr.kind)));
            let named = members.filter_map(|(unit, kind)| match kind {
                ExprKind::Member { object, property } if methods_named(property).next().is_some() => {
                    match &unit.exprs[unit.peeled(*object).index()].kind {
                        ExprKind::Ident(name, _) => Some(name.clone()),
                        _ => None,
                    }
                }
                _ => None,
            });
            named.collect()
        });
        names.contains(name)
    }

    /// Returns whether the module exports this name of its own, or its markup names it.
    pub fn is_exported(&self, name: &SmolStr) -> bool {
        let exported = self.exported.get_or_init(|| {
            let root = &self.list[ROOT as usize].unit;
            // What the root itself exports is what its markup names.
            let units = root.children.iter().map(|child| &*child.unit).chain([&**root]);
            let exports = units.flat_map(|unit| &unit.exports);
            let local = exports.filter_map(|export| match &export.what {
                Exported::Local(name) => Some(name.clone()),
                _ => None,
            });
            local.collect()
        });
        exported.contains(name)
    }

    /// The first call or `new` that is all of a range.
    pub fn call_at(&self, range: TextRange) -> Option<(u32, ExprId)> {
        let calls = self.calls.get_or_init(|| {
            let mut calls = FxHashMap::default();
            for (unit, facts) in self.iter() {
                for call in &facts.calls {
                    let range = facts.exprs[call.index()].range.shifted(self.start(unit) as usize);
                    calls.entry(range).or_insert((unit, *call));
                }
            }
            calls
        });
        calls.get(&range).copied()
    }

    /// The one binding that a name means as a value, seen from a scope.
    fn meaning(&self, unit: u32, scope: ScopeId, name: &str) -> Option<(u32, BindingId)> {
        let mut found = self.look(unit, scope, name, |source| !matches!(source, BindingSource::Type(_)));
        match (found.next(), found.next()) {
            (only, None) => only,
            _ => None,
        }
    }

    /// The statements of the block of a document which a specifier leads to.
    pub fn block_named(&self, specifier: &str) -> Option<std::ops::Range<u32>> {
        self.blocks.as_ref()?.named(specifier)
    }

    /// The export of the block of a document which a specifier leads to: the statement, and its number there.
    pub fn exported_by_block(&self, specifier: &str, name: &str) -> Option<(u32, u32)> {
        self.blocks.as_ref()?.named(specifier)?.find_map(|at| {
            let exports = &self.unit(at).exports;
            exports.iter().position(|export| export.name == name).map(|number| (at, number as u32))
        })
    }

    /// The places that read a name and mean a binding, when the name is read so often that it pays to look all of them
    /// up at once.
    pub fn readers(&self, name: &SmolStr, bound: (u32, BindingId)) -> Option<Vec<(u32, ExprId)>> {
        let all = self.references(name);
        if all.len() <= FEW {
            return None;
        }
        let known = self.readers.borrow().get(name).cloned();
        let readers = known.unwrap_or_else(|| {
            let mut readers: ByMeaning<ExprId> = FxHashMap::default();
            for &(unit, expr) in all {
                if let ExprKind::Ident(name, scope) = &self.unit(unit).exprs[expr.index()].kind
                    && let Some(meant) = self.meaning(unit, *scope, name)
                {
                    readers.entry(meant).or_default().push((unit, expr));
                }
            }
            let readers = Rc::new(readers);
            self.readers.borrow_mut().insert(name.clone(), readers.clone());
            readers
        });
        Some(readers.get(&bound).cloned().unwrap_or_default())
    }

    /// As [`FileUnits::readers`], of the assignments to a variable.
    pub fn writers(&self, name: &SmolStr, bound: (u32, BindingId)) -> Option<Vec<(u32, u32)>> {
        let all = self.writes(name);
        if all.len() <= FEW {
            return None;
        }
        let known = self.writers.borrow().get(name).cloned();
        let writers = known.unwrap_or_else(|| {
            let mut writers: ByMeaning<u32> = FxHashMap::default();
            for &(unit, write) in all {
                if let Target::Name(name, scope) = &self.unit(unit).writes[write as usize].target
                    && let Some(meant) = self.meaning(unit, *scope, name)
                {
                    writers.entry(meant).or_default().push((unit, write));
                }
            }
            let writers = Rc::new(writers);
            self.writers.borrow_mut().insert(name.clone(), writers.clone());
            writers
        });
        Some(writers.get(&bound).cloned().unwrap_or_default())
    }

    /// The bindings of the module for a name, seen from a statement of it.
    fn module_names(&self, statement: u32, name: &str, fits: fn(&BindingSource) -> bool) -> &[(u32, BindingId)] {
        let module = self.module.get_or_init(|| {
            let mut names = ModuleNames::default();
            for at in 1..1 + self.unit(ROOT).children.len() as u32 {
                let unit = self.unit(at);
                let is_file = self.blocks.as_ref().is_some_and(|blocks| blocks.is_file(at));
                let names = if is_file { &mut names.of_files } else { &mut names.shared };
                for id in &unit.scopes[0].bindings {
                    names.entry(unit.bindings[id.index()].name.clone()).or_default().push((at, *id));
                }
            }
            names
        });
        let is_it = |(at, binding): &(u32, BindingId)| fits(&self.unit(*at).bindings[binding.index()].source);
        match &self.blocks {
            Some(blocks) if statement != ROOT => {
                let all = module.get(blocks.is_file(statement), name).unwrap_or_default();
                blocks.nearest(all, statement, is_it)
            }
            _ => module.get(false, name).unwrap_or_default(),
        }
    }

    /// Assignments by their target, the variable or the key of the member; `""` for keys that are not written out. As
    /// units and places in their writes.
    pub fn writes(&self, name: &str) -> &[(u32, u32)] {
        let writes = self.writes.get_or_init(|| {
            let mut writes: FxHashMap<SmolStr, Vec<(u32, u32)>> = FxHashMap::default();
            for (unit, facts) in self.iter() {
                for (at, write) in facts.writes.iter().enumerate() {
                    let name = match &write.target {
                        Target::Name(name, _) | Target::Member(_, Key::Name(name)) => name.clone(),
                        Target::Member(_, Key::Computed(key)) => match &facts.exprs[key.index()].kind {
                            ExprKind::String(name) => name.clone(),
                            _ => SmolStr::default(),
                        },
                    };
                    writes.entry(name).or_default().push((unit, at as u32));
                }
            }
            writes
        });
        writes.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every place where a name is read.
    pub fn references(&self, name: &str) -> &[(u32, ExprId)] {
        let names = self.names.get_or_init(|| {
            let mut names: FxHashMap<SmolStr, Vec<(u32, ExprId)>> = FxHashMap::default();
            for (unit, facts) in self.iter() {
                for (at, expr) in facts.exprs.iter().enumerate() {
                    if let ExprKind::Ident(name, _) = &expr.kind {
                        names.entry(name.clone()).or_default().push((unit, ExprId(at as u32)));
                    }
                }
            }
            names
        });
        names.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every place in one unit where a name is read.
    pub fn references_in(&self, unit: u32, name: &str) -> &[ExprId] {
        let unit = self.unit(unit);
        UnitIndex::of(unit).named(unit, name)
    }
}
