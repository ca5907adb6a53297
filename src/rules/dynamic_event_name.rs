//! `dynamic-event-name`: an event name with a part that varies.

use super::judge::composed::{Varying, is_personal, moved, names};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "dynamic-event-name",
    summary: "An event name is put together of parts that vary",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Customer.io knows an event by its name, letter by letter ([Track API](https://docs.customer.io/api/track/)): with an order's number
in it, each order makes another event. No campaign can wait for all of them, and the list of events in the dashboard grows
without end. What varies belongs into `data`, where conditions and messages can read it.

A warning for what surely has many values: ids, numbers, times, titles, random values. For other parts (a plan, a step) it
is a hint: they may have few values, and each may well be an event of its own. Not judged are variables that hold a name
already (`app_${eventName}`), parts whose values are all known, variables of the environment, paths and pages, and
`PipelinesClient`. Parts that name a person are told by `pii-in-event-name`.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function purchased(id: string, productId: string) {
  await cio.track(id, { name: `purchased_${productId}` });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function purchased(id: string, productId: string) {
  await cio.track(id, { name: "purchased", data: { product_id: productId } });
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function send(id: string, eventName: string) {
  await cio.track(id, { name: `shop_${eventName}` });
}
```

### Fix

Takes the part out of the name and puts it into `data`, where it is one part at an end of a name that is written in place.
Suggested: it is another event then, for which campaigns have to wait.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: events](https://docs.customer.io/journeys/events/)
"#,
};

/// Last words of what has as many values as there are things or moments.
const MANY: &[&str] = &[
    "amount",
    "count",
    "date",
    "day",
    "guid",
    "hash",
    "id",
    "ip",
    "number",
    "price",
    "query",
    "sku",
    "slug",
    "timestamp",
    "title",
    "token",
    "total",
    "uid",
    "url",
    "uuid",
];

/// Last words of what is a name already, or the same for a whole deployment.
const NAMES: &[&str] = &["app", "env", "environment", "event", "name", "namespace", "prefix", "suffix"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (name, varying) in names(cx.model) {
        if varying.iter().any(is_personal) || varying.iter().all(is_name) {
            continue;
        }
        let many = varying.iter().find(|it| has_many_values(it));
        let (severity, what) = match many {
            Some(_) => (Severity::Warning, "each value of it makes another event, which no campaign waits for"),
            None => (Severity::Hint, "each value of it makes another event"),
        };
        let part = many.or_else(|| varying.iter().find(|it| !is_name(it)));
        let part = part.and_then(|part| part.at).map(|at| format!("`{}`", cx.model.text(at)));
        let message = format!("the event's name holds {}: {what}", part.as_deref().unwrap_or("what varies"));
        report
            .at(name.at, severity, message)
            .help("Name the event for what happened, and put what varies into `data`.")
            .related_at(name.origin.clone(), "the name is put together here")
            .fix("Move what varies into `data`", Applicability::Suggested, moved(cx.model, name).unwrap_or_default());
    }
}

fn has_many_values(varying: &Varying) -> bool {
    let last = varying.words.last();
    varying.is_new_each_time || last.is_some_and(|last| MANY.contains(&last.as_str()))
}

fn is_name(varying: &Varying) -> bool {
    varying.is_variable && varying.words.last().is_some_and(|last| NAMES.contains(&last.as_str()))
}
