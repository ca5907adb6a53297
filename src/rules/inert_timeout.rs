//! `inert-timeout`: a timeout that the installed version ignores.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::{ClientOption, Effect};

pub const META: RuleMeta = RuleMeta {
    id: "inert-timeout",
    summary: "`timeout` that the installed version of the SDK ignores",
    category: "versions",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: ">=3.0.0 <4.5.0",
    options: &[],
    yields_to: &[],
    docs: r#"From 3.0 to 4.4 the SDK accepts the option `timeout` and ignores it: a request without a response waits forever, and so does the code
that awaits it, for example a queue job that is then delivered a second time
([customerio-node#173](https://github.com/customerio/customerio-node/issues/173)).

### Invalid

```ts
// customerio-node 4.4.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { timeout: 5000 });
```

### Valid

```ts
// customerio-node 4.5.1
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { timeout: 5000 });
```

### Fix

None: upgrade the SDK.

### References

- [customerio-node#173](https://github.com/customerio/customerio-node/issues/173)
- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let Some(version) = ctx.model.version() else { return };
    for client in ctx.model.clients().made() {
        let is_inert = ClientOption::of(client.kind, "timeout")
            .is_some_and(|option| option.effect(Some(version)) == Some(Effect::Ignored));
        for key in client.option_keys.iter().filter(|given| is_inert && given.key == "timeout") {
            report
                .at(key.at, Severity::Warning, format!("`timeout` has no effect in customerio-node {version}"))
                .why("a request without a response waits forever")
                .help("Upgrade to 4.5 or newer, or race the call against a timer: `Promise.race([call, timeout])`.");
        }
    }
}
