//! Values that containers inject by a token: `@Inject(CIO) cio` is the value provided under `CIO`, in whatever file of the
//! package: `{ provide: CIO, useFactory: () => new TrackClient(…) }`, `container.bind(CIO).toConstantValue(client)`.

use super::units::files::LocalFile;
use super::units::{Lookup, Node};
use super::value::{Value, ValueKind, agreement};
use super::{Eval, What};
use crate::facts::{
    BindingSource, Element, ExprId, ExprKind, Imported, Key, PROVIDE, PROVIDED_BY, Property, token_name,
};
use crate::sdk::Export;
use smol_str::SmolStr;
use std::rc::Rc;

/// Something that is provided under a token.
pub(super) struct Provider {
    token: Node,
    what: Provided,
}

/// The way in which something is provided.
enum Provided {
    /// `useValue: client`
    Value(Node),
    /// `useFactory: () => client`
    Made(Node),
    /// `useClass: Client`
    Class(Node),
    /// `useExisting: OTHER`
    Alias(Node),
    /// `Layer.sync(TAG, () => client)`, with the name of the function.
    Layer(SmolStr, Node),
}

/// The maximum number of tokens followed from one to the next.
const MAX_ALIASES: u32 = 4;

impl Eval<'_> {
    /// Returns what is injected for a token.
    pub(super) fn injected(&self, token: Node) -> ValueKind {
        self.provided_for(token, 0).unwrap_or(ValueKind::Unknown)
    }

    fn provided_for(&self, token: Node, depth: u32) -> Option<ValueKind> {
        let name = self.name_of_token(token)?;
        let others = self.handing(&name);
        let mut values = Vec::new();
        for file in std::iter::once(&token.unit.file).chain(others.iter().filter(|other| **other != token.unit.file)) {
            for provider in self.providers(*file).iter() {
                if self.is_same_token(provider.token, token, &name) {
                    values.push(self.provided_by(provider, depth)?);
                }
            }
        }
        agreement(values).map(|value| value.kind)
    }

    /// The name of a token, where an import does not rename it.
    fn name_of_token(&self, token: Node) -> Option<SmolStr> {
        let token = self.units.peeled(token);
        if let ExprKind::Ident(name, scope) = self.units.kind(token)
            && let Lookup::One(bound) = self.units.lookup(token.unit, *scope, name)
            && let BindingSource::Import { what: Imported::Named(name), .. } = &self.units.binding(bound).source
        {
            return Some(name.clone());
        }
        token_name(self.units.unit(token.unit), token.expr).cloned()
    }

    /// Returns whether two tokens are the same: texts by what they say, anything else by its name.
    fn is_same_token(&self, one: Node, other: Node, name: &str) -> bool {
        match (&self.narrowly(one, &None).kind, &self.narrowly(other, &None).kind) {
            (ValueKind::Str(one), ValueKind::Str(other)) => one == other,
            (ValueKind::Str(_), _) | (_, ValueKind::Str(_)) => false,
            _ => self.name_of_token(one).is_some_and(|one| one == name),
        }
    }

    fn provided_by(&self, provider: &Provider, depth: u32) -> Option<Value> {
        let at = |kind: ValueKind| Value::at(provider.token, kind);
        match provider.what {
            Provided::Value(value) => Some(self.narrowly(value, &None)),
            Provided::Made(factory) => match self.narrowly(factory, &None).kind {
                ValueKind::Function(unit, function, _) => Some(self.narrow_result(unit, function, factory)),
                _ => None,
            },
            Provided::Class(class) => match self.narrowly(class, &None).kind {
                ValueKind::Class(unit, class) => Some(at(ValueKind::Instance(unit, class, None))),
                ValueKind::Export(Export::Client(kind)) => Some(at(ValueKind::Client(kind, None))),
                _ => None,
            },
            Provided::Layer(ref way, from) => self.made(way, from).map(at),
            Provided::Alias(token) if depth < MAX_ALIASES => self.provided_for(token, depth + 1).map(at),
            Provided::Alias(token) => {
                self.hit(What::Steps, token);
                None
            }
        }
    }

    /// The providers of a file.
    fn providers(&self, file: LocalFile) -> Rc<[Provider]> {
        if let Some(known) = self.providers.borrow().get(&file) {
            return known.clone();
        }
        let all = self.all_expressions(file).filter_map(|(node, kind)| match kind {
            ExprKind::Object(properties) => self.provider(node, properties, None),
            ExprKind::Call { callee, arguments } => self.provider_by_call(node, *callee, arguments),
            _ => None,
        });
        let all: Rc<[Provider]> = all.collect();
        self.providers.borrow_mut().insert(file, all.clone());
        all
    }

    /// `{ provide: TOKEN, useValue: client }`; where the token stands before the object, without `provide`.
    fn provider(&self, object: Node, properties: &[Property], token: Option<Node>) -> Option<Provider> {
        let under = |name: &str| {
            properties.iter().find_map(|property| match property {
                Property::Entry { key: Key::Name(key), value, .. } if key == name => {
                    Some(Node { unit: object.unit, expr: *value })
                }
                _ => None,
            })
        };
        let token = token.or_else(|| under(PROVIDE))?;
        let [value, made, class, existing] = PROVIDED_BY.map(under);
        let what = value.map(Provided::Value).or(made.map(Provided::Made)).or(class.map(Provided::Class));
        Some(Provider { token, what: what.or(existing.map(Provided::Alias))? })
    }

    /// `container.bind(TOKEN).toConstantValue(client)`, `container.register(TOKEN, { useValue: client })`
    fn provider_by_call(&self, call: Node, callee: ExprId, arguments: &[Element]) -> Option<Provider> {
        let sibling = |expr: ExprId| self.units.peeled(Node { unit: call.unit, expr });
        let ExprKind::Member { object, property } = self.units.kind(sibling(callee)) else { return None };
        let given = |at: usize| match arguments.get(at) {
            Some(Element::Item(expr)) => Some(sibling(*expr)),
            _ => None,
        };
        if let Some((token, way, from)) = self.layer(call, callee, arguments) {
            return Some(Provider { token, what: Provided::Layer(SmolStr::new(way), from) });
        }
        match property.as_str() {
            "toConstantValue" | "toDynamicValue" | "to" => {
                let ExprKind::Call { callee, arguments } = self.units.kind(sibling(*object)) else { return None };
                let ExprKind::Member { property: bind, .. } = self.units.kind(sibling(*callee)) else { return None };
                let [Element::Item(token)] = &arguments[..] else { return None };
                let what = match property.as_str() {
                    "toConstantValue" => Provided::Value(given(0)?),
                    "toDynamicValue" => Provided::Made(given(0)?),
                    _ => Provided::Class(given(0)?),
                };
                (bind == "bind").then(|| Provider { token: sibling(*token), what })
            }
            "register" => match self.units.kind(given(1)?) {
                ExprKind::Object(properties) => self.provider(given(1)?, properties, given(0)),
                _ => None,
            },
            "registerInstance" | "set" => Some(Provider { token: given(0)?, what: Provided::Value(given(1)?) }),
            "registerSingleton" => Some(Provider { token: given(0)?, what: Provided::Class(given(1)?) }),
            _ => None,
        }
    }
}
