//! Declarations of globals and of the types of packages: `declare global { var cio: TrackClient }`, `declare module
//! "fastify" { interface FastifyInstance { cio: TrackClient } }`. A file that applies everywhere (`globals.d.ts`) is
//! not imported by others.

use super::Eval;
use super::units::files::LocalFile;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Value, ValueKind};
use crate::facts::{BindingSource, ExprId, ScopeId, Type, TypeId, augmented_name};
use crate::sdk::ClientKind;
use std::rc::Rc;

/// The modules that have types of Express.
const EXPRESS: [&str; 2] = ["express", "express-serve-static-core"];
/// The namespaces that packages have globally.
const NAMESPACES: [&str; 2] = ["Express", "NodeJS"];

/// The files whose declarations hold in a file without their being named there.
pub(super) struct Beside {
    files: Box<[LocalFile]>,
    /// True when one of them, or the file itself, adds to the types of a package.
    augment: bool,
}

impl Eval<'_> {
    /// Returns whether a file declares a global of this name, or one that it imports.
    pub(super) fn is_declared_global(&self, file: LocalFile, name: &str) -> bool {
        let node = Node { unit: self.units.root(file), expr: ExprId(0) };
        self.declared_global(file, "globalThis", name, node).is_some()
    }

    /// A member of `globalThis` or `window` that a file declares, or one that it imports.
    pub(super) fn declared_global(&self, file: LocalFile, object: &str, name: &str, node: Node) -> Option<Value> {
        // `interface Window { _cio: Queue }`: of what snippets make more is known than its type.
        if self.client_of_global(name).is_some() {
            return None;
        }
        let of = |object: &str| {
            let (unit, ty) = self.declared_in_sight(file, object)?;
            Some(self.typed_member(unit, ty, name, node)).filter(|value| !value.kind.is_unknown())
        };
        let found = of("globalThis").or_else(|| of(if object == "window" { "Window" } else { "NodeJS#Global" }));
        found.or_else(|| self.beside(file).files.iter().find_map(|other| self.declared_by_script(*other, name, node)))
    }

    /// The client of a snippet that a variable is, which is declared to be the global of its name, or takes that over;
    /// otherwise its `value`: `declare const _cio: any`, `const _cio = window._cio || []`.
    pub(super) fn or_global_again(&self, bound: Bound, name: &str, value: Value) -> Value {
        let Some(client) = self.client_of_global(name) else { return value };
        let is_it = |case: &Value| matches!(case.kind, ValueKind::Array(..) | ValueKind::Client(..));
        let may_be = |case: &Value| is_it(case) || case.kind.is_unknown() || case.kind.is_nothing();
        let is_global = match self.units.binding(bound).source {
            BindingSource::Opaque => !is_it(&value),
            BindingSource::Variable { .. } => value.cases().iter().all(may_be) && value.cases().iter().any(is_it),
            _ => false,
        };
        if is_global { Value { kind: ValueKind::Client(client, None), ..value } } else { value }
    }

    /// Returns the declarations of a script: its declarations are global.
    fn declared_by_script(&self, file: LocalFile, name: &str, node: Node) -> Option<Value> {
        if !self.is_script(file) {
            return None;
        }
        let bound = self.units.module_bindings(file).find(|bound| self.units.binding(*bound).name == name)?;
        let binding = self.units.binding(bound);
        let ty = binding.ty?;
        if !matches!(binding.source, BindingSource::Opaque) {
            return None;
        }
        Some(Value::at(node, self.of_type(bound.unit, ty, 0))).filter(|value| !value.kind.is_unknown())
    }

    fn is_script(&self, file: LocalFile) -> bool {
        self.units.statements(file).all(|unit| {
            let facts = self.units.unit(unit);
            facts.exports.is_empty() && facts.imports.is_empty()
        })
    }

    /// Returns whether the analyzed file, one that it imports, or one whose declarations hold without an import may say
    /// that a client has a member of this name.
    pub fn is_declared_member(&self, client: ClientKind, name: &str) -> bool {
        let here = LocalFile::HERE;
        let mut files = vec![here];
        files.extend(self.imported_files(here));
        files.extend(self.units.files.ambient(here).into_iter().map(|(file, _)| file));
        files.into_iter().any(|file| {
            self.units.module_bindings(file).any(|bound| {
                let binding = self.units.binding(bound);
                let of_sdk = binding.name.split_once('#').is_some_and(|(of, class)| {
                    let is_it = client == ClientKind::Legacy || class == client.class_name();
                    is_it && self.units.files.sdk_module(of).is_some()
                });
                match binding.source {
                    BindingSource::Type(ty) if of_sdk => self.may_have(bound.unit, ty, name),
                    _ => false,
                }
            })
        })
    }

    fn may_have(&self, unit: UnitId, ty: TypeId, name: &str) -> bool {
        match &self.units.unit(unit).types[ty.index()] {
            Type::Object(fields) => fields.iter().any(|(field, _)| field == name),
            Type::Intersection(parts) => parts.iter().any(|part| self.may_have(unit, *part, name)),
            _ => true,
        }
    }

    /// Returns the value of a package's type, by the members that were added to it.
    pub(super) fn augmented(&self, file: LocalFile, module: &str, name: &str) -> Option<ValueKind> {
        let added = |of: &str| self.declared_in_sight(file, &augmented_name(of, name));
        let found = added(module).or_else(|| {
            let is_express = EXPRESS.contains(&module);
            if is_express { EXPRESS.iter().chain(&NAMESPACES[..1]).find_map(|of| added(of)) } else { None }
        });
        let (unit, ty) = found?;
        Some(self.of_type(unit, ty, 0))
    }

    /// The same of a type in a namespace that a package has globally: `Express.Request`.
    pub(super) fn augmented_namespace(&self, file: LocalFile, namespace: &str, name: &str) -> Option<ValueKind> {
        if NAMESPACES.contains(&namespace) { self.augmented(file, namespace, name) } else { None }
    }

    /// Returns whether types of packages may say more in a file than they do by themselves.
    pub(super) fn augments(&self, file: LocalFile) -> bool {
        self.beside(file).augment
    }

    /// The type that goes by a name in a file, or in one that it imports and that has to do with the SDK.
    fn declared_in_sight(&self, file: LocalFile, name: &str) -> Option<(UnitId, TypeId)> {
        let beside = || self.beside(file).files.iter().find_map(|other| self.declared_in(*other, name));
        self.declared_in(file, name).or_else(beside)
    }

    fn declared_in(&self, file: LocalFile, name: &str) -> Option<(UnitId, TypeId)> {
        let Lookup::One(bound) = self.units.lookup_type(self.units.root(file), ScopeId(0), name) else { return None };
        match self.units.binding(bound).source {
            BindingSource::Type(ty) => Some((bound.unit, ty)),
            _ => None,
        }
    }

    /// The files that a file imports and that have to do with the SDK, and those whose declarations hold without an
    /// import, as far as they declare something for others.
    fn beside(&self, file: LocalFile) -> Rc<Beside> {
        if let Some(known) = self.beside.borrow().get(&file) {
            return known.clone();
        }
        let for_others = |name: &str| name.contains('#') || matches!(name, "globalThis" | "Window");
        let mut others = self.imported_files(file);
        let ambient = self.units.files.ambient(file).into_iter();
        others.extend(ambient.filter(|(_, holds)| *holds).map(|(other, _)| other));
        let declaring = |other: &LocalFile| self.declares(*other, for_others) || self.is_script(*other);
        let files: Box<[LocalFile]> = others.into_iter().filter(declaring).collect();
        // Asked for each type of a package that the code names, so not to be answered from all names of the module.
        let augment = [file].iter().chain(&files).any(|file| self.declares(*file, |name| name.contains('#')));
        let beside = Rc::new(Beside { files, augment });
        self.beside.borrow_mut().insert(file, beside.clone());
        beside
    }

    /// The files that a file imports and that have to do with the SDK.
    pub fn imported_files(&self, file: LocalFile) -> Vec<LocalFile> {
        let files = self.units.files;
        let imports = self.units.statements(file).flat_map(|unit| &self.units.unit(unit).imports);
        let reached = imports.filter(|import| files.reaches(file, &import.module));
        reached.filter_map(|import| files.resolve(file, &import.module)).collect()
    }

    fn declares(&self, file: LocalFile, is_it: impl Fn(&str) -> bool) -> bool {
        self.units.module_bindings(file).any(|bound| is_it(&self.units.binding(bound).name))
    }
}
