//! `unknown-package`: the SDK is imported by a name that is not its own.

use super::judge::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::SdkImport;
use crate::sdk::{PACKAGE, Symbol, SymbolKind, taken_for_the_sdk};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-package",
    summary: "The SDK is imported from a package that is not the SDK",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`TrackClient`, `APIClient` and the request classes are exports of
[`customerio-node`](https://www.npmjs.com/package/customerio-node). Code that was written from memory imports them from
`@customerio/track`, `@customerio/node`, `@customerio/customerio-node`, `customer.io` or `customerio`. None of them exists, so
the import fails; and anyone may register a free name, after which `npm install` runs a stranger's code.

Only these names, and only where something is taken of them that nothing but the SDK exports. The rest of the file is
judged as if it imported the SDK. In package.json the entry that asks for such a name is reported. Silent where there
is something by that name: a module of the project, a path in `tsconfig.json`, a package of the workspace, a package that is
installed, or one that `package.json` takes from elsewhere (`"customerio": "npm:customerio-node@5"`).

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

Imports from `customerio-node`, where the SDK exports all that is imported; in package.json, asks for `customerio-node`, or
removes the entry where that is asked for already. Only suggested: the package has to be installed.

### References

- [npm: customerio-node](https://www.npmjs.com/package/customerio-node)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for wanted in cx.model.mistaken_wanted() {
        let package = wanted.package;
        let message = format!(
            "`{package}` is not a package of Customer.io: anyone may register that name, and the SDK is `{PACKAGE}`"
        );
        let help = format!("Ask for `{PACKAGE}`, and import from it.");
        suggested(report.at(wanted.range, Severity::Warning, message).help(help), wanted.repair);
    }
    if cx.model.is_mocked() {
        return;
    }
    for import in cx.model.mistaken_imports() {
        let Some(package) = taken_for_the_sdk(&import.specifier) else { continue };
        let Some(export) = of_the_sdk(import) else { continue };
        let message = format!(
            "`{package}` is not a package of Customer.io: anyone may register that name, and `{export}` is an export of \
             `{PACKAGE}`"
        );
        let draft = report.at(import.at, Severity::Warning, message).help(format!(
            "Install `{PACKAGE}`, import from it, and remove `{package}` from package.json if it is there."
        ));
        if is_all_of_the_sdk(import) {
            let edit = TextEdit::replace(import.at, PACKAGE);
            draft.fix(format!("Import from `{PACKAGE}`"), Applicability::Suggested, vec![edit]);
        }
    }
}

/// Whether the SDK exports each name that an import takes; of a module as a whole, each member that is used.
fn is_all_of_the_sdk(import: &SdkImport) -> bool {
    let is_export = |name: &str| Symbol::of(name).is_some();
    !import.names.is_empty()
        && import.names.iter().all(|name| match &name.export {
            Some(export) => is_export(export),
            None => !name.default && name.members.iter().all(|(member, _)| is_export(member)),
        })
}

/// The first name that an import takes which nothing but the SDK exports.
fn of_the_sdk(import: &SdkImport) -> Option<&'static str> {
    let exports = import.names.iter().filter_map(|name| name.export.as_ref());
    let members = import.names.iter().flat_map(|name| &name.members).map(|(member, _)| member);
    let mut symbols = exports.chain(members).filter_map(|name| Symbol::of(name));
    let tells =
        |symbol: &&Symbol| matches!(symbol.kind, SymbolKind::Client(_) | SymbolKind::Request | SymbolKind::Region(_));
    symbols.find(tells).map(|symbol| symbol.name)
}
