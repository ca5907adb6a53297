//! `dynamic-event-name`: an event name that is data, or contains a varying part.

use super::helpers::composed::{Varying, data_key, moved, names};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ComposedName, Whole};

pub const META: RuleMeta = RuleMeta {
    id: "dynamic-event-name",
    summary: "Event name that is data, or contains a varying part",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &["pii-in-event-name"],
    docs: r#"Customer.io identifies an event by its exact name ([Track API](https://docs.customer.io/api/track/)): with an order number in the
name, each order creates a new event. No campaign can wait for all of them, and the list of events in the dashboard grows without
bound. Varying values belong in `data`, where conditions and messages can read them.

A value that certainly has many values is a warning: ids, numbers, times, titles, random values. Other parts (a plan, a step) are a
hint: they may have few values, and each may well be an event of its own. The rule ignores variables that already hold a name
(`app_${eventName}`), parts whose values are all known, environment variables, and paths and pages. Parts that
identify a person are reported by `pii-in-event-name`.

A name that is nothing but data is reported too: `order.coupons[0].code`, `product.title`, an id. A value from the request
(`req.body.type`) is informational, because anyone who can send the request can create events with it. The rule ignores constants,
enums, lookup tables, types with a few values, and values that the file compares or looks up elsewhere.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function purchased(id: string, productId: string) {
  await cio.track(id, { name: `purchased_${productId}` });
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function redeemed(id: string, order: { coupons: { code: string }[] }) {
  await cio.track(id, { name: order.coupons[0].code });
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

Moves the part into `data`, if it is the only one, at the start or end of a name that is written in the call. Suggested: the event
then has a different name, which campaigns have to wait for.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: events](https://docs.customer.io/journeys/events/)
"#,
};

/// Last words of names of values that differ for each thing or moment.
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

/// Last words of names of values that are event names already, or constant for a deployment.
const NAMES: &[&str] = &["app", "env", "environment", "event", "name", "namespace", "prefix", "suffix"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (name, varying) in names(ctx.model) {
        match name.whole {
            Some(whole) => data(ctx, report, name, &varying[..], whole),
            None if varying.iter().all(is_name) => {}
            None => part(ctx, report, name, &varying),
        }
    }
}

/// Reports a name with a varying part.
fn part(ctx: &Context<'_>, report: &mut Report<'_>, name: &ComposedName, varying: &[Varying]) {
    let many = varying.iter().find(|it| has_many_values(it));
    let (severity, why) = match many {
        Some(_) => (Severity::Warning, "Customer.io creates a new event for each value, and no campaign waits for it"),
        None => (Severity::Hint, "Customer.io creates a new event for each value"),
    };
    let part = many.or_else(|| varying.iter().find(|it| !is_name(it)));
    let part = part.and_then(|part| part.at).map(|at| format!("`{}`", ctx.model.text(at)));
    let what = format!("event name contains {}", part.as_deref().unwrap_or("a varying part"));
    report
        .at(name.at, severity, what)
        .why(why)
        .help(format!("Name the event after what happened, and put the varying part into `{}`.", data_key(name)))
        .related_at(name.origin.clone(), "the name is composed here")
        .fix("Move the varying part into `data`", Applicability::Suggested, || {
            moved(ctx.model, name).unwrap_or_default()
        });
}

/// Reports a name that is data and nothing else.
fn data(ctx: &Context<'_>, report: &mut Report<'_>, name: &ComposedName, varying: &[Varying], whole: Whole) {
    let [only] = varying else { return };
    let text = only.at.map(|at| ctx.model.text(at));
    let severity = if names_an_event(only) {
        return;
    } else if is_data(only, text.as_deref()) {
        Severity::Warning
    } else if whole.is_from_request {
        Severity::Info
    } else {
        return;
    };
    let why = if whole.is_from_request {
        "anyone who can send the request chooses the name, and no campaign waits for a new one"
    } else {
        "Customer.io creates a new event for each value, and no campaign waits for it"
    };
    let text = text.map(|text| format!("`{text}`"));
    report
        .at(name.at, severity, format!("event name is the value of {}", text.as_deref().unwrap_or("an expression")))
        .why(why)
        .help(format!("Name the event after what happened, and put this value into `{}`.", data_key(name)))
        .related_at(name.origin.clone(), "the name comes from here");
}

fn has_many_values(varying: &Varying) -> bool {
    let last = varying.words.last();
    varying.is_new_each_time || last.is_some_and(|last| MANY.contains(&last.as_str()))
}

fn is_name(varying: &Varying) -> bool {
    varying.is_variable && varying.words.last().is_some_and(|last| NAMES.contains(&last.as_str()))
}

/// Returns whether a value is an event name, by the words of its own name.
fn names_an_event(varying: &Varying) -> bool {
    let says =
        |word: &String| matches!(word.as_str(), "action" | "activity" | "event" | "events" | "topic" | "trigger");
    let (last, before) = match &varying.words[..] {
        [.., before, last] => (last.as_str(), Some(before.as_str())),
        [last] => (last.as_str(), None),
        [] => return true,
    };
    let of_a_thing = last == "name" && before.is_some_and(|before| THINGS.contains(&before));
    varying.words.iter().any(says) || NAMES.contains(&last) && !of_a_thing
}

/// Returns whether a value that is all of a name differs for each thing or moment.
fn is_data(varying: &Varying, text: Option<&str>) -> bool {
    let words: Vec<&str> = varying.words.iter().map(String::as_str).collect();
    match (words.as_slice(), varying.is_variable) {
        // A variable of one word may be anything that its function is called with.
        ([_], true) => varying.is_new_each_time,
        ([.., of, "name"], _) => THINGS.contains(of),
        ([.., "code"], _) => text.is_some_and(|text| {
            let text = text.to_lowercase();
            CODES.iter().any(|word| text.contains(word))
        }),
        ([.., last], true) => varying.is_new_each_time || matches!(*last, "guid" | "id" | "sku" | "url" | "uuid"),
        ([.., last], false) => varying.is_new_each_time || MANY.contains(last) || CONTENTS.contains(last),
        ([], _) => false,
    }
}

/// Last words of names of texts that people write.
const CONTENTS: &[&str] = &["address", "comment", "content", "description", "filename", "message", "note", "subject"];

/// Things with a name of their own, different for each.
const THINGS: &[&str] = &[
    "article",
    "brand",
    "category",
    "company",
    "course",
    "file",
    "item",
    "organization",
    "product",
    "project",
    "segment",
    "store",
    "team",
    "workspace",
];

/// Words beside `code` if it belongs to a thing, rather than to an error or a kind of event.
const CODES: &[&str] = &[
    "booking", "coupon", "discount", "gift", "invit", "order", "postal", "product", "promo", "referral", "ticket",
    "voucher", "zip",
];
