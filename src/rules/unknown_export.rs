//! `unknown-export`: a name that the SDK does not export.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::{Place, Symbol, SymbolKind, exports, module_is_class, nearest_export, types};
use crate::text::TextRange;
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-export",
    summary: "A name is imported that the SDK, or its installed version, does not export",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"Exports came over time: `IdentifierType` with 3.5, `SendInAppRequest` with 4.4, `PipelinesClient` with 5.0
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). A name that the installed version does
not export stops an ES module when it loads; with `require` it is `undefined`.

An error for values that another version exports, a warning for names that no version does, and for imports of
types alone. Silent where the version is not known and some version has it, and for versions newer than this rule knows.

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

None: update the SDK, or do without.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node: exports](https://github.com/customerio/customerio-node/blob/main/index.ts)
"#,
};

/// What a module has that is none of its exports.
const OF_MODULES: &[&str] = &["__esModule", "default", "hasOwnProperty", "name", "prototype", "toString"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    let version = cx.model.version();
    for import in cx.model.sdk_imports() {
        let place = Place::of(&import.specifier).filter(|place| !place.versions().has(version).no());
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
            let known = Symbol::of(&name);
            // A type that is missing is told by the compiler, who knows what is declared besides.
            if import.type_only && known.is_none() {
                continue;
            }
            let severity = if known.is_some() && !import.type_only { Severity::Error } else { Severity::Warning };
            let message = match version {
                Some(version) => {
                    format!("customerio-node {version} does not export `{name}` from `{}`", import.specifier)
                }
                None => format!("`{}` does not export `{name}`", import.specifier),
            };
            let near = nearest_export(&name, place, version);
            let elsewhere = known.and_then(|symbol| symbol.places.first());
            let help = match (near, elsewhere) {
                (_, Some((place, versions))) => format!("`{}` exports it, {versions}.", place.specifier()),
                (Some(near), None) => format!("Did you mean `{near}`?"),
                (None, None) => "No version of the SDK exports it.".to_owned(),
            };
            report.at(at, severity, message).help(help);
        }
    }
}

/// Whether it is of a client that is not released yet: whoever uses it has a version of their own.
fn is_coming(name: &str) -> bool {
    let symbol = Symbol::of(name).is_some_and(|symbol| symbol.kind == SymbolKind::Coming);
    symbol || types::versions(name).is_some_and(|versions| versions.is_unreleased())
}
