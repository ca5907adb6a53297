//! `legacy-default-import`: the module itself used as a class.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, ImportForm, ImportedName, SdkImport};
use crate::sdk::{ClientKind, PACKAGE, PackageModule, module_is_class};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "legacy-default-import",
    summary: "Module used as a class, which it is not since 3.0",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Always,
    versions: "3.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"Up to 2.1 the module was the class itself: `new CIO(siteId, apiKey)`. Since 3.0 it is an object of named exports, and the
class is called `TrackClient` ([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). `new` on
the module throws a `TypeError`.

### Invalid

```ts
// customerio-node 5.2.0
import CIO from "customerio-node";

const cio = new CIO(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
```

### Fix

Imports `TrackClient` under the name that the file uses, or reads it as a property of the module.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if !module_is_class(PackageModule::Root, ctx.model.version()).no() || ctx.model.file().is_mocked() {
        return;
    }
    let imports = ctx.model.imports().of_sdk();
    for client in ctx.model.clients().made().iter().filter(|client| client.kind == ClientKind::Legacy) {
        let written = ctx.model.text(client.class_range);
        let of_root = imports.iter().filter(|import| import.specifier == PACKAGE && !import.type_only);
        let mut names = of_root.flat_map(|import| import.names.iter().map(move |name| (import, name)));
        let Some((import, name)) = names.find(|(_, name)| name.export.is_none() && name.local == written) else {
            continue;
        };
        report
            .at(client.class_range, Severity::Error, format!("`{written}` is the module, not a class, since 3.0"))
            .why("`new` throws a TypeError")
            .help("Import the class by name: `import { TrackClient } from \"customerio-node\"`.")
            .related(Some(name.at), "it is imported here")
            .fix("Use `TrackClient`", applicability(import, name), || [edit(client, import, name)]);
    }
}

/// The applicability: the fix of a default import that stays one works where Node.js resolves it, but not with every
/// compiler.
fn applicability(import: &SdkImport, name: &ImportedName) -> Applicability {
    if name.default && !(name.members.is_empty() && is_alone(import, name)) {
        Applicability::Suggested
    } else {
        Applicability::Safe
    }
}

fn is_alone(import: &SdkImport, name: &ImportedName) -> bool {
    name.default && import.form == ImportForm::Statement && import.names.len() == 1
}

fn edit(client: &ClientMade, import: &SdkImport, name: &ImportedName) -> TextEdit {
    if name.members.is_empty() && is_alone(import, name) {
        TextEdit::replace(name.at, super::helpers::imports::track_client_as(&name.local))
    } else {
        // The module has the class, however it was imported.
        TextEdit::insert(client.class_range.end(), ".TrackClient")
    }
}
