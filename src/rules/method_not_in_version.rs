//! `method-not-in-version`: a call of a method that the installed version does not have, or has broken.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::defects::defects;
use crate::sdk::{Class, Symbol};
use crate::text::TextEdit;
use semver::Version;

pub const META: RuleMeta = RuleMeta {
    id: "method-not-in-version",
    summary: "A method is called that the installed version of the SDK does not have, or that never works in it",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Methods come and go: `batch` is there since 5.0, `triggerBroadcast` moved from the Track client to `APIClient` in 2.0
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). A call of a method that the installed
version does not have is a `TypeError` when it runs.

Two methods came broken: `mergeCustomers` asks the wrong host up to 3.3.3, and `getCustomersByEmail` drops the address in 3.4.
Their calls always fail.

Only where the installed version is known, and neither newer than this rule knows nor one of the few that nobody could
look into. A warning where only a type says that it is a client; silent where [`unknown-method`](#unknown-method) is, and where the
version has no such client at all, which [`unknown-export`](#unknown-export) tells of its import.

### Invalid

```ts
// customerio-node 4.5.1
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.batch([{ type: "person", action: "delete", identifiers: { id: "42" } }]);
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const { errors } = await cio.batch([{ type: "person", action: "delete", identifiers: { id: "42" } }]);
```

### Fix

Calls the method of the same client that took its place, where the version has it. Suggested: look at its arguments. For
a method that came later, update the SDK.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let Some(version) = cx.model.version() else { return };
    for call in cx.model.missing_calls() {
        let class = Class::of(call.client);
        let Some(method) = class.method(&call.name).filter(|_| !cx.model.is_mocked()) else { continue };
        // That there is no such client at all is said where it is imported.
        if Symbol::of(call.client.class_name()).is_some_and(|class| !class.is_anywhere(version)) {
            continue;
        }
        let severity = if call.made.is_some() { Severity::Error } else { Severity::Warning };
        let message = format!(
            "customerio-node {version} has no `{}` in {} ({}): this throws a TypeError",
            call.name,
            call.client.class_name(),
            method.versions
        );
        let instead = method.instead.filter(|(class, name)| class.has_method(name, Some(version)).yes());
        let help = match instead {
            Some((class, name)) => format!("Call `{name}` of {}.", class.as_str()),
            None => "Install a version that has it, or do without.".to_owned(),
        };
        let mut draft = report.at(call.at, severity, message).help(help);
        if let Some((_, name)) = instead.filter(|(of, _)| *of == class) {
            let edit = TextEdit::replace(call.at, name);
            draft = draft.fix(format!("Call `{name}`"), Applicability::Suggested, vec![edit]);
        }
        draft.related_at(call.made.clone(), "the client is made here");
    }
    broken(cx, version, report);
}

/// Calls of methods that are there and never work.
fn broken(cx: &Context<'_>, version: &Version, report: &mut Report<'_>) {
    for defect in defects(Some(version)).filter(|defect| !defect.still_works) {
        let Some(name) = defect.method else { continue };
        let calls = cx.model.sdk_calls().iter().filter(|_| !cx.model.is_mocked());
        for call in calls.filter(|call| call.through.is_none() && call.method.as_deref() == Some(name)) {
            report
                .at(call.name, Severity::Error, format!("in customerio-node {version} {}", defect.what))
                .help(format!("Upgrade to {} or newer.", defect.fixed_in));
        }
    }
}
