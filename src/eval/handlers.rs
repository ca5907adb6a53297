//! The functions that a file hands to methods of frameworks, and to other files: looked up once, for all of them.

use super::Eval;
use super::units::files::LocalFile;
use super::units::{Node, UnitId};
use crate::facts::{Element, Exported, ExprId, ExprKind, FunctionId, Key, MemberKind, Property, Target, Unit};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::rc::Rc;

/// The functions of a file that others call.
#[derive(Default)]
pub(super) struct Handlers {
    /// The arguments of calls of methods that may be a framework's.
    pub given: FxHashSet<Node>,
    /// The names of the members among them: `app.post("/", users.create)`.
    pub methods_given: FxHashSet<SmolStr>,
    /// The names of the functions that are methods of classes and of objects.
    pub methods: FxHashMap<(UnitId, FunctionId), SmolStr>,
    /// The statements that write to what the file exports: `module.exports = …`, `exports.handler = …`.
    pub writes_exports: FxHashSet<UnitId>,
    /// The name in `export default name`.
    pub default_export: Option<SmolStr>,
}

impl Eval<'_> {
    /// The functions of a file that others call.
    pub(super) fn handlers_in(&self, file: LocalFile) -> Rc<Handlers> {
        if let Some(known) = self.handlers.borrow().get(&file) {
            return known.clone();
        }
        let mut handlers = Handlers { default_export: self.default_export(file), ..Handlers::default() };
        for unit in self.units.inside(self.units.root(file)) {
            let facts = self.units.unit(unit);
            for call in &facts.calls {
                let call = Node { unit, expr: *call };
                if self.is_on_object(call) {
                    handlers.given.extend(self.given_to(call));
                }
            }
            methods_of(facts, &mut |function, name| drop(handlers.methods.insert((unit, function), name.clone())));
            if facts.writes.iter().any(|write| self.is_export(unit, &write.target)) {
                handlers.writes_exports.insert(unit);
            }
        }
        let members = handlers.given.iter().filter_map(|given| match self.units.kind(*given) {
            ExprKind::Member { property, .. } => Some(property.clone()),
            _ => None,
        });
        handlers.methods_given = members.collect();
        let handlers = Rc::new(handlers);
        self.handlers.borrow_mut().insert(file, handlers.clone());
        handlers
    }

    /// The written arguments of a call.
    fn given_to(&self, call: Node) -> impl Iterator<Item = Node> + '_ {
        let arguments: &[Element] = match self.units.kind(call) {
            ExprKind::Call { arguments, .. } => arguments,
            _ => &[],
        };
        arguments.iter().filter_map(move |argument| match argument {
            Element::Item(expr) => Some(self.units.peeled(Node { unit: call.unit, expr: *expr })),
            _ => None,
        })
    }

    fn is_export(&self, unit: UnitId, target: &Target) -> bool {
        let Target::Member(object, _) = target else { return false };
        let object = Node { unit, expr: *object };
        let name = match self.units.kind(object) {
            ExprKind::Member { object, .. } => self.units.global_name(Node { unit, expr: *object }),
            _ => self.units.global_name(object),
        };
        name.is_some_and(|name| matches!(name.as_str(), "exports" | "module"))
    }

    fn default_export(&self, file: LocalFile) -> Option<SmolStr> {
        let mut statements = self.units.statements(file);
        let (unit, export) = statements.find_map(|unit| {
            let exports = &self.units.unit(unit).exports;
            exports.iter().find(|export| export.name == "default").map(|export| (unit, export))
        })?;
        match &export.what {
            Exported::Local(name) => Some(name.clone()),
            Exported::Value(expr) => match self.units.kind(self.units.peeled(Node { unit, expr: *expr })) {
                ExprKind::Ident(name, _) => Some(name.clone()),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Shows the functions that are methods of classes and of objects, each with its name.
fn methods_of(facts: &Unit, each: &mut dyn FnMut(FunctionId, &SmolStr)) {
    let function = |expr: &ExprId| match facts.exprs[expr.index()].kind {
        ExprKind::Function(function) => Some(function),
        _ => None,
    };
    // What has the name first keeps it.
    for expr in facts.exprs.iter().rev() {
        let ExprKind::Object(properties) = &expr.kind else { continue };
        for property in properties.iter().rev() {
            if let Property::Entry { key: Key::Name(name), value, .. } = property
                && let Some(function) = function(value)
            {
                each(function, name);
            }
        }
    }
    for member in facts.classes.iter().flat_map(|class| &class.members).rev() {
        let method = match &member.kind {
            MemberKind::Method(function) => Some(*function),
            MemberKind::Field { value: Some(value), .. } => function(value),
            _ => None,
        };
        if let (Some(function_id), Key::Name(name)) = (method, &member.key) {
            each(function_id, name);
        }
    }
}
