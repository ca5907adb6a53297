//! The units of all files of an analysis, and how names are looked up in them.

mod blocks;
mod callers;
mod file_units;
pub mod files;
pub mod index;
pub mod modules;
pub mod nearest;
pub mod sdk_names;
mod try_part;
pub mod variable;

pub use try_part::TryPart;

use crate::facts::{Binding, BindingId, BindingSource, Element, ExprId, ExprKind, ScopeId, Target, Unit, Write};
use crate::text::{Place, TextRange};
use elsa::FrozenVec;
use file_units::{FileUnits, ROOT};
use files::{Files, LocalFile};
use index::{AboutIndex, FlowIndex, FunctionIndex, MemberIndex, UnitIndex};
use sdk_names::SdkNames;
use smol_str::SmolStr;
use std::cell::OnceCell;

/// A unit, by its file and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId {
    /// The file.
    pub file: LocalFile,
    /// The unit in it.
    pub at: u32,
}

impl UnitId {
    /// Returns whether it is of the file that is analyzed.
    pub fn is_here(self) -> bool {
        self.file == LocalFile::HERE
    }
}

/// An expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    /// The unit.
    pub unit: UnitId,
    /// The expression in it.
    pub expr: ExprId,
}

impl Node {
    /// Returns whether it is in the analyzed file.
    pub fn is_here(self) -> bool {
        self.unit.is_here()
    }
}

/// A binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bound {
    /// The unit.
    pub unit: UnitId,
    /// The binding in it.
    pub binding: BindingId,
}

/// The result of a lookup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// One binding.
    One(Bound),
    /// Several of the same scope: it is not known which.
    Several,
    /// None: a global.
    None,
}

/// The units of all files of an analysis. Files are laid out when a name leads to them.
pub struct Units<'a> {
    /// The files.
    pub files: &'a Files<'a>,
    /// The file that is analyzed: nearly every question is about it.
    here: FileUnits,
    /// The others.
    laid: FrozenVec<Box<FileUnits>>,
    /// The names of the SDK in the analyzed module, computed on first use.
    pub sdk_names: OnceCell<SdkNames>,
}

impl<'a> Units<'a> {
    /// Lays out the file that is analyzed.
    pub fn new(files: &'a Files<'a>) -> Self {
        let here = FileUnits::new(files.facts(LocalFile::HERE));
        Self { files, here, laid: FrozenVec::new(), sdk_names: OnceCell::new() }
    }
    /// An expression without the parentheses and casts around it.
    pub fn peeled(&self, node: Node) -> Node {
        Node { expr: self.unit(node.unit).peeled(node.expr), ..node }
    }

    #[inline]
    fn file(&self, file: LocalFile) -> &FileUnits {
        if file == LocalFile::HERE { &self.here } else { self.other_file(file) }
    }

    fn other_file(&self, file: LocalFile) -> &FileUnits {
        let other = usize::from(file.0) - 1;
        // Files come in the order of their numbers, so those between were met before this one was asked for.
        while self.laid.len() <= other {
            let next = LocalFile(self.laid.len() as u16 + 1);
            self.laid.push(Box::new(FileUnits::new(self.files.facts(next))));
        }
        &self.laid[other]
    }

    /// Every unit of the analyzed file, in no order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (UnitId, &Unit)> + '_ {
        let units = self.file(LocalFile::HERE).iter();
        units.map(|(at, unit)| (UnitId { file: LocalFile::HERE, at }, unit))
    }
    /// Every expression of the analyzed file with its kind, unit by unit.
    pub fn expressions(&self) -> impl Iterator<Item = (Node, &ExprKind)> + '_ {
        self.iter().flat_map(|(unit, facts)| {
            let exprs = facts.exprs.iter().enumerate();
            exprs.map(move |(at, expr)| (Node { unit, expr: ExprId(at as u32) }, &expr.kind))
        })
    }
    /// The unit of a file around all its statements.
    pub fn root(&self, file: LocalFile) -> UnitId {
        UnitId { file, at: ROOT }
    }
    /// The units of a file's statements.
    pub fn statements(&self, file: LocalFile) -> impl Iterator<Item = UnitId> + use<> {
        let count = self.file(file).unit(ROOT).children.len() as u32;
        (1..1 + count).map(move |at| UnitId { file, at })
    }
    /// A unit by its number.
    pub fn unit(&self, unit: UnitId) -> &Unit {
        self.file(unit.file).unit(unit.at)
    }
    /// The first call or `new` of the analyzed file that is all of a range.
    pub fn call_at(&self, range: TextRange) -> Option<Node> {
        let (at, expr) = self.here.call_at(range)?;
        Some(Node { unit: UnitId { file: LocalFile::HERE, at }, expr })
    }
    fn index(&self, unit: UnitId) -> &UnitIndex {
        UnitIndex::of(self.unit(unit))
    }
    /// The statements of a unit, by place.
    pub fn flow(&self, unit: UnitId) -> &FlowIndex {
        self.index(unit).flow(self.unit(unit))
    }
    /// The functions of a unit, and the names they are bound to.
    pub fn functions(&self, unit: UnitId) -> &FunctionIndex {
        self.index(unit).functions(self.unit(unit))
    }
    /// The members of the classes, objects and enums of a unit.
    pub fn members(&self, unit: UnitId) -> &MemberIndex {
        self.index(unit).members(self.unit(unit))
    }
    /// Returns the uses that a unit makes of what its expressions name.
    pub fn about(&self, unit: UnitId) -> &AboutIndex {
        self.index(unit).about(self.unit(unit))
    }
    /// Members of this name in the analyzed file outside of any `new`.
    pub fn members_outside_new(&self, name: &str) -> impl Iterator<Item = Node> + '_ {
        let found = self.here.outside_new().members.get(name).into_iter().flatten();
        found.map(|&(at, expr)| Node { unit: UnitId { file: LocalFile::HERE, at }, expr })
    }
    /// Returns whether an expression of the analyzed file is in a `new`.
    pub fn is_within_new(&self, node: Node) -> bool {
        self.here.outside_new().made.around(self.range(node)).next().is_some()
    }
    /// The expression that an expression is a branch of; see [`UnitIndex::branch_of`].
    pub fn branch_of(&self, node: Node) -> Option<Node> {
        let expr = self.index(node.unit).branch_of(self.unit(node.unit), node.expr)?;
        Some(Node { unit: node.unit, expr })
    }
    /// Returns whether the code in a range of a unit, outside of all functions, runs later; see
    /// [`UnitIndex::runs_later`].
    pub fn runs_later(&self, unit: UnitId, range: TextRange) -> bool {
        self.index(unit).runs_later(self.unit(unit), range)
    }
    /// Returns the kind of an expression.
    pub fn kind(&self, node: Node) -> &ExprKind {
        &self.unit(node.unit).exprs[node.expr.index()].kind
    }
    /// The place of an expression in its file.
    pub fn range(&self, node: Node) -> TextRange {
        self.absolute(node.unit, self.unit(node.unit).exprs[node.expr.index()].range)
    }
    /// The place of an expression, for users.
    pub fn place(&self, node: Node) -> Place {
        Place { file: self.files.path(node.unit.file), range: self.range(node) }
    }
    /// Returns whether an expression is in a range of the analyzed file.
    pub fn is_within(&self, node: Node, range: TextRange) -> bool {
        node.is_here() && range.contains(self.range(node))
    }
    /// Returns whether code outside of all functions of its file runs once there; see
    /// [`crate::facts::FileFacts::runs_once`].
    pub fn runs_once(&self, node: Node) -> bool {
        self.files.facts(node.unit.file).runs_once(self.range(node).start)
    }
    /// A range of a unit as one of its file.
    pub fn absolute(&self, unit: UnitId, range: TextRange) -> TextRange {
        range.shifted(self.file(unit.file).start(unit.at) as usize)
    }
    /// The binding.
    pub fn binding(&self, bound: Bound) -> &Binding {
        &self.unit(bound.unit).bindings[bound.binding.index()]
    }
    /// The unit that is the n-th child of another.
    pub fn child(&self, unit: UnitId, ordinal: u32) -> UnitId {
        UnitId { file: unit.file, at: self.file(unit.file).child(unit.at, ordinal) }
    }
    /// The units inside a unit, at any depth.
    pub fn inside(&self, unit: UnitId) -> Vec<UnitId> {
        let mut all = Vec::new();
        let mut next = vec![unit];
        while let Some(unit) = next.pop() {
            let count = self.unit(unit).children.len() as u32;
            let children = (0..count).map(|ordinal| self.child(unit, ordinal));
            next.extend(children.clone());
            all.extend(children);
        }
        all
    }
    /// The unit around a unit and its scope there; `None` for the root.
    pub fn outer(&self, unit: UnitId) -> Option<(UnitId, ScopeId)> {
        let (at, scope) = self.file(unit.file).outer(unit.at)?;
        Some((UnitId { file: unit.file, at }, scope))
    }

    /// Returns the meaning of a name as a value, seen from a scope.
    pub fn lookup(&self, unit: UnitId, scope: ScopeId, name: &str) -> Lookup {
        self.look(unit, scope, name, |source| !matches!(source, BindingSource::Type(_)))
    }

    /// Returns the name in an expression that nothing of the file binds: `console`, `Promise`.
    pub fn global_name(&self, node: Node) -> Option<&SmolStr> {
        let ExprKind::Ident(name, scope) = self.kind(node) else { return None };
        (self.lookup(node.unit, *scope, name) == Lookup::None).then_some(name)
    }

    /// Returns the meaning of a name as a type, seen from a scope.
    pub fn lookup_type(&self, unit: UnitId, scope: ScopeId, name: &str) -> Lookup {
        self.look(unit, scope, name, |source| {
            matches!(source, BindingSource::Type(_) | BindingSource::Class(_) | BindingSource::Import { .. })
        })
    }

    /// Returns the meaning of a module's name for the module's own statements, as a value.
    pub fn lookup_in_module(&self, file: LocalFile, name: &str) -> Lookup {
        self.lookup(self.root(file), ScopeId(0), name)
    }

    fn look(&self, unit: UnitId, scope: ScopeId, name: &str, fits: fn(&BindingSource) -> bool) -> Lookup {
        let file = self.file(unit.file);
        let mut found = file.look(unit.at, scope, name, fits);
        let bound = |(at, binding)| Bound { unit: UnitId { file: unit.file, at }, binding };
        match (found.next(), found.next()) {
            (Some(one), None) => Lookup::One(bound(one)),
            (Some(_), Some(_)) => Lookup::Several,
            (None, _) => Lookup::None,
        }
    }

    /// Every binding of a module itself, in the order of the text.
    pub fn module_bindings(&self, file: LocalFile) -> impl Iterator<Item = Bound> + '_ {
        self.statements(file).flat_map(move |unit| {
            self.unit(unit).scopes[0].bindings.iter().map(move |binding| Bound { unit, binding: *binding })
        })
    }

    /// The statements of the block of a document which a specifier in that document leads to.
    pub fn block_named(&self, file: LocalFile, specifier: &str) -> Option<Vec<UnitId>> {
        let statements = self.file(file).block_named(specifier)?;
        Some(statements.map(|at| UnitId { file, at }).collect())
    }
    /// The export of the block of a document which a specifier leads to: its statement, and its number there.
    pub fn exported_by_block(&self, file: LocalFile, specifier: &str, name: &str) -> Option<(UnitId, u32)> {
        let (at, number) = self.file(file).exported_by_block(specifier, name)?;
        Some((UnitId { file, at }, number))
    }

    /// Assignments in a file that name this variable or key; `""` for the keys that are not written out.
    pub fn writes_naming(&self, file: LocalFile, name: &str) -> impl Iterator<Item = (UnitId, &Write)> + '_ {
        let found = self.file(file).writes(name).iter();
        found.map(move |(at, write)| {
            let unit = UnitId { file, at: *at };
            (unit, &self.unit(unit).writes[*write as usize])
        })
    }

    /// Every assignment in a file.
    pub fn all_writes(&self, file: LocalFile) -> impl Iterator<Item = (UnitId, &Write)> + '_ {
        let units = self.file(file).iter();
        units.flat_map(move |(at, unit)| unit.writes.iter().map(move |write| (UnitId { file, at }, write)))
    }

    /// The assignments to a variable, in its file.
    pub fn writes_to(&self, bound: Bound) -> impl Iterator<Item = (UnitId, &Write)> + '_ {
        let name = &self.binding(bound).name;
        let file = bound.unit.file;
        let known = self.file(file).writers(name, (bound.unit.at, bound.binding));
        let is_known = known.is_some();
        let known = known.into_iter().flatten().map(move |(at, write)| {
            let unit = UnitId { file, at };
            (unit, &self.unit(unit).writes[write as usize])
        });
        let sees = if is_known { Some(Vec::new()) } else { self.units_that_see(bound) };
        let anywhere = sees.is_none().then(|| self.writes_naming(file, name));
        let there = sees.into_iter().flatten().flat_map(move |unit| {
            let writes = self.unit(unit).writes.iter();
            writes
                .filter(move |write| matches!(&write.target, Target::Name(other, _) if other == name))
                .map(move |write| (unit, write))
        });
        let found = anywhere.into_iter().flatten().chain(there).filter(move |(unit, write)| match &write.target {
            Target::Name(name, scope) => self.lookup(*unit, *scope, name) == Lookup::One(bound),
            Target::Member(..) => false,
        });
        known.chain(found)
    }

    /// The places of its file that name a variable, its declaration left out. Places that write to it are among them
    /// only if they read it too.
    pub fn references(&self, bound: Bound) -> impl Iterator<Item = Node> + '_ {
        let name = &self.binding(bound).name;
        let file = bound.unit.file;
        let node = move |at: u32, expr: ExprId| Node { unit: UnitId { file, at }, expr };
        let known = self.file(file).readers(name, (bound.unit.at, bound.binding));
        let is_known = known.is_some();
        let sees = if is_known { Some(Vec::new()) } else { self.units_that_see(bound) };
        let anywhere = sees.is_none().then(|| self.file(file).references(name));
        let there = sees.into_iter().flatten().flat_map(move |unit| {
            self.file(file).references_in(unit.at, name).iter().map(move |expr| Node { unit, expr: *expr })
        });
        let nodes = anywhere.into_iter().flatten().map(move |(at, expr)| node(*at, *expr));
        let found = nodes.chain(there).filter(move |node| match self.kind(*node) {
            ExprKind::Ident(name, scope) => self.lookup(node.unit, *scope, name) == Lookup::One(bound),
            _ => false,
        });
        known.into_iter().flatten().map(move |(at, expr)| node(at, expr)).chain(found)
    }

    /// The units that can see a variable: its own and those inside, in the order of [`Units::iter`]. `None` where all
    /// can, or too many for this to be shorter than the names of the whole file.
    fn units_that_see(&self, bound: Bound) -> Option<Vec<UnitId>> {
        const FEW: usize = 8;
        if self.is_of_module(bound) || bound.unit.at == ROOT {
            return None;
        }
        let mut units = vec![bound.unit];
        let mut at = 0;
        while let Some(unit) = units.get(at).copied() {
            let count = self.unit(unit).children.len();
            if units.len() + count > FEW {
                return None;
            }
            units.extend((0..count as u32).map(|ordinal| self.child(unit, ordinal)));
            at += 1;
        }
        units.sort_unstable();
        Some(units)
    }

    /// Returns whether a variable is one of the module itself.
    pub fn is_of_module(&self, bound: Bound) -> bool {
        self.binding(bound).scope == ScopeId(0) && self.outer(bound.unit).is_some_and(|(outer, _)| outer.at == ROOT)
    }

    /// Returns whether another file may see a variable, or the markup around the code.
    pub fn is_exported(&self, bound: Bound) -> bool {
        self.is_of_module(bound) && self.file(bound.unit.file).is_exported(&self.binding(bound).name)
    }

    /// Returns whether methods that clients have are called on a variable of this name, in the file of the variable.
    pub fn names_like_client(&self, variable: Bound) -> bool {
        self.file(variable.unit.file).is_called_like_client(&self.binding(variable).name)
    }

    /// Returns whether an expression is the object of a written member: `node.key = …`.
    pub fn is_written_member(&self, node: Node) -> bool {
        self.about(node.unit).is_written(node.expr)
    }
}

/// The arguments before the first spread.
pub fn places(unit: UnitId, arguments: &[Element]) -> Vec<Node> {
    arguments
        .iter()
        .map_while(|element| match element {
            Element::Item(expr) => Some(Node { unit, expr: *expr }),
            Element::Spread(_) | Element::Hole => None,
        })
        .collect()
}
