//! `identifier-enum-member`: a member that an enum of the SDK does not have.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Model;
use crate::sdk::{ClientClass, Enumeration, KnownVersion, ParamType, same_words};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "identifier-enum-member",
    summary: "Enum member that the SDK does not define, so it is `undefined`",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.4 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The members of `IdentifierType` are `Id`, `Email` and `CioId`
([customerio-node](https://github.com/customerio/customerio-node/blob/main/lib/types.ts)); `IdentifierType.ID`, as its own
README had it, is `undefined`. `getAttributes` then silently uses `id`, and `mergeCustomers` throws. The same is true for
`FilterOperator` and `DeliveryExportMetric`.

This is a warning where `id` is intended and used anyway, and where the value is not passed to a call of the SDK.

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

Changes the member to the one that differs only in case; or, suggested, to a similar one.

### References

- [customerio-node: `IdentifierType`](https://github.com/customerio/customerio-node/blob/main/lib/types.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    // A newer version may have more members.
    if matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) || ctx.model.file().is_mocked() {
        return;
    }
    for taken in ctx.model.imports().enum_members() {
        let Some(enumeration) = Enumeration::of(&taken.enumeration) else { continue };
        let missing = enumeration.value(&taken.member).is_none();
        // In a version without the enum itself, that is the mistake to report.
        if !missing || enumeration.versions.has(ctx.model.version()).no() || IS_OBJECT.contains(&taken.member.as_str())
        {
            continue;
        }
        let members: Vec<String> = enumeration.members.iter().map(|(name, _)| format!("`{name}`")).collect();
        let near = enumeration.nearest_member(&taken.member);
        let (severity, effect) = match place_of(ctx.model, taken.range) {
            Some(Place::Optional) if near == Some(DEFAULT_KIND) => {
                (Severity::Warning, "this is `undefined`, and works only because `id` is the default")
            }
            Some(_) => (Severity::Error, "this is `undefined`"),
            // Its use is not known.
            None => (Severity::Warning, "this is `undefined`"),
        };
        let what = format!("`{}` has no member `{}`", enumeration.name, taken.member);
        let sure = near.is_some_and(|near| same_words(near, &taken.member) || near.eq_ignore_ascii_case(&taken.member));
        let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
        report.at(taken.at, severity, what).why(effect).help(format!("Use one of {}.", members.join(", "))).fix(
            format!("Change to `{}`", near.unwrap_or_default()),
            applicability,
            || near.map(|near| TextEdit::replace(taken.at, near)),
        );
    }
}

/// The kind of identifier that the SDK uses by default.
const DEFAULT_KIND: &str = "Id";

/// The parameter of an SDK call that an expression is passed as.
enum Place {
    /// An optional kind of identifier.
    Optional,
    /// Any other one.
    Other,
}

fn place_of(model: &Model<'_>, given: TextRange) -> Option<Place> {
    model.calls().of_sdk().iter().find_map(|call| {
        let at =
            call.arguments.iter().position(|argument| argument.range.is_some_and(|range| range.contains(given)))?;
        let method = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name));
        let parameter = method.and_then(|method| method.parameters.newest().get(at));
        let optional = parameter.is_some_and(|it| it.ty == ParamType::IdentifierType && !it.required);
        Some(if optional { Place::Optional } else { Place::Other })
    })
}

/// Members that every object has.
const IS_OBJECT: &[&str] = &["constructor", "hasOwnProperty", "toString", "valueOf"];
