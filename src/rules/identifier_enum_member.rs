//! `identifier-enum-member`: a member that an enumeration of the SDK does not have.

use super::{Context, FixAvailability, Report, Preset, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::{Enumeration, Known};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "identifier-enum-member",
    summary: "A member of an enumeration of the SDK does not exist, and is `undefined`",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.4 and newer",
    options: &[],
    docs: r#"The members of `IdentifierType` are `Id`, `Email` and `CioId`
([customerio-node](https://github.com/customerio/customerio-node/blob/main/lib/types.ts)); `IdentifierType.ID`, as its own
README had it, is `undefined`. `getAttributes` then takes `id` without a word, and `mergeCustomers` throws. The same is
true for `FilterOperator` and `DeliveryExportMetric`.

### Invalid

```ts
import { APIClient, IdentifierType } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.getAttributes("a@example.com", IdentifierType.EMAIL);
```

### Valid

```ts
import { APIClient, IdentifierType } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.getAttributes("a@example.com", IdentifierType.Email);
```

### Fix

Writes the member whose name is the same but for its case, or near.

### References

- [customerio-node: `IdentifierType`](https://github.com/customerio/customerio-node/blob/main/lib/types.ts)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    // A newer version may have more members.
    if matches!(Known::of(cx.model.version()), Known::Newer(_)) || cx.model.is_mocked() {
        return;
    }
    for taken in cx.model.enum_members() {
        let Some(enumeration) = Enumeration::of(&taken.enumeration) else { continue };
        let missing = enumeration.value(&taken.member).is_none();
        // Without the enumeration itself, that is what is to be said.
        if !missing || enumeration.versions.has(cx.model.version()).no() || IS_OBJECT.contains(&taken.member.as_str()) {
            continue;
        }
        let members: Vec<String> = enumeration.members.iter().map(|(name, _)| format!("`{name}`")).collect();
        let message = format!("`{}` has no member `{}`: this is `undefined`", enumeration.name, taken.member);
        let near = enumeration.nearest_member(&taken.member);
        let edits = near.map(|near| TextEdit::replace(taken.at, near)).into_iter().collect();
        report
            .at(taken.at, Severity::Error, message)
            .help(format!("It has {}.", members.join(", ")))
            .fix(format!("Write `{}`", near.unwrap_or_default()), Applicability::Safe, edits);
    }
}

/// What every object has.
const IS_OBJECT: &[&str] = &["constructor", "hasOwnProperty", "toString", "valueOf"];
