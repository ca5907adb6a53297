//! `unknown-export`: a name that the SDK does not export.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::{PackageModule, RuntimeExport, SymbolKind, exports, module_is_class, nearest_export, types};
use crate::text::TextRange;
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-export",
    summary: "An imported name is not exported by the SDK or its installed version",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Exports differ between versions: `IdentifierType` was added in 3.5, `SendInAppRequest` in 4.4, `PipelinesClient` in 5.0
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). If the installed version does not
export a name, an ES module fails to load; with `require`, the value is `undefined`.

The finding is an error for values that another version exports, and a warning for names that no version exports and for
type-only imports. Nothing is reported if the version is not known and some version has the export, or if the version is
newer than the rule's list.

### Invalid

```ts
// customerio-node 4.5.1
import { PipelinesClient } from "customerio-node";
```

### Valid

```ts
// customerio-node 5.2.0
import { PipelinesClient } from "customerio-node";
```

### Fix

None: upgrade the SDK, or remove the import.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node: exports](https://github.com/customerio/customerio-node/blob/main/index.ts)
"#,
};

/// Properties that a module has besides its exports.
const OF_MODULES: &[&str] = &["__esModule", "default", "hasOwnProperty", "name", "prototype", "toString"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    let version = ctx.model.version();
    for import in ctx.model.imports().of_sdk() {
        let place = PackageModule::of(&import.specifier).filter(|place| !place.versions().has(version).no());
        let Some(place) = place else { continue };
        let mut taken: Vec<(SmolStr, TextRange)> = Vec::new();
        for name in &import.names {
            match &name.export {
                Some(export) => taken.push((export.clone(), name.at)),
                None if module_is_class(place, version).yes() => {}
                None => taken.extend(name.members.iter().cloned()),
            }
        }
        for (name, at) in taken {
            if OF_MODULES.contains(&name.as_str()) || is_coming(&name) || !exports(&name, place, version).no() {
                continue;
            }
            let known = RuntimeExport::of(&name);
            // A missing type is reported by the compiler, which knows all declarations.
            if import.type_only && known.is_none() {
                continue;
            }
            let severity = if known.is_some() && !import.type_only { Severity::Error } else { Severity::Warning };
            let what = match version {
                Some(version) => {
                    format!("customerio-node {version} does not export `{name}` from `{}`", import.specifier)
                }
                None => format!("`{}` does not export `{name}`", import.specifier),
            };
            let near = nearest_export(&name, place, version);
            let elsewhere = known.and_then(|symbol| symbol.places.first());
            let help = match (near, elsewhere) {
                (_, Some((place, versions))) => {
                    format!("Use a version of `{}` that exports it: {versions}.", place.specifier())
                }
                (Some(near), None) => format!("Did you mean `{near}`?"),
                (None, None) => "Remove the import: no version of the SDK exports this name.".to_owned(),
            };
            let why = if import.type_only {
                "TypeScript does not find the type"
            } else {
                "an ES module with this import fails to load; with `require` the value is `undefined`"
            };
            report.at(at, severity, what).why(why).help(help);
        }
    }
}

/// Returns whether a name belongs to a client that is not released yet, which projects use from their own builds.
fn is_coming(name: &str) -> bool {
    let symbol = RuntimeExport::of(name).is_some_and(|symbol| symbol.kind == SymbolKind::Coming);
    symbol || types::versions(name).is_some_and(|versions| versions.is_unreleased())
}
