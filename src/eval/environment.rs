//! The environment that something hands on: schemas that check it (zod, Valibot, Joi, envalid, t3-env) and services
//! that look it up (`ConfigService` of Nest). Their results are environment variables like `process.env.NAME`.

use super::arguments::Arguments;
use super::units::{Lookup, Node};
use super::value::{EnvironmentObject, Value, ValueKind};
use super::{Eval, What};
use crate::facts::{BindingSource, ExprKind};
use smol_str::SmolStr;

/// The maximum number of calls and names of a schema that are looked through.
const MAX_SCHEMA: u32 = 128;

/// Methods that return an object in another shape than the environment's.
const RESHAPES: &[&str] = &["transform", "pipe", "preprocess", "overwrite", "rename", "map", "to"];

impl Eval<'_> {
    /// A method of a schema to which the environment is given: `schema.parse(process.env)`. `object` is the schema.
    pub(super) fn checked_by_schema(&self, object: Node, name: &str, arguments: &Arguments) -> Option<ValueKind> {
        let checked = match name {
            "parse" | "parseAsync" | "parseSync" | "validateSync" | "assert" | "attempt" | "decodeUnknownSync" => {
                EnvironmentObject::Checked
            }
            "safeParse" | "safeParseAsync" | "validate" => EnvironmentObject::Result,
            _ => return None,
        };
        let given = arguments.list.iter().any(|argument| self.is_environment(argument));
        (given && !self.reshapes(object) && !arguments.list.iter().any(|argument| self.reshapes(argument.node)))
            .then_some(ValueKind::Environment(checked))
    }

    /// A function of a package that checks the environment.
    pub(super) fn checked_by_package(&self, module: &str, path: &str, arguments: &Arguments) -> Option<ValueKind> {
        let first = arguments.list.first()?;
        match (module, path.strip_prefix("default.").unwrap_or(path)) {
            ("envalid", "cleanEnv") | ("znv", "parseEnv") if self.is_environment(first) => {
                Some(ValueKind::Environment(EnvironmentObject::Checked))
            }
            (_, "createEnv") if module.starts_with("@t3-oss/env-") => {
                let ValueKind::Object(options) = &first.kind else { return None };
                let listed = ["runtimeEnv", "runtimeEnvStrict"].into_iter().find_map(|key| {
                    let value = self.property(options, key, first.node);
                    matches!(value.kind, ValueKind::Object(_)).then_some(value.kind)
                });
                Some(listed.unwrap_or(ValueKind::Environment(EnvironmentObject::Checked)))
            }
            ("env-var", "get") => Some(variable(first.as_str()?)),
            _ => None,
        }
    }

    /// A look-up by name: `config.get("NAME")`. Names of other forms are keys of something else.
    pub(super) fn looked_up(
        &self,
        receiver: &Value,
        object: Node,
        name: &str,
        arguments: &Arguments,
    ) -> Option<ValueKind> {
        if !matches!(name, "get" | "getOrThrow") {
            return None;
        }
        let key = arguments.list.first()?.as_str().filter(|key| is_variable_name(key))?;
        let is_service = match &receiver.kind {
            ValueKind::Environment(EnvironmentObject::Service) => true,
            ValueKind::Unknown => self.last_name(object).is_some_and(|name| {
                let name = name.trim_start_matches(['_', '#']).to_ascii_lowercase();
                matches!(name.as_str(), "config" | "configservice" | "env" | "envservice")
            }),
            _ => false,
        };
        is_service.then(|| variable(key))
    }

    /// The whole environment, as it is or spread into a literal.
    fn is_environment(&self, value: &Value) -> bool {
        self.is_spread_environment(value, MAX_SCHEMA)
    }

    fn is_spread_environment(&self, value: &Value, left: u32) -> bool {
        match &value.kind {
            ValueKind::Global(path) => matches!(path.as_str(), "process.env" | "import.meta.env" | "Bun.env"),
            ValueKind::Environment(EnvironmentObject::Checked) => true,
            ValueKind::Object(object) => {
                let ExprKind::Object(properties) = self.units.kind(object.node) else { return false };
                if left == 0 {
                    self.hit(What::Depth, object.node);
                    return false;
                }
                matches!(&properties[..], [crate::facts::Property::Spread(Some(inner))]
                    if self.is_spread_environment(
                        &self.eval(Node { unit: object.node.unit, expr: *inner }, &object.frame), left - 1))
            }
            _ => false,
        }
    }

    /// Returns whether a schema visibly gives its object another shape: then its keys say nothing.
    fn reshapes(&self, mut node: Node) -> bool {
        for _ in 0..MAX_SCHEMA {
            let sibling = |expr| Node { unit: node.unit, expr };
            node = match self.units.kind(node) {
                ExprKind::Call { callee, .. } => sibling(*callee),
                ExprKind::Member { property, .. } if RESHAPES.contains(&property.as_str()) => return true,
                ExprKind::Member { object, .. } => sibling(*object),
                ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => sibling(*inner),
                ExprKind::Ident(name, scope) => match self.units.lookup(node.unit, *scope, name) {
                    Lookup::One(bound) => match &self.units.binding(bound).source {
                        BindingSource::Variable { value: Some(value), path, .. } if path.is_empty() => {
                            Node { unit: bound.unit, expr: *value }
                        }
                        _ => return false,
                    },
                    _ => return false,
                },
                _ => return false,
            };
        }
        self.hit(What::Steps, node);
        true
    }

    fn last_name(&self, node: Node) -> Option<SmolStr> {
        match self.units.kind(node) {
            ExprKind::Ident(name, _) => Some(name.clone()),
            ExprKind::Member { property, .. } => Some(property.clone()),
            ExprKind::Cast(inner, _) | ExprKind::Paren(inner) => self.last_name(Node { unit: node.unit, expr: *inner }),
            _ => None,
        }
    }
}

/// The member of a checked environment, or of the result of a check.
pub(super) fn member(environment: EnvironmentObject, key: &str) -> ValueKind {
    match environment {
        EnvironmentObject::Checked => variable(key),
        EnvironmentObject::Result if matches!(key, "data" | "value" | "output") => {
            ValueKind::Environment(EnvironmentObject::Checked)
        }
        EnvironmentObject::Result | EnvironmentObject::Service => ValueKind::Unknown,
    }
}

/// An environment variable that something passed on. A schema may have made the region itself out of the name of one,
/// which no other variable of ours can become.
fn variable(name: &str) -> ValueKind {
    if name.to_ascii_lowercase().contains("region") { ValueKind::Unknown } else { ValueKind::Env(name.into()) }
}

/// `CUSTOMERIO_SITE_ID`
fn is_variable_name(name: &str) -> bool {
    name.contains('_') && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}
