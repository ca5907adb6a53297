//! The analyzed file's imports of the SDK, or of a package mistaken for it: the module, and the members taken from it.

use crate::eval::Eval;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::ValueKind;
use crate::facts::{BindingId, BindingSource, Exported, ExprKind, Import, Imported, PatternStep};
use crate::sdk::{Module, PACKAGE, taken_for_the_sdk};
use crate::text::TextRange;
use ropey::Rope;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

/// An import of the SDK (or of a package that is mistaken for it): a statement, a re-export, a `require` or an
/// `import()`.
#[derive(Clone, Debug)]
pub struct SdkImport {
    /// The module that it names: `customerio-node/api`.
    pub specifier: SmolStr,
    /// The specifier, without its quotes.
    pub at: TextRange,
    /// The statement, or the expression that loads the module.
    pub range: TextRange,
    /// The names taken from the module; empty where that is not a name (`require("…").TrackClient`).
    pub names: Vec<ImportedName>,
    /// True when `names` holds everything that it takes.
    pub closed: bool,
    /// True when it is erased before the code runs.
    pub type_only: bool,
    /// The syntax of the import.
    pub form: ImportForm,
}

/// The syntax of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportForm {
    /// `import … from "…"`, `import x = require("…")`
    Statement,
    /// `export … from "…"`
    Reexport,
    /// `require("…")`
    Require,
    /// `import("…")`
    Dynamic,
}

/// A name that an import brings in.
#[derive(Clone, Debug)]
pub struct ImportedName {
    /// The export; `None` for the module as a whole, by a default import, a namespace or a variable.
    pub export: Option<SmolStr>,
    /// True for a default import.
    pub default: bool,
    /// The local name in the file.
    pub local: SmolStr,
    /// The place of its local name; for a re-export the statement.
    pub at: TextRange,
    /// The members that code takes of it, each with the place of its name.
    pub members: Vec<(SmolStr, TextRange)>,
}

/// The imports of a file, in the order of the text.
pub struct ImportsFound {
    /// Those of the SDK.
    pub of_sdk: Vec<SdkImport>,
    /// Those of packages that are mistaken for the SDK, where it is not known that there is one by that name.
    pub mistaken: Vec<SdkImport>,
}

/// Those of the analyzed file.
pub fn imports(eval: &Eval<'_>, rope: &Rope) -> ImportsFound {
    let is_wanted = |specifier: &str| {
        let is_mistaken = |package| !eval.units.files.is_there(specifier, package);
        Module::of(specifier).is_some() || taken_for_the_sdk(specifier).is_some_and(is_mistaken)
    };
    let mut found = statements(eval, rope, &is_wanted);
    for (unit, facts) in eval.units.iter() {
        for (at, expr) in facts.exprs.iter().enumerate() {
            let ExprKind::Load(module) = &expr.kind else { continue };
            let node = Node { unit, expr: crate::facts::ExprId(at as u32) };
            let range = eval.units.range(node);
            if !is_wanted(module) {
                continue;
            }
            let Some(at) = inside(rope, range, module) else { continue };
            let is_require = rope.byte_slice(range.as_range()).chars().take(7).eq("require".chars());
            let form = if is_require { ImportForm::Require } else { ImportForm::Dynamic };
            let names = loaded(eval, node);
            found.push(SdkImport {
                specifier: module.clone(),
                at,
                range,
                closed: !names.is_empty(),
                names,
                type_only: false,
                form,
            });
        }
    }
    found.sort_by_key(|import| import.range);
    let (of_sdk, mistaken) = found.into_iter().partition(|import| Module::of(&import.specifier).is_some());
    ImportsFound { of_sdk, mistaken }
}

/// The statements that import or re-export.
fn statements(eval: &Eval<'_>, rope: &Rope, is_wanted: &dyn Fn(&str) -> bool) -> Vec<SdkImport> {
    let mut found = Vec::new();
    for unit in eval.units.statements(LocalFile::HERE) {
        let facts = eval.units.unit(unit);
        // Half a name of the SDK is no other package.
        let is_known = |it: &Import| !it.unfinished || Module::of(&it.module).is_some();
        let is_read = |it: &Import| !it.require && is_known(it) && is_wanted(&it.module);
        let wanted = facts.imports.iter().enumerate().filter(|(_, it)| is_read(it));
        for (number, import) in wanted {
            let range = eval.units.absolute(unit, import.range);
            let Some(at) = inside(rope, range, &import.module) else { continue };
            let bound = facts.bindings.iter().enumerate().filter_map(|(id, binding)| match &binding.source {
                BindingSource::Import { import, what } if *import as usize == number => {
                    let at = eval.units.absolute(unit, binding.range);
                    let bound = Bound { unit, binding: BindingId(id as u32) };
                    Some(name(what, binding.name.clone(), at, members(eval, bound)))
                }
                _ => None,
            });
            let handed_on = facts.exports.iter().filter_map(|export| match &export.what {
                Exported::From(import, what) if *import as usize == number => {
                    Some(name(what, export.name.clone(), range, Vec::new()))
                }
                _ => None,
            });
            let names: Vec<ImportedName> = bound.chain(handed_on).collect();
            let form = if import.reexport { ImportForm::Reexport } else { ImportForm::Statement };
            let (specifier, type_only) = (import.module.clone(), import.type_only);
            found.push(SdkImport { specifier, at, range, closed: !names.is_empty(), names, type_only, form });
        }
    }
    found
}

fn name(what: &Imported, local: SmolStr, at: TextRange, members: Vec<(SmolStr, TextRange)>) -> ImportedName {
    let export = match what {
        Imported::Named(name) => Some(name.clone()),
        Imported::Default | Imported::Namespace => None,
    };
    ImportedName { export, default: *what == Imported::Default, local, at, members }
}

/// Returns the names that a variable takes of the module that it is set to: `const { TrackClient } = require("…")`.
fn loaded(eval: &Eval<'_>, load: Node) -> Vec<ImportedName> {
    let facts = eval.units.unit(load.unit);
    let is_load = |expr| {
        let mut node = eval.units.peeled(Node { unit: load.unit, expr });
        if let ExprKind::Await(inner) = eval.units.kind(node) {
            node = eval.units.peeled(Node { unit: load.unit, expr: *inner });
        }
        node == load
    };
    let bindings = facts.bindings.iter().enumerate().filter_map(|(id, binding)| {
        let BindingSource::Variable { value: Some(value), path, .. } = &binding.source else { return None };
        let export = match path.as_ref() {
            [] => None,
            [PatternStep::Key(name)] => Some(name.clone()),
            _ => return None,
        };
        is_load(*value).then(|| ImportedName {
            export,
            default: false,
            local: binding.name.clone(),
            at: eval.units.absolute(load.unit, binding.range),
            members: members(eval, Bound { unit: load.unit, binding: BindingId(id as u32) }),
        })
    });
    bindings.collect()
}

/// The members that code takes of a name of the module: `cio.TrackClient`.
fn members(eval: &Eval<'_>, bound: Bound) -> Vec<(SmolStr, TextRange)> {
    let mut found = Vec::new();
    for place in eval.units.references(bound) {
        let about = eval.units.about(place.unit).get(place.expr);
        for member in about.into_iter().flat_map(|about| &about.members) {
            let member = Node { unit: place.unit, expr: *member };
            if let ExprKind::Member { property, .. } = eval.units.kind(member) {
                let range = eval.units.range(member);
                found.push((property.clone(), TextRange { start: range.end - property.len() as u32, ..range }));
            }
        }
    }
    found.sort_by_key(|(_, at)| *at);
    found
}

/// The last place of a text in a range.
fn inside(rope: &Rope, range: TextRange, text: &str) -> Option<TextRange> {
    let written = rope.byte_slice(range.as_range()).to_string();
    let start = range.start + written.rfind(text)? as u32;
    Some(TextRange { start, end: start + text.len() as u32 })
}

/// A member of an enumeration of the SDK: `IdentifierType.Id`.
#[derive(Clone, Debug)]
pub struct EnumMember {
    /// The enumeration.
    pub enumeration: SmolStr,
    /// The member.
    pub member: SmolStr,
    /// The whole expression.
    pub range: TextRange,
    /// The member's name.
    pub at: TextRange,
}

/// The members that the analyzed file takes of its named imports from the SDK, or of a member of the module.
pub fn enum_members(eval: &Eval<'_>) -> Vec<EnumMember> {
    let mut found = Vec::new();
    let names = names_of_exports(eval);
    for (unit, facts) in eval.units.iter() {
        for expr in &facts.exprs {
            let ExprKind::Member { object, property } = &expr.kind else { continue };
            let object = Node { unit, expr: *object };
            if matches!(eval.units.kind(object), ExprKind::Ident(name, _) if !names.contains(name)) {
                continue;
            }
            let Some(enumeration) = export_name(eval, object) else { continue };
            let range = eval.units.absolute(unit, expr.range);
            let at = TextRange { start: range.end - property.len() as u32, ..range };
            found.push(EnumMember { enumeration, member: property.clone(), range, at });
        }
    }
    found.sort_by_key(|member| member.range);
    found
}

/// The names in the analyzed file under which [`export_name`] may know one: of every member most have another.
fn names_of_exports<'e>(eval: &'e Eval<'_>) -> FxHashSet<&'e SmolStr> {
    let bindings = eval.units.iter().flat_map(|(_, facts)| facts.bindings.iter().map(move |binding| (facts, binding)));
    let of_sdk = bindings.filter(|(facts, binding)| match &binding.source {
        BindingSource::Import { import, .. } => facts.imports[*import as usize].module == PACKAGE,
        BindingSource::Variable { path, constant: true, .. } => matches!(path.as_ref(), [PatternStep::Key(_)]),
        _ => false,
    });
    of_sdk.map(|(_, binding)| &binding.name).collect()
}

/// The export of the SDK's root that an expression names.
fn export_name(eval: &Eval<'_>, node: Node) -> Option<SmolStr> {
    match eval.units.kind(node) {
        ExprKind::Ident(name, scope) => {
            let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return None };
            match &eval.units.binding(bound).source {
                BindingSource::Import { import, what: Imported::Named(name) } => {
                    let import = &eval.units.unit(bound.unit).imports[*import as usize];
                    (import.module == PACKAGE && !import.type_only).then(|| name.clone())
                }
                BindingSource::Variable { value: Some(value), path, constant: true } => {
                    let load = eval.units.peeled(Node { unit: bound.unit, expr: *value });
                    let of_sdk = matches!(eval.units.kind(load), ExprKind::Load(module) if module == PACKAGE);
                    match path.as_ref() {
                        [PatternStep::Key(name)] if of_sdk => Some(name.clone()),
                        _ => None,
                    }
                }
                _ => None,
            }
        }
        ExprKind::Member { object, property } => {
            let object = Node { unit: node.unit, expr: *object };
            matches!(eval.narrowly(object, &None).kind, ValueKind::Sdk(Module::Root | Module::Next))
                .then(|| property.clone())
        }
        _ => None,
    }
}
