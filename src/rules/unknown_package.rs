//! `unknown-package`: the SDK is imported under a wrong package name.

use super::helpers::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::SdkImport;
use crate::sdk::{PACKAGE, RuntimeExport, SymbolKind, taken_for_the_sdk};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-package",
    summary: "The SDK is imported from a package that does not exist",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`TrackClient`, `APIClient` and the request classes are exports of
[`customerio-node`](https://www.npmjs.com/package/customerio-node). Code written from memory imports them from
`@customerio/track`, `@customerio/node`, `@customerio/customerio-node`, `customer.io` or `customerio`. The scope `@customerio`
belongs to Customer.io and has no such packages, so `npm install` fails. A name without a scope can be registered by anyone,
after which `npm install` runs a stranger's code.

The rule reports only these names, and only imports of something that only the SDK exports. The rest of the file is checked
as if it imported the SDK. In package.json, the dependency with such a name is reported. Nothing is reported if the name is
resolved: to a module of the project, a path in `tsconfig.json`, a package of the workspace, an installed package, or an
alias in `package.json` (`"customerio": "npm:customerio-node@5"`).

### Invalid

```ts
import { TrackClient } from "@customerio/track";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
```

### Fix

Imports from `customerio-node`, if the SDK exports everything that is imported. In package.json, it renames the dependency
to `customerio-node`, or removes it if that one is already there. Only suggested: the package has to be installed.

### References

- [npm: customerio-node](https://www.npmjs.com/package/customerio-node)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for wanted in ctx.model.imports().mistaken_wanted() {
        let package = wanted.package;
        let draft = report
            .at(wanted.range, Severity::Warning, format!("`{package}` is not the SDK, whose package is `{PACKAGE}`"))
            .why(danger(package))
            .help(format!("Depend on `{PACKAGE}`, and import from it."));
        suggested(draft, || wanted.repair);
    }
    if ctx.model.file().is_mocked() {
        return;
    }
    for import in ctx.model.imports().mistaken() {
        let Some(package) = taken_for_the_sdk(&import.specifier) else { continue };
        let Some(export) = of_the_sdk(import) else { continue };
        let draft = report
            .at(
                import.at,
                Severity::Warning,
                format!("`{package}` is not the SDK; `{export}` is exported by `{PACKAGE}`"),
            )
            .why(danger(package))
            .help(format!(
                "Install `{PACKAGE}`, import from it, and remove `{package}` from package.json if it is there."
            ));
        if is_all_of_the_sdk(import) {
            let edit = TextEdit::replace(import.at, PACKAGE);
            draft.fix(format!("Import from `{PACKAGE}`"), Applicability::Suggested, || [edit]);
        }
    }
}

/// Returns the consequence of depending on a package. In a scope that belongs to Customer.io no one else can register
/// one.
fn danger(package: &str) -> &'static str {
    if package.starts_with("@customerio/") {
        "the scope `@customerio` has no such package, so its installation fails"
    } else {
        "Customer.io does not own that name, and anyone can register it"
    }
}

/// Returns whether the SDK exports each imported name, or each used member of an imported module.
fn is_all_of_the_sdk(import: &SdkImport) -> bool {
    let is_export = |name: &str| RuntimeExport::of(name).is_some();
    !import.names.is_empty()
        && import.names.iter().all(|name| match &name.export {
            Some(export) => is_export(export),
            None => !name.default && name.members.iter().all(|(member, _)| is_export(member)),
        })
}

/// The first imported name that only the SDK exports.
fn of_the_sdk(import: &SdkImport) -> Option<&'static str> {
    let exports = import.names.iter().filter_map(|name| name.export.as_ref());
    let members = import.names.iter().flat_map(|name| &name.members).map(|(member, _)| member);
    let mut symbols = exports.chain(members).filter_map(|name| RuntimeExport::of(name));
    let tells = |symbol: &&RuntimeExport| {
        matches!(symbol.kind, SymbolKind::Client(_) | SymbolKind::Request | SymbolKind::Region(_))
    };
    symbols.find(tells).map(|symbol| symbol.name)
}
