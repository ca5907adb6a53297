//! `deep-import`: a file inside the package.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::SdkImport;
use crate::sdk::{Has, Module, PACKAGE, Place, deep_import_resolves, exports};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "deep-import",
    summary: "A file inside the package is imported, which 5.0 does not allow",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all; fails since 5.0",
    options: &[],
    docs: r#"Since 5.0 the package's
[`exports`](https://github.com/customerio/customerio-node/blob/main/package.json) allow `customerio-node` alone. An import
of `customerio-node/dist/lib/request`, even of `customerio-node/package.json`, fails with
`ERR_PACKAGE_PATH_NOT_EXPORTED` ([Node.js](https://nodejs.org/api/packages.html#exports)). Before 5.0, and for types alone,
a warning: the next update breaks it. Below 5.0 the import of a type that `customerio-node` itself does not export is left
alone: there was no other way to it.

### Invalid

```ts
// customerio-node 5.2.0
import { SendEmailRequest } from "customerio-node/dist/lib/api/requests";
```

### Valid

```ts
// customerio-node 5.2.0
import { SendEmailRequest } from "customerio-node";
```

### Fix

Imports from `customerio-node` when it exports all the names. Where the version is not known, it is only suggested.

### References

- [customerio-node: `exports`](https://github.com/customerio/customerio-node/blob/main/package.json)
- [Node.js: package entry points](https://nodejs.org/api/packages.html#exports)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let fails = deep_import_resolves(cx.model.version()).no();
    for import in cx.model.sdk_imports() {
        let deep = Module::of(&import.specifier) == Some(Module::Other) && Place::of(&import.specifier).is_none();
        // To read the version was fine as long as it could be done.
        let allowed = !fails && import.specifier.ends_with("/package.json");
        // Before 5.0 a type that the root does not export was to be had nowhere else, and is gone when the code runs.
        let only_way = !fails && import.type_only && in_root(cx, import).no();
        if !deep || allowed || only_way || cx.model.is_mocked() {
            continue;
        }
        let (severity, message) = match fails && !import.type_only {
            true => (Severity::Error, "this cannot be resolved: since 5.0 the package exports `customerio-node` alone"),
            false => (Severity::Warning, "this is a file inside the package, which cannot be imported since 5.0"),
        };
        let draft = report.at(import.at, severity, message).help("Import from `customerio-node`.");
        let (applicability, title) = match in_root(cx, import) {
            Has::Yes => (Applicability::Safe, "Import from `customerio-node`"),
            Has::Unknown => (Applicability::Suggested, "Import from `customerio-node`"),
            Has::No => continue,
        };
        draft.fix(title, applicability, vec![TextEdit::replace(import.at, PACKAGE)]);
    }
}

/// Whether the root exports all that an import takes.
fn in_root(cx: &Context<'_>, import: &SdkImport) -> Has {
    if !import.closed {
        return Has::No;
    }
    let has = |name: &Option<smol_str::SmolStr>| match name {
        Some(name) => exports(name, Place::Root, cx.model.version()),
        None => Has::No,
    };
    let all: Vec<Has> = import.names.iter().map(|name| has(&name.export)).collect();
    match () {
        () if all.iter().any(|has| has.no()) => Has::No,
        () if all.iter().all(|has| has.yes()) => Has::Yes,
        () => Has::Unknown,
    }
}
