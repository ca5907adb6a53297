//! `method-not-in-version`: a call of a method that is missing or broken in the installed version.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::defects::defects;
use crate::sdk::{ClientClass, RuntimeExport};
use crate::text::TextEdit;
use semver::Version;

pub const META: RuleMeta = RuleMeta {
    id: "method-not-in-version",
    summary: "Call of a method that is missing or broken in the installed version of the SDK",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The SDK's methods differ between versions: `batch` was added in 5.0, and `triggerBroadcast` moved from the Track client to
`APIClient` in 2.0 ([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). Calling a method
that the installed version does not have throws a `TypeError`.

Two methods were released broken: `mergeCustomers` sends to the wrong host up to 3.3.3, and `getCustomersByEmail` drops the
address in 3.4. These calls always fail.

The rule applies only if the installed version is known and listed; versions newer than the list, and the few that could
not be examined, are skipped. The finding is a warning if only a type says that the value is a client. Nothing is reported
where [`unknown-method`](#unknown-method) is silent, or where the version has no such client at all: then
[`unknown-export`](#unknown-export) reports its import.

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

Calls the method of the same client that replaced it, if the version has it. Only suggested: check its arguments. For a
method that was added later, upgrade the SDK.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let Some(version) = ctx.model.version() else { return };
    for call in ctx.model.calls().missing() {
        let class = ClientClass::of(call.client);
        let Some(method) = class.method(&call.name) else { continue };
        if ctx.model.file().is_mocked() {
            continue;
        }
        // A client that does not exist at all is reported at its import.
        if RuntimeExport::of(call.client.class_name()).is_some_and(|class| !class.is_anywhere(version)) {
            continue;
        }
        let severity = if call.made.is_some() { Severity::Error } else { Severity::Warning };
        let class_name = call.client.class_name();
        let what = format!("{class_name} has no `{}` in customerio-node {version} ({})", call.name, method.versions);
        let instead = method.instead.filter(|(class, name)| class.has_method(name, Some(version)).yes());
        let help = match instead {
            Some((class, name)) => format!("Call `{name}` of {}.", class.as_str()),
            None => "Install a version that has it, or remove the call.".to_owned(),
        };
        let mut draft = report.at(call.at, severity, what).why("the call throws a TypeError").help(help);
        if let Some((_, name)) = instead.filter(|(of, _)| *of == class) {
            let edit = TextEdit::replace(call.at, name);
            draft = draft.fix(format!("Change to `{name}`"), Applicability::Suggested, || [edit]);
        }
        draft.related_at(call.made.clone(), "the client is created here");
    }
    broken(ctx, version, report);
}

/// Reports calls of methods that exist but never work.
fn broken(ctx: &Context<'_>, version: &Version, report: &mut Report<'_>) {
    for defect in defects(Some(version)).filter(|defect| !defect.still_works) {
        let Some(name) = defect.method else { continue };
        if ctx.model.file().is_mocked() {
            continue;
        }
        for call in ctx
            .model
            .calls()
            .of_sdk()
            .iter()
            .filter(|call| call.through.is_none() && call.method.as_deref() == Some(name))
        {
            report
                .at(call.name, Severity::Error, format!("in customerio-node {version}, {}", defect.what))
                .help(format!("Upgrade to {} or newer.", defect.fixed_in));
        }
    }
}
