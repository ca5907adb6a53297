//! `inert-timeout`: a timeout that the installed version does not keep.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::{ClientOption, Effect};

pub const META: RuleMeta = RuleMeta {
    id: "inert-timeout",
    summary: "A timeout is set that the installed version of the SDK does not keep",
    category: "versions",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: ">=3.0.0 <4.5.0",
    options: &[],
    docs: r#"From 3.0 to 4.4 the SDK takes the option `timeout` and does nothing about it: a request to which no answer comes waits for
ever, and so does what waits for it, a job of a queue for instance, which is then handed out a second time
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

None: a newer version has to be installed.

### References

- [customerio-node#173](https://github.com/customerio/customerio-node/issues/173)
- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let Some(version) = cx.model.version() else { return };
    for client in cx.model.clients() {
        let is_inert = ClientOption::of(client.kind, "timeout")
            .is_some_and(|option| option.effect(Some(version)) == Some(Effect::Ignored));
        for key in client.option_keys.iter().filter(|given| is_inert && given.key == "timeout") {
            let message = format!(
                "`timeout` does nothing in customerio-node {version}: a request without an answer waits for ever"
            );
            report.at(key.at, Severity::Warning, message).help(
                "Upgrade to 4.5 or newer; until then let the call race against a timer: `Promise.race([call, timeout])`.",
            );
        }
    }
}
