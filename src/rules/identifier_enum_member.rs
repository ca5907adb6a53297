//! `identifier-enum-member`: a member that an enumeration of the SDK does not have.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Model;
use crate::sdk::{Class, Enumeration, Known, Type, same_words};
use crate::text::{TextEdit, TextRange};

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

It is a warning where `id` is meant and taken anyway, and where no call of the SDK is seen to get it.

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

Writes the member whose name is the same but for its case, or, suggested, one that is near.

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
        let near = enumeration.nearest_member(&taken.member);
        let (severity, effect) = match place_of(cx.model, taken.range) {
            Some(Place::Optional) if near == Some(DEFAULT_KIND) => {
                (Severity::Warning, ", and works only because `id` is taken where nothing is given")
            }
            Some(_) => (Severity::Error, ""),
            // What becomes of it is not seen.
            None => (Severity::Warning, ""),
        };
        let message = format!("`{}` has no member `{}`: this is `undefined`{effect}", enumeration.name, taken.member);
        let sure = near.is_some_and(|near| same_words(near, &taken.member) || near.eq_ignore_ascii_case(&taken.member));
        let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
        let edits = near.map(|near| TextEdit::replace(taken.at, near)).into_iter().collect();
        report.at(taken.at, severity, message).help(format!("It has {}.", members.join(", "))).fix(
            format!("Write `{}`", near.unwrap_or_default()),
            applicability,
            edits,
        );
    }
}

/// The kind of identifier that the SDK takes where none is given.
const DEFAULT_KIND: &str = "Id";

/// The place of a call of the SDK that an expression is given in.
enum Place {
    /// A kind of identifier that may be left out.
    Optional,
    /// Any other one.
    Other,
}

fn place_of(model: &Model<'_>, given: TextRange) -> Option<Place> {
    model.sdk_calls().iter().find_map(|call| {
        let at =
            call.arguments.iter().position(|argument| argument.range.is_some_and(|range| range.contains(given)))?;
        let method = call.method.as_deref().and_then(|name| Class::of(call.client).method(name));
        let parameter = method.and_then(|method| method.parameters.newest().get(at));
        let optional = parameter.is_some_and(|it| it.ty == Type::IdentifierType && !it.required);
        Some(if optional { Place::Optional } else { Place::Other })
    })
}

/// What every object has.
const IS_OBJECT: &[&str] = &["constructor", "hasOwnProperty", "toString", "valueOf"];
