//! Services of Effect: what `yield* Tag` gives, by the layer that provides it, by what makes it, or by the tag's type.

use super::Eval;
use super::units::{Lookup, Node, UnitId};
use super::value::{Frame, Value, ValueKind, agreement};
use crate::facts::{BindingSource, Body, ClassId, Element, ExprId, ExprKind, Key, Property};

/// The functions that make a layer or an effect of a value, of a function that gives it, or of an effect that gives it.
const MAKING: [&str; 4] = ["succeed", "sync", "effect", "scoped"];

impl Eval<'_> {
    /// Returns what `yield*` of a tag, or of a class that is one, gives.
    pub(super) fn yielded(&self, tag: Node, frame: &Frame, node: Node) -> Value {
        let unknown = || Value::at(node, ValueKind::Unknown);
        let value = self.eval(tag, frame);
        let found = match value.kind {
            ValueKind::Class(unit, class) => self.service(tag, unit, class),
            ValueKind::Unknown => self.provided(tag).or_else(|| self.of_generic_tag(tag)),
            _ => None,
        };
        found.map_or_else(unknown, |kind| Value::at(node, kind))
    }

    /// The service of a class that extends a tag, or that says how its service is made.
    fn service(&self, tag: Node, unit: UnitId, class: ClassId) -> Option<ValueKind> {
        let extends = self.units.unit(unit).classes[class.index()].extends?;
        let base = self.units.peeled(Node { unit, expr: extends });
        let ExprKind::Call { callee, arguments } = self.units.kind(base) else { return None };
        match self.effect_function(Node { unit, expr: *callee })? {
            // `class Cio extends Context.Tag("Cio")<Cio, TrackClient>() {}`
            "Tag" => {
                self.provided(tag).or_else(|| Some(self.of_type(unit, self.units.unit(unit).said_of(base.expr)?, 0)))
            }
            // `class Cio extends Effect.Service<Cio>()("Cio", { sync: () => new TrackClient(…) }) {}`
            "Service" => {
                let Some(Element::Item(options)) = arguments.get(1) else { return None };
                let options = self.units.peeled(Node { unit, expr: *options });
                let ExprKind::Object(properties) = self.units.kind(options) else { return None };
                properties.iter().find_map(|property| match property {
                    Property::Entry { key: Key::Name(way), value, .. } => self.made(way, Node { unit, expr: *value }),
                    _ => None,
                })
            }
            _ => None,
        }
    }

    /// The service that a layer provides for a tag.
    fn provided(&self, tag: Node) -> Option<ValueKind> {
        Some(self.injected(tag)).filter(|kind| !kind.is_unknown())
    }

    /// The service that a constant stands for: `const Cio = Context.GenericTag<Cio, TrackClient>("Cio")`.
    fn of_generic_tag(&self, tag: Node) -> Option<ValueKind> {
        let tag = self.units.peeled(tag);
        let ExprKind::Ident(name, scope) = self.units.kind(tag) else { return None };
        let Lookup::One(bound) = self.units.lookup(tag.unit, *scope, name) else { return None };
        let BindingSource::Variable { value: Some(made), constant: true, .. } = &self.units.binding(bound).source
        else {
            return None;
        };
        let made = self.units.peeled(Node { unit: bound.unit, expr: *made });
        let ty = self.units.unit(made.unit).said_of(made.expr)?;
        self.effect_function(made).filter(|name| *name == "GenericTag")?;
        Some(self.of_type(made.unit, ty, 0))
    }

    /// Returns what is made in a way that is named like a function of Effect: `sync: () => client`.
    pub(super) fn made(&self, way: &str, from: Node) -> Option<ValueKind> {
        match way {
            "succeed" => Some(self.narrowly(from, &None).kind),
            "sync" | "promise" => match self.narrowly(from, &None).kind {
                ValueKind::Function(unit, function, _) => Some(self.narrow_result(unit, function, from).kind),
                _ => None,
            },
            "effect" | "scoped" => self.result_of_effect(from),
            _ => None,
        }
    }

    /// The result of an effect that is written in place: `Effect.succeed(client)`, `Effect.gen(function* () { … })`.
    fn result_of_effect(&self, effect: Node) -> Option<ValueKind> {
        let effect = self.units.peeled(effect);
        let name = self.effect_function(effect)?;
        let ExprKind::Call { arguments, .. } = self.units.kind(effect) else { return None };
        let Some(Element::Item(last)) = arguments.last() else { return None };
        let given = Node { unit: effect.unit, expr: *last };
        if name != "gen" {
            return if matches!(name, "succeed" | "sync" | "promise") { self.made(name, given) } else { None };
        }
        let ExprKind::Function(function) = self.units.kind(self.units.peeled(given)) else { return None };
        let Body::Unit(ordinal) = self.units.unit(given.unit).functions[function.index()].body else { return None };
        let body = self.units.child(given.unit, ordinal);
        let results = self.units.unit(body).returns.iter();
        let results = results.map(|expr| self.narrowly(Node { unit: body, expr: *expr }, &None));
        Some(agreement(results.collect())?.kind)
    }

    /// The parts of a call of `Layer.succeed(Tag, client)` and its kin: the tag, the way, and what makes the service.
    pub(super) fn layer<'e>(&'e self, call: Node, callee: ExprId, given: &[Element]) -> Option<(Node, &'e str, Node)> {
        let at = |at: usize| match given.get(at) {
            Some(Element::Item(expr)) => Some(Node { unit: call.unit, expr: *expr }),
            _ => None,
        };
        let name = self.effect_function(Node { unit: call.unit, expr: callee })?;
        match name {
            // `effect.pipe(Effect.provideService(Tag, client))`, `Effect.provideService(effect, Tag, client)`
            "provideService" => Some((at(given.len().checked_sub(2)?)?, "succeed", at(given.len() - 1)?)),
            _ if MAKING.contains(&name) => Some((at(0)?, name, at(1)?)),
            _ => None,
        }
    }

    /// The function of the package that an expression calls, or that it is: `Context.Tag("Cio")`, `Layer.succeed`.
    fn effect_function(&self, mut node: Node) -> Option<&str> {
        node = self.units.peeled(node);
        while let ExprKind::Call { callee, .. } = self.units.kind(node) {
            node = self.units.peeled(Node { unit: node.unit, expr: *callee });
        }
        let ExprKind::Member { object, property } = self.units.kind(node) else { return None };
        let object = self.units.peeled(Node { unit: node.unit, expr: *object });
        let ExprKind::Ident(name, scope) = self.units.kind(object) else { return None };
        let Lookup::One(bound) = self.units.lookup(object.unit, *scope, name) else { return None };
        let BindingSource::Import { import, .. } = &self.units.binding(bound).source else { return None };
        let module = &self.units.unit(bound.unit).imports[*import as usize].module;
        (module == "effect" || module.starts_with("effect/")).then_some(property.as_str())
    }
}
