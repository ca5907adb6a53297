//! `legacy-subpath-import`: a module of the package that is there no more.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ImportForm, SdkImport};
use crate::sdk::{PACKAGE, Place};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "legacy-subpath-import",
    summary: "A module of the package is imported that is gone since 3.0",
    category: "imports",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.0 and newer",
    options: &[],
    docs: r#"Versions 1.0 to 2.1 had the modules `customerio-node/api`, `customerio-node/track` and `customerio-node/regions`. Since
3.0 `customerio-node` exports everything
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)), and the import fails when it runs:
`MODULE_NOT_FOUND`, since 5.0 `ERR_PACKAGE_PATH_NOT_EXPORTED`. A warning for imports of types alone.

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

Imports from `customerio-node`; what was the class of `customerio-node/track` is its `TrackClient`.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if !cx.model.at_least(3, 0, 0) || cx.model.is_mocked() {
        return;
    }
    for import in cx.model.sdk_imports() {
        let place = Place::of(&import.specifier).filter(|place| place.versions().has(cx.model.version()).no());
        let Some(place) = place else { continue };
        let severity = if import.type_only { Severity::Warning } else { Severity::Error };
        report
            .at(import.at, severity, format!("`{}` is gone since 3.0: it cannot be resolved", import.specifier))
            .help("Import from `customerio-node`, which exports all of it by name.")
            .fix("Import from `customerio-node`", Applicability::Safe, edits(import, place));
    }
}

fn edits(import: &SdkImport, place: Place) -> Vec<TextEdit> {
    let root = TextEdit::replace(import.at, PACKAGE);
    match (place, import.form, import.names.as_slice()) {
        // What they exported by name the root exports too.
        (Place::Api | Place::Regions, ..) => vec![root],
        (_, ImportForm::Statement, [name]) if name.default && name.members.is_empty() => {
            vec![TextEdit::replace(name.at, super::judge::imports::track_client_as(&name.local)), root]
        }
        (_, ImportForm::Require, names)
            if names.iter().all(|name| name.export.is_none() && name.members.is_empty()) =>
        {
            vec![root, TextEdit::insert(import.range.end(), ".TrackClient")]
        }
        _ => Vec::new(),
    }
}
