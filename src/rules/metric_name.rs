//! `metric-name`: a metric that does not exist in any channel.

use super::helpers::words::judge;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::ClientClass;
use crate::sdk::events::METRICS;

pub const META: RuleMeta = RuleMeta {
    id: "metric-name",
    summary: "`reportMetric` reports a metric that Customer.io does not have",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.1 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"`reportMetric` reports the outcome of a delivery: `bounced`, `clicked`, `converted`, `deferred`, `delivered`, `dropped`,
`opened` or `spammed`. Not every channel has all of them
([Track API: report metrics](https://docs.customer.io/api/track/#operation/metrics)); the code does not show a delivery's
channel, so the rule reports only metrics that do not exist in any channel. A difference in capitalization is a warning.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.reportMetric({ delivery_id: "d1", metric: "open" });
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.reportMetric({ delivery_id: "d1", metric: "opened" });
```

### Fix

Changes to the metric with the most similar name. Only suggested.

### References

- [Track API: report metrics](https://docs.customer.io/api/track/#operation/metrics)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    let mut known: Vec<&str> = METRICS.iter().flat_map(|(_, metrics)| metrics.iter().copied()).collect();
    known.sort_unstable();
    known.dedup();
    for call in ctx.model.calls().every() {
        let is_it =
            call.method.as_deref() == Some("reportMetric") && ClientClass::of(call.client) == ClientClass::Track;
        let data = if is_it { call.argument(0) } else { None };
        let fields = data.and_then(|data| ctx.model.fields(data));
        if let Some(metric) = fields.as_ref().and_then(|fields| fields.get("metric")) {
            judge(ctx.model, call, &metric.value, ("metric", &known), report);
        }
    }
}
