//! From tree nodes to facts. The only modules that see a node.

mod ambient;
mod call;
mod class;
mod doc;
mod doc_type;
mod export;
mod expression;
mod flow;
mod function;
mod import;
mod injected;
mod literal;
mod namespace;
mod pattern;
mod statement;
mod types;

pub use ambient::augmented_name;
pub use literal::unescape;

use super::expr::{Expr, ExprId, ExprKind, ScopeId};
use super::grammar::{Grammar, K};
use super::jsdoc::Docs;
use super::reuse::{NodeIdentity, Reuse};
use super::unit::{Binding, BindingSource, Child, Scope, ScopeKind, Target, Unit, Write};
use super::{BinaryOp, BindingId};
use crate::syntax::Dialect;
use crate::text::{TextRange, deep};
use ropey::Rope;
use smol_str::SmolStr;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use tree_sitter::{Node, Tree, TreeCursor};

/// The maximum nesting of code before its inside is taken as unknown. Real code stays below 100; generated code is
/// deeper, as in a chain of `else if`.
const MAX_DEPTH: u32 = 1_200;
/// The number of units created between two checks for cancellation.
const UNITS_BETWEEN_LOOKS: u32 = 16;

/// The root unit of a tree. `cancelled` is asked now and then; when it says yes, the result is `None`.
pub(super) fn lower_file(
    tree: &Tree,
    rope: &Rope,
    dialect: Dialect,
    reuse: &Reuse<'_>,
    cancelled: &mut dyn FnMut() -> bool,
) -> Option<Unit> {
    let docs = Docs::of(tree, rope);
    let ctx = LoweringContext {
        rope,
        docs: &docs,
        grammar: Grammar::of(dialect),
        reuse,
        chunk: Cell::new(("", 0)),
        made: Cell::new(0),
        stopped: Cell::new(false),
        cancelled: RefCell::new(cancelled),
    };
    let mut root = Lower::new(&ctx, 0, 0);
    let mut cursor = tree.walk();
    if cursor.goto_first_child() {
        root.top_level(&mut cursor);
    }
    let unit = root.unit;
    (!ctx.stopped.get()).then_some(unit)
}

/// The context that all units of a file share.
struct LoweringContext<'t> {
    rope: &'t Rope,
    docs: &'t Docs,
    grammar: &'static Grammar,
    reuse: &'t Reuse<'t>,
    /// The chunk of the rope that the last name was read from, and its first byte: the next one is likely to be there.
    chunk: Cell<(&'t str, usize)>,
    /// The number of units created so far.
    made: Cell<u32>,
    stopped: Cell<bool>,
    cancelled: RefCell<&'t mut dyn FnMut() -> bool>,
}

impl LoweringContext<'_> {
    /// Returns whether the result is no longer needed. Asked for each unit that is made, it looks now and then.
    fn stops(&self) -> bool {
        let made = self.made.get().wrapping_add(1);
        self.made.set(made);
        if made.is_multiple_of(UNITS_BETWEEN_LOOKS) && !self.stopped.get() {
            self.stopped.set((self.cancelled.borrow_mut())());
        }
        self.stopped.get()
    }
}

/// One unit being made.
struct Lower<'c, 't> {
    ctx: &'c LoweringContext<'t>,
    /// Byte of the file at which the unit begins.
    base: usize,
    depth: u32,
    /// The scope for `var`.
    var_scope: ScopeId,
    /// The expression that the innermost `switch` looks at.
    switched: Option<ExprId>,
    /// The beginning of the construct whose comment describes the next function.
    documented: Option<usize>,
    unit: Unit,
}

/// The unit's own scope.
const UNIT: ScopeId = ScopeId(0);

impl<'c, 't> Lower<'c, 't> {
    fn new(ctx: &'c LoweringContext<'t>, base: usize, depth: u32) -> Self {
        let scope = Scope { parent: None, kind: ScopeKind::Unit, bindings: Vec::new() };
        let unit = Unit { scopes: vec![scope], ..Unit::default() };
        Self { ctx, base, depth, var_scope: UNIT, switched: None, documented: None, unit }
    }

    /// Statements of the module, each a unit. Those inside an error are taken as the module's own: broken code around
    /// them does not matter.
    fn top_level(&mut self, cursor: &mut TreeCursor<'t>) {
        loop {
            let node = cursor.node();
            match self.kind(node) {
                K::Error if cursor.goto_first_child() => {
                    self.top_level(cursor);
                    cursor.goto_parent();
                }
                kind if statement::is_statement(kind) => self.child(node, UNIT, |lower, node| {
                    lower.listed(node, UNIT);
                }),
                K::Comment if self.declares_types(node) => self.child(node, UNIT, |lower, node| {
                    lower.doc_declarations(node);
                }),
                _ if node.child_count() > 0 => self.child(node, UNIT, |lower, node| lower.in_error(node, UNIT)),
                _ => {}
            }
            if !cursor.goto_next_sibling() {
                break;
            }
        }
    }

    /// A unit inside this one: the old one if the node is the same, else a new one.
    fn child(&mut self, node: Node<'t>, scope: ScopeId, fill: impl FnOnce(&mut Lower<'_, 't>, Node<'t>)) {
        let start = node.start_byte();
        let identity = NodeIdentity::of(node).described(self.ctx.docs.before(start).map(|doc| doc.hash));
        let unit = self.ctx.reuse.find(node.byte_range(), identity).unwrap_or_else(|| {
            if self.ctx.stops() {
                return Arc::default();
            }
            let mut inner = Lower::new(self.ctx, start, self.depth);
            inner.unit.node = identity;
            fill(&mut inner, node);
            Arc::new(inner.unit)
        });
        let (start, len) = ((start - self.base) as u32, (node.end_byte() - node.start_byte()) as u32);
        self.unit.children.push(Child { start, len, scope, unit });
    }

    /// Descends by one level, unless that is too deep: then `None`.
    fn deeper<T>(&mut self, inside: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            self.unit.too_deep = true;
            return None;
        }
        self.depth += 1;
        let result = deep(|| inside(self));
        self.depth -= 1;
        Some(result)
    }

    fn kind(&self, node: Node<'_>) -> K {
        self.ctx.grammar.kind(node)
    }

    fn field(&self, node: Node<'t>, field: u16) -> Option<Node<'t>> {
        node.child_by_field_id(field)
    }

    fn range(&self, node: Node<'_>) -> TextRange {
        TextRange::new(node.start_byte() - self.base, node.end_byte() - self.base)
    }

    fn text(&self, node: Node<'_>) -> SmolStr {
        let range = node.byte_range();
        let (mut chunk, mut start) = self.ctx.chunk.get();
        if range.start < start || range.end > start + chunk.len() {
            (chunk, start, ..) = self.ctx.rope.chunk_at_byte(range.start);
            self.ctx.chunk.set((chunk, start));
        }
        // Nearly every name lies in one chunk; a slice of the rope would count the lines and characters of its leaf.
        match chunk.get(range.start - start..range.end - start) {
            Some(text) => SmolStr::new(text),
            None => SmolStr::new(String::from(self.ctx.rope.byte_slice(range))),
        }
    }

    fn push(&mut self, kind: ExprKind, node: Node<'_>) -> ExprId {
        let range = self.range(node);
        self.push_at(kind, range)
    }

    fn push_at(&mut self, kind: ExprKind, range: TextRange) -> ExprId {
        self.unit.exprs.push(Expr { range, kind });
        ExprId(self.unit.exprs.len() as u32 - 1)
    }

    fn scope(&mut self, parent: ScopeId, kind: ScopeKind) -> ScopeId {
        self.unit.scopes.push(Scope { parent: Some(parent), kind, bindings: Vec::new() });
        ScopeId(self.unit.scopes.len() as u32 - 1)
    }

    fn bind(&mut self, name: SmolStr, range: TextRange, scope: ScopeId, source: BindingSource) -> BindingId {
        let id = BindingId(self.unit.bindings.len() as u32);
        self.unit.bindings.push(Binding { name, range, scope, source, ty: None });
        self.unit.scopes[scope.index()].bindings.push(id);
        id
    }

    fn write(&mut self, target: Target, op: Option<BinaryOp>, value: Option<ExprId>, range: TextRange) {
        self.unit.writes.push(Write { target, op, value, range });
    }
}

/// The named children of a node, comments left out.
fn children<'t>(node: Node<'t>) -> impl Iterator<Item = Node<'t>> {
    parts(node).filter(|child| child.is_named() && !child.is_extra() || child.is_error() || child.is_missing())
}

/// All children of a node. Going on to the next one is what costs most here, so it is put off until one is asked for.
fn parts<'t>(node: Node<'t>) -> impl Iterator<Item = Node<'t>> {
    let mut cursor = node.walk();
    let mut begun = false;
    std::iter::from_fn(move || {
        let there = if begun { cursor.goto_next_sibling() } else { cursor.goto_first_child() };
        begun = true;
        there.then(|| cursor.node())
    })
}

/// Returns whether a node is broken right here, not only somewhere inside.
fn is_broken(node: Node<'_>) -> bool {
    node.has_error() && children(node).any(|n| n.is_error() || n.is_missing())
}
