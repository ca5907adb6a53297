//! The names by which a file calls the exports of the SDK.

use super::files::LocalFile;
use super::{Bound, UnitId, Units};
use crate::facts::{BindingSource, Imported};
use crate::sdk::{Module, PACKAGE};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// The names of the SDK in the analyzed module.
pub struct SdkNames {
    /// The first name of each export.
    pub exports: FxHashMap<String, Bound>,
    /// The first name of the whole module.
    pub namespace: Option<Bound>,
    /// The place where one more name can be put inside the braces of an import, and whether that is a `require`.
    pub slot: Option<(usize, bool)>,
    /// The number of things in the analyzed file with each name: values and types, at any depth.
    pub counts: FxHashMap<SmolStr, u32>,
}

impl SdkNames {
    /// The names in the analyzed file.
    pub fn of(units: &Units<'_>) -> Self {
        let mut counts: FxHashMap<SmolStr, u32> = FxHashMap::default();
        for binding in units.iter().flat_map(|(_, facts)| &facts.bindings) {
            *counts.entry(binding.name.clone()).or_default() += 1;
        }
        let is_alone = |bound: &Bound| counts.get(&units.binding(*bound).name) == Some(&1);
        let (mut exports, mut namespace) = (FxHashMap::default(), None);
        for bound in units.module_bindings(LocalFile::HERE).filter(is_alone) {
            match value_of_sdk(units, bound) {
                Some(Named::Export(name)) => drop(exports.entry(name).or_insert(bound)),
                Some(Named::Namespace) => namespace = namespace.or(Some(bound)),
                None => {}
            }
        }
        Self { exports, namespace, slot: slot(units), counts }
    }
}

enum Named {
    Export(String),
    Namespace,
}

fn value_of_sdk(units: &Units<'_>, bound: Bound) -> Option<Named> {
    let binding = units.binding(bound);
    let facts = units.unit(bound.unit);
    match &binding.source {
        BindingSource::Import { import, what } => {
            let import = &facts.imports[*import as usize];
            Module::of(&import.module)?;
            if import.type_only {
                return None;
            }
            match what {
                Imported::Named(name) => Some(Named::Export(name.to_string())),
                Imported::Namespace if import.module == PACKAGE => Some(Named::Namespace),
                _ => None,
            }
        }
        BindingSource::Variable { value: Some(expr), path, constant: true } => {
            use crate::facts::{ExprKind, PatternStep};
            let ExprKind::Load(module) = &facts.exprs[expr.index()].kind else { return None };
            Module::of(module)?;
            match path.as_ref() {
                [PatternStep::Key(name)] => Some(Named::Export(name.to_string())),
                // Up to 2.x it is the class itself and has no exports.
                [] if module == PACKAGE => Some(Named::Namespace),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The place for one more name inside the braces of an existing import.
fn slot(units: &Units<'_>) -> Option<(usize, bool)> {
    let mut statements = sdk_imports(units);
    statements.find_map(|(unit, import)| {
        let slot = import.name_slot?;
        if import.type_only || import.module != PACKAGE {
            return None;
        }
        Some((units.absolute(unit, TextRange { start: slot, end: slot }).start(), import.require))
    })
}

/// The statements of the analyzed module that import the SDK.
pub fn sdk_imports<'u>(units: &'u Units<'_>) -> impl Iterator<Item = (UnitId, &'u crate::facts::Import)> {
    units.statements(LocalFile::HERE).flat_map(|unit| {
        let imports = units.unit(unit).imports.iter().filter(|import| !import.reexport);
        imports.filter(|import| Module::of(&import.module).is_some()).map(move |import| (unit, import))
    })
}
