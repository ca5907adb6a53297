//! `legacy-subpath-import`: a module of the package that no longer exists.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ImportForm, SdkImport};
use crate::sdk::{PACKAGE, PackageModule};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "legacy-subpath-import",
    summary: "Import of a module of the package that was removed in 3.0",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"Versions 1.0 to 2.1 had the modules `customerio-node/api`, `customerio-node/track` and `customerio-node/regions`. Since 3.0
`customerio-node` exports everything ([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)), and the
import fails at run time with `MODULE_NOT_FOUND`, since 5.0 with `ERR_PACKAGE_PATH_NOT_EXPORTED`. For imports of types alone this is a
warning.

### Invalid

```ts
// customerio-node 5.2.0
import { APIClient } from "customerio-node/api";
```

### Valid

```ts
// customerio-node 5.2.0
import { APIClient } from "customerio-node";
```

### Fix

Imports from `customerio-node`. The class of `customerio-node/track` is now `TrackClient`.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if !ctx.model.at_least(3, 0, 0) || ctx.model.file().is_mocked() {
        return;
    }
    for import in ctx.model.imports().of_sdk() {
        let place = PackageModule::of(&import.specifier).filter(|place| place.versions().has(ctx.model.version()).no());
        let Some(place) = place else { continue };
        let severity = if import.type_only { Severity::Warning } else { Severity::Error };
        report
            .at(import.at, severity, format!("`{}` was removed in 3.0", import.specifier))
            .why("Node cannot resolve the import")
            .help("Import from `customerio-node`, which exports everything by name.")
            .fix("Import from `customerio-node`", Applicability::Safe, || edits(import, place));
    }
}

fn edits(import: &SdkImport, place: PackageModule) -> Vec<TextEdit> {
    let root = TextEdit::replace(import.at, PACKAGE);
    match (place, import.form, import.names.as_slice()) {
        // The root has their named exports too.
        (PackageModule::Api | PackageModule::Regions, ..) => vec![root],
        (_, ImportForm::Statement, [name]) if name.default && name.members.is_empty() => {
            vec![TextEdit::replace(name.at, super::helpers::imports::track_client_as(&name.local)), root]
        }
        (_, ImportForm::Require, names)
            if names.iter().all(|name| name.export.is_none() && name.members.is_empty()) =>
        {
            vec![root, TextEdit::insert(import.range.end(), ".TrackClient")]
        }
        _ => Vec::new(),
    }
}
