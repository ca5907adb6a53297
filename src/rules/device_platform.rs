//! `device-platform`: a platform of a device that the API does not know.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Given;
use crate::sdk::{Class, Type, nearest};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "device-platform",
    summary: "A device is added for a platform that Customer.io does not know",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The platform of a device is `ios` or `android`, in small letters ([Track API](https://docs.customer.io/api/track/)). The
SDK sends any text; Customer.io knows no other one. Judged are known texts.

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

Writes a platform that is only spelled otherwise as the API wants it. Safe where only its case is another. For `web` or `fcm` there is none: only you know the
device.

### References

- [Customer.io: Track API, add or update a device](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in cx.model.sdk_calls() {
        let is_it = call.method.as_deref() == Some("addDevice") && Class::of(call.client) == Class::Track;
        let method = Class::Track.method("addDevice").filter(|_| is_it && !cx.model.is_mocked());
        let Some(parameters) = method.map(|method| method.parameters.newest()) else { continue };
        for (parameter, argument) in parameters.iter().zip(&call.arguments) {
            let Type::OneOf(platforms) = parameter.ty else { continue };
            let Given::Text(given) = cx.model.given(argument) else { continue };
            let Some(at) = argument.range.filter(|_| !given.is_empty() && !platforms.contains(&given.as_str())) else {
                continue;
            };
            let edit = nearest(&given, platforms.iter().copied()).zip(cx.model.inside_quotes(argument));
            // `iOS` is surely meant; of other words it is a guess.
            let sure = edit.is_some_and(|(near, _)| near.eq_ignore_ascii_case(&given));
            let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
            let edits = edit.map(|(near, at)| TextEdit::replace(at, near)).into_iter().collect();
            report
                .at(at, Severity::Error, format!("`{given}` is no platform: the API knows `ios` and `android`"))
                .help("Pass `\"ios\"` or `\"android\"`.")
                .related_at(cx.model.origin(argument), "the platform is written here")
                .fix("Write it as the API does", applicability, edits);
        }
    }
}
