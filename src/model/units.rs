//! The units of a file laid out flat, and how names are looked up in them.

use crate::facts::{Binding, BindingId, BindingSource, ExprId, ExprKind, FileFacts, ScopeId, Unit, Write};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::cell::OnceCell;

/// The root unit.
pub const ROOT: u32 = 0;

/// An expression of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    /// The unit.
    pub unit: u32,
    /// The expression in it.
    pub expr: ExprId,
}

/// A binding of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// The unit.
    pub unit: u32,
    /// The binding in it.
    pub binding: BindingId,
}

/// What a lookup found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// One binding.
    One(Bound),
    /// Several of the same scope: it is not known which.
    Several,
    /// None: a global.
    None,
}

/// A unit and where it stands.
struct Placed<'a> {
    unit: &'a Unit,
    /// Byte of the file at which it begins.
    start: u32,
    parent: u32,
    /// The scope of the parent that it stands in.
    scope: ScopeId,
    first_child: u32,
}

/// The units of a file.
pub struct Units<'a> {
    list: Vec<Placed<'a>>,
    // The tables own their names: with borrowed ones the whole model would be invariant in its lifetime.
    module: OnceCell<FxHashMap<SmolStr, Vec<Bound>>>,
    writes: OnceCell<FxHashMap<SmolStr, Vec<(u32, u32)>>>,
    names: OnceCell<FxHashMap<SmolStr, Vec<Node>>>,
}

impl<'a> Units<'a> {
    /// Lays out the units of a file.
    pub fn new(facts: &'a FileFacts) -> Self {
        let root = Placed { unit: &facts.root, start: 0, parent: ROOT, scope: ScopeId(0), first_child: 1 };
        let mut list = vec![root];
        let mut at = 0;
        // In breadth, so that the children of a unit stand side by side.
        while at < list.len() {
            list[at].first_child = list.len() as u32;
            let (unit, start) = (list[at].unit, list[at].start);
            for child in &unit.children {
                list.push(Placed {
                    unit: &child.unit,
                    start: start + child.start,
                    parent: at as u32,
                    scope: child.scope,
                    first_child: 0,
                });
            }
            at += 1;
        }
        Self { list, module: OnceCell::new(), writes: OnceCell::new(), names: OnceCell::new() }
    }

    /// Every unit with its number, in no order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &'a Unit)> + '_ {
        self.list.iter().enumerate().map(|(at, placed)| (at as u32, placed.unit))
    }
    /// A unit by its number.
    pub fn unit(&self, unit: u32) -> &'a Unit {
        self.list[unit as usize].unit
    }
    /// What an expression is.
    pub fn kind(&self, node: Node) -> &'a ExprKind {
        &self.unit(node.unit).exprs[node.expr.index()].kind
    }
    /// Where an expression stands in the file.
    pub fn range(&self, node: Node) -> TextRange {
        self.absolute(node.unit, self.unit(node.unit).exprs[node.expr.index()].range)
    }
    /// A range of a unit as one of the file.
    pub fn absolute(&self, unit: u32, range: TextRange) -> TextRange {
        range.shifted(self.list[unit as usize].start as usize)
    }
    /// The binding.
    pub fn binding(&self, bound: Bound) -> &'a Binding {
        &self.unit(bound.unit).bindings[bound.binding.index()]
    }
    /// The unit that is the n-th child of another.
    pub fn child(&self, unit: u32, ordinal: u32) -> u32 {
        self.list[unit as usize].first_child + ordinal
    }
    /// The unit around a unit and the scope that it stands in; `None` for the root.
    pub fn outer(&self, unit: u32) -> Option<(u32, ScopeId)> {
        let placed = &self.list[unit as usize];
        (unit != ROOT).then_some((placed.parent, placed.scope))
    }

    /// What a name means as a value, seen from a scope.
    pub fn lookup(&self, unit: u32, scope: ScopeId, name: &str) -> Lookup {
        self.look(unit, scope, name, |source| !matches!(source, BindingSource::Type(_)))
    }

    /// What a name means as a type, seen from a scope.
    pub fn lookup_type(&self, unit: u32, scope: ScopeId, name: &str) -> Lookup {
        self.look(unit, scope, name, |source| {
            matches!(source, BindingSource::Type(_) | BindingSource::Class(_) | BindingSource::Import { .. })
        })
    }

    fn look(&self, mut unit: u32, mut scope: ScopeId, name: &str, fits: fn(&BindingSource) -> bool) -> Lookup {
        loop {
            let facts = self.unit(unit);
            let here = &facts.scopes[scope.index()];
            let module_level = here.parent.is_none() && self.list[unit as usize].parent == ROOT;
            if !module_level {
                let bound = |b: &&BindingId| {
                    let binding = &facts.bindings[b.index()];
                    binding.name == name && fits(&binding.source)
                };
                let mut found = here.bindings.iter().filter(bound).map(|b| Bound { unit, binding: *b });
                match (found.next(), found.next()) {
                    (Some(one), None) => return Lookup::One(one),
                    (Some(_), Some(_)) => return Lookup::Several,
                    _ => {}
                }
            }
            match (here.parent, module_level, self.outer(unit)) {
                (Some(parent), ..) => scope = parent,
                (None, true, _) => break,
                (None, false, Some((outer, around))) => (unit, scope) = (outer, around),
                (None, false, None) => break,
            }
        }
        let fitting = |b: &&Bound| fits(&self.binding(**b).source);
        let mut found = self.module().get(name).into_iter().flatten().filter(fitting);
        match (found.next(), found.next()) {
            (Some(one), None) => Lookup::One(*one),
            (Some(_), Some(_)) => Lookup::Several,
            (None, _) => Lookup::None,
        }
    }

    /// The module's own names.
    fn module(&self) -> &FxHashMap<SmolStr, Vec<Bound>> {
        self.module.get_or_init(|| {
            let mut names: FxHashMap<SmolStr, Vec<Bound>> = FxHashMap::default();
            for bound in self.module_bindings() {
                names.entry(self.binding(bound).name.clone()).or_default().push(bound);
            }
            names
        })
    }

    /// Every binding of the module itself, in the order of the text.
    pub fn module_bindings(&self) -> impl Iterator<Item = Bound> + '_ {
        let statements = 1..1 + self.list[ROOT as usize].unit.children.len() as u32;
        statements.flat_map(|unit| {
            self.unit(unit).scopes[0].bindings.iter().map(move |binding| Bound { unit, binding: *binding })
        })
    }

    /// Assignments by what they name: the variable, or the key of the member.
    fn writes(&self) -> &FxHashMap<SmolStr, Vec<(u32, u32)>> {
        use crate::facts::{Key, Target};
        self.writes.get_or_init(|| {
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
        })
    }

    /// Assignments that name this variable or key; `""` for the keys that are not written out.
    pub fn writes_naming(&self, name: &str) -> impl Iterator<Item = (u32, &'a Write)> + '_ {
        let found = self.writes().get(name).map_or(&[][..], Vec::as_slice);
        found.iter().map(|(unit, at)| (*unit, &self.unit(*unit).writes[*at as usize]))
    }

    /// The assignments to a variable.
    pub fn writes_to(&self, bound: Bound) -> impl Iterator<Item = (u32, &'a Write)> + '_ {
        let name = &self.binding(bound).name;
        self.writes_naming(name).filter(move |(unit, write)| match &write.target {
            crate::facts::Target::Name(name, scope) => self.lookup(*unit, *scope, name) == Lookup::One(bound),
            crate::facts::Target::Member(..) => false,
        })
    }

    /// The places that name a variable, its declaration left out. Places that write to it are among them only if they
    /// read it too.
    pub fn references(&self, bound: Bound) -> impl Iterator<Item = Node> + '_ {
        let names = self.names.get_or_init(|| {
            let mut names: FxHashMap<SmolStr, Vec<Node>> = FxHashMap::default();
            for (unit, facts) in self.iter() {
                for (at, expr) in facts.exprs.iter().enumerate() {
                    if let ExprKind::Ident(name, _) = &expr.kind {
                        names.entry(name.clone()).or_default().push(Node { unit, expr: ExprId(at as u32) });
                    }
                }
            }
            names
        });
        let name: &str = &self.binding(bound).name;
        names.get(name).into_iter().flatten().copied().filter(move |node| match self.kind(*node) {
            ExprKind::Ident(name, scope) => self.lookup(node.unit, *scope, name) == Lookup::One(bound),
            _ => false,
        })
    }

    /// Whether another file may see a variable.
    pub fn is_exported(&self, bound: Bound) -> bool {
        let module_level = self.list[bound.unit as usize].parent == ROOT && self.binding(bound).scope == ScopeId(0);
        let name = &self.binding(bound).name;
        module_level
            && (self.unit(bound.unit).exported
                || self.unit(ROOT).children.iter().any(|child| child.unit.exported_names.contains(name)))
    }

    /// Whether an expression is what a member is written to: `node.key = …`.
    pub fn is_written_member(&self, node: Node) -> bool {
        self.unit(node.unit)
            .writes
            .iter()
            .any(|write| matches!(&write.target, crate::facts::Target::Member(object, _) if *object == node.expr))
    }
}
