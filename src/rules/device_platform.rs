//! `device-platform`: a device platform that the API does not support.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Given;
use crate::sdk::{ClientClass, ParamType, nearest};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "device-platform",
    summary: "Device platform that Customer.io does not support",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The platform of a device is `ios` or `android`, in lower case ([Track API](https://docs.customer.io/api/track/)). The SDK sends any
string; Customer.io supports no other platform. The rule checks strings whose value is known.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.addDevice("42", "device-token", "iOS");
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.addDevice("42", "device-token", "ios");
```

### Fix

Changes a misspelled platform to the one that the API expects. Safe where only the case differs. There is no fix for `web` or `fcm`:
only you know the device.

### References

- [Customer.io: Track API, add or update a device](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in ctx.model.calls().every() {
        let is_it = call.method.as_deref() == Some("addDevice") && ClientClass::of(call.client) == ClientClass::Track;
        let method = if is_it && !ctx.model.file().is_mocked() { ClientClass::Track.method("addDevice") } else { None };
        let Some(parameters) = method.map(|method| method.parameters.newest()) else { continue };
        for (parameter, argument) in parameters.iter().zip(&call.arguments) {
            let ParamType::OneOf(platforms) = parameter.ty else { continue };
            let Given::Text(given) = ctx.model.given(argument) else { continue };
            let Some(at) = argument.range else { continue };
            if given.is_empty() || platforms.contains(&given.as_str()) {
                continue;
            }
            let edit = nearest(&given, platforms.iter().copied()).zip(ctx.model.inside_quotes(argument));
            // `iOS` can only mean `ios`; for other strings it is a guess.
            let sure = edit.is_some_and(|(near, _)| near.eq_ignore_ascii_case(&given));
            let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
            report
                .at(at, Severity::Error, format!("`{given}` is not a device platform"))
                .why("Customer.io supports only `ios` and `android`")
                .help("Pass `\"ios\"` or `\"android\"`.")
                .related_at(ctx.model.origin(argument), "the platform is defined here")
                .fix(format!("Change to `{}`", edit.map(|(near, _)| near).unwrap_or_default()), applicability, || {
                    edit.map(|(near, at)| TextEdit::replace(at, near))
                });
        }
    }
}
