//! `deep-import`: an import of a file inside the package.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ImportForm, ImportedName, SdkImport};
use crate::sdk::{Has, Module, PACKAGE, PackageModule, deep_import_resolves, exports, types};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "deep-import",
    summary: "Import of a file inside the package, which fails since 5.0",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all; fails since 5.0",
    options: &[],
    yields_to: &[],
    docs: r#"Since 5.0 the package's
[`exports`](https://github.com/customerio/customerio-node/blob/main/package.json) allow only `customerio-node` itself. An import
of `customerio-node/dist/lib/request`, or even of `customerio-node/package.json`, fails with
`ERR_PACKAGE_PATH_NOT_EXPORTED` ([Node.js](https://nodejs.org/api/packages.html#exports)). Before 5.0, and for types alone, this is
a warning: the next upgrade breaks it.

Below 5.0 the rule ignores the import of a type that `customerio-node` itself does not export, because there was no other way to get
it. Since 5.0 such an import is a hint: whether it compiles depends on `moduleResolution`, and the same type can be derived from the
exports (`ConstructorParameters<typeof SendEmailRequest>[0]`).

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

Imports from `customerio-node` if it exports all the names. Suggested where the version is not known.

### References

- [customerio-node: `exports`](https://github.com/customerio/customerio-node/blob/main/package.json)
- [Node.js: package entry points](https://nodejs.org/api/packages.html#exports)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let fails = deep_import_resolves(ctx.model.version()).no();
    for import in ctx.model.imports().of_sdk() {
        let deep =
            Module::of(&import.specifier) == Some(Module::Other) && PackageModule::of(&import.specifier).is_none();
        // Reading the version was fine while it worked.
        let allowed = !fails && import.specifier.ends_with("/package.json");
        let in_root = in_root(ctx, import);
        let is_erased = is_erased(import);
        // Before 5.0 there was no other way to a type that the root does not export, and types are erased.
        let only_way = !fails && is_erased && in_root.no();
        if !deep || allowed || only_way || ctx.model.file().is_mocked() {
            continue;
        }
        let (severity, what, why) = match (fails, is_erased) {
            (true, false) => (
                Severity::Error,
                "import of a file inside the package",
                "Node cannot resolve it, because the package exports only `customerio-node` since 5.0",
            ),
            // It may compile, with a `moduleResolution` that does not read `exports`.
            (true, true) if in_root.no() => (
                Severity::Hint,
                "import of a type from a file inside the package",
                "TypeScript cannot resolve it with `moduleResolution` set to `node16`, `nodenext` or `bundler`",
            ),
            _ => (
                Severity::Warning,
                "import of a file inside the package",
                "the package exports only `customerio-node` since 5.0",
            ),
        };
        let draft = report.at(import.at, severity, what).why(why).help(advice(ctx, import));
        let (applicability, title) = match in_root {
            Has::Yes => (Applicability::Safe, "Import from `customerio-node`"),
            Has::Unknown => (Applicability::Suggested, "Import from `customerio-node`"),
            Has::No => continue,
        };
        draft.fix(title, applicability, || [TextEdit::replace(import.at, PACKAGE)]);
    }
}

/// Returns whether an import is erased when the code is compiled: it says so, or it imports only types.
fn is_erased(import: &SdkImport) -> bool {
    let is_type = |name: &ImportedName| name.export.as_deref().is_some_and(types::is_type);
    let is_statement = matches!(import.form, ImportForm::Statement | ImportForm::Reexport);
    import.type_only || is_statement && import.closed && import.names.iter().all(is_type)
}

/// The instruction for the installed version.
fn advice(ctx: &Context<'_>, import: &SdkImport) -> String {
    let exports: Vec<&str> = import.names.iter().filter_map(|name| name.export.as_deref()).collect();
    let (missing, there): (Vec<&str>, Vec<&str>) =
        exports.into_iter().partition(|name| self::exports(name, PackageModule::Root, ctx.model.version()).no());
    let Some(first) = missing.first() else { return format!("Import from `{PACKAGE}`.") };
    let (types, values): (Vec<&str>, Vec<&str>) = missing.iter().copied().partition(|name| types::is_type(name));
    let mut advice = if there.is_empty() {
        format!("`{PACKAGE}` does not export `{first}`.")
    } else {
        format!("Import {} from `{PACKAGE}`, which does not export `{first}`.", listed(&there))
    };
    for name in &types {
        match types::by_exports(name) {
            Some(same) => advice.push_str(&format!(" Use `{same}` for `{name}`.")),
            None => advice.push_str(&format!(" Declare the type `{name}` in your own code.")),
        }
    }
    if !values.is_empty() {
        advice.push_str(&format!(" There is no replacement for {}.", listed(&values)));
    }
    advice
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns whether the root exports everything that an import takes.
fn in_root(ctx: &Context<'_>, import: &SdkImport) -> Has {
    if !import.closed {
        return Has::No;
    }
    let has = |name: &Option<smol_str::SmolStr>| match name {
        Some(name) => exports(name, PackageModule::Root, ctx.model.version()),
        None => Has::No,
    };
    let all: Vec<Has> = import.names.iter().map(|name| has(&name.export)).collect();
    if all.iter().any(|has| has.no()) {
        Has::No
    } else if all.iter().all(|has| has.yes()) {
        Has::Yes
    } else {
        Has::Unknown
    }
}
