//! `unknown-package`: the SDK is imported by a name that is not its own.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::SdkImport;
use crate::sdk::{PACKAGE, Symbol, SymbolKind, taken_for_the_sdk};

pub const META: RuleMeta = RuleMeta {
    id: "unknown-package",
    summary: "The SDK is imported from a package that is not the SDK",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"`TrackClient`, `APIClient` and the request classes are exports of
[`customerio-node`](https://www.npmjs.com/package/customerio-node). Code that was written from memory imports them from
`@customerio/track`, `customer.io` or `customerio`, none of which Customer.io publishes: the import cannot be resolved, or,
worse, somebody else's package by that name is installed.

Only these three names, and only where something is taken of them that nothing but the SDK exports. Silent where there
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

None: the package has to be installed first, and what else the code takes for granted about it is open.

### References

- [npm: customerio-node](https://www.npmjs.com/package/customerio-node)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    for import in cx.model.mistaken_imports() {
        let Some(package) = taken_for_the_sdk(&import.specifier) else { continue };
        let Some(export) = of_the_sdk(import) else { continue };
        let message = format!(
            "`{package}` is not the SDK, and no package of Customer.io: `{export}` is an export of `{PACKAGE}`"
        );
        report.at(import.at, Severity::Info, message).help(format!("Install `{PACKAGE}`, and import from it."));
    }
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
