//! `dynamic-event-name`: an event name that is data, or has a part that varies.

use super::judge::composed::{Varying, is_personal, moved, names};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ComposedName, Whole};

pub const META: RuleMeta = RuleMeta {
    id: "dynamic-event-name",
    summary: "An event name is data, or holds a part that varies",
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
is a hint: they may have few values, and each may well be an event of its own. The rule ignores variables that hold a name
already (`app_${eventName}`), parts whose values are all known, variables of the environment, paths and pages, and
`PipelinesClient`. Parts that name a person are reported by `pii-in-event-name`.

A name that is nothing but data is reported too: `order.coupons[0].code`, `product.title`, an id. What a request brings along
(`req.body.type`) is informational, as anyone who may send the request creates events with it. The rule ignores constants,
enums, lookup tables, what a type limits to a few values, and what the file compares or looks up elsewhere.

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
        if varying.iter().any(is_personal) {
            continue;
        }
        match name.whole {
            Some(whole) => data(cx, report, name, &varying[..], whole),
            None if varying.iter().all(is_name) => {}
            None => part(cx, report, name, &varying),
        }
    }
}

/// Reports a name with a part that varies.
fn part(cx: &Context<'_>, report: &mut Report<'_>, name: &ComposedName, varying: &[Varying]) {
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

/// Reports a name that is data and nothing else.
fn data(cx: &Context<'_>, report: &mut Report<'_>, name: &ComposedName, varying: &[Varying], whole: Whole) {
    let [only] = varying else { return };
    let text = only.at.map(|at| cx.model.text(at));
    let severity = match () {
        () if names_an_event(only) => return,
        () if is_data(only, text.as_deref()) => Severity::Warning,
        () if whole.is_from_request => Severity::Info,
        () => return,
    };
    let what = match whole.is_from_request {
        true => "anyone who sends the request chooses the name, and no campaign waits for a new one",
        false => "each value of it makes another event, which no campaign waits for",
    };
    let text = text.map(|text| format!("`{text}`"));
    report
        .at(name.at, severity, format!("the event's name is {}: {what}", text.as_deref().unwrap_or("data")))
        .help("Name the event for what happened, and put this value into `data`.")
        .related_at(name.origin.clone(), "the name comes from here");
}

fn has_many_values(varying: &Varying) -> bool {
    let last = varying.words.last();
    varying.is_new_each_time || last.is_some_and(|last| MANY.contains(&last.as_str()))
}

fn is_name(varying: &Varying) -> bool {
    varying.is_variable && varying.words.last().is_some_and(|last| NAMES.contains(&last.as_str()))
}

/// Whether a value is what names events by the words it is called by.
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

/// Whether a value that is all of a name has as many values as there are things or moments.
fn is_data(varying: &Varying, text: Option<&str>) -> bool {
    let words: Vec<&str> = varying.words.iter().map(String::as_str).collect();
    match (words.as_slice(), varying.is_variable) {
        // A variable of one word is whatever its function is called with.
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

/// Last words of what people write.
const CONTENTS: &[&str] = &["address", "comment", "content", "description", "filename", "message", "note", "subject"];

/// What has a name of its own, each another one.
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

/// What the code of belongs to a thing, rather than to an error or a kind of event.
const CODES: &[&str] = &[
    "booking", "coupon", "discount", "gift", "invit", "order", "postal", "product", "promo", "referral", "ticket",
    "voucher", "zip",
];
