//! `subscription-preferences-shape`: subscription preferences that Customer.io cannot read.

use super::judge::entries::renamed;
use super::judge::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{About, Field, Fields, Given, Model, Payload};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "subscription-preferences-shape",
    summary: "The attribute `cio_subscription_preferences` has keys or values that mean nothing",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`cio_subscription_preferences` holds `topics`, in which `topic_<number>` is `true` or `false`
([subscription center](https://docs.customer.io/journeys/subscription-center/)). A topic under another name and a value that is no
boolean change nothing. One topic is changed by the key `cio_subscription_preferences.topics.topic_7`; the whole object replaces
what is there.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { cio_subscription_preferences: { topics: { "7": true } } });
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { "cio_subscription_preferences.topics.topic_7": "yes" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { cio_subscription_preferences: { topics: { topic_7: true } } });
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { "cio_subscription_preferences.topics.topic_7": false });
```

### Fix

Writes `topic_7` for `7` and its like, and `true` and `false` for what says yes and no. Suggested, since it
changes what people are subscribed to.

### References

- [Customer.io: subscription center](https://docs.customer.io/journeys/subscription-center/)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

const KEY: &str = "cio_subscription_preferences";

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let model = cx.model;
    for (payload, field, at) in payloads::entries(model, &[About::Person]) {
        if let Some(path) = field.key.strip_prefix(KEY).and_then(|rest| rest.strip_prefix('.')) {
            match path.strip_prefix("topics.") {
                Some(topic) if is_topic(topic) => value(model, field, report),
                None if path.starts_with("channels.") => {}
                _ => {
                    let message = format!("`{path}` is nothing in the subscription preferences");
                    report.at(at, Severity::Warning, message).help("Write `topics.topic_<number>`.");
                }
            }
        } else if field.key == KEY {
            whole(model, payload, field, report);
        }
    }
}

/// The whole object.
fn whole(model: &Model<'_>, payload: &Payload, field: &Field, report: &mut Report<'_>) {
    if model.given(&field.value) == Given::Array {
        if let Some(at) = field.value.range {
            let message = "the subscription preferences are an object, not a list: nothing changes";
            report.at(at, Severity::Warning, message).help("Write `{ topics: { topic_7: true } }`.");
        }
        return;
    }
    let Some(preferences) = model.fields(&field.value) else { return };
    for field in &preferences.list {
        let Some(at) = mark(field) else { continue };
        match field.key.as_str() {
            "topics" => {}
            "channels" => continue,
            key => {
                let message = match is_topic(key) {
                    true => format!("`{key}` stands outside `topics`: nothing changes"),
                    false => format!("`{key}` is nothing in the subscription preferences: they hold `topics`"),
                };
                report.at(at, Severity::Warning, message).help("Write `{ topics: { topic_7: true } }`.");
                continue;
            }
        }
        let Some(topics) = model.fields(&field.value) else { continue };
        for field in &topics.list {
            topic(model, payload, &topics, field, report);
        }
    }
}

/// One topic of them.
fn topic(model: &Model<'_>, payload: &Payload, topics: &Fields, field: &Field, report: &mut Report<'_>) {
    let Some(at) = mark(field) else { return };
    if is_topic(&field.key) {
        return value(model, field, report);
    }
    let message = format!("`{}` is no topic: their keys are `topic_` and a number", field.key);
    let draft = report.at(at, Severity::Warning, message).help("Take the number from the topic's page in Customer.io.");
    let digits = field.key.trim_start_matches(|c: char| !c.is_ascii_digit());
    let before = field.key[..field.key.len() - digits.len()].trim_end_matches(['_', '-', ' ']).to_lowercase();
    if matches!(before.as_str(), "" | "topic") && is_number(digits) && payload.argument.range.is_some() {
        renamed(draft, model, (topics, field), &format!("topic_{digits}"), Applicability::Suggested);
    }
}

/// What a topic is set to.
fn value(model: &Model<'_>, field: &Field, report: &mut Report<'_>) {
    let Some(at) = field.value.range else { return };
    let (what, means) = match model.given(&field.value) {
        Given::Text(text) => (
            format!("`\"{text}\"`"),
            match text.to_lowercase().as_str() {
                "true" | "yes" | "1" | "on" | "subscribed" => Some("true"),
                "false" | "no" | "0" | "off" | "unsubscribed" => Some("false"),
                _ => None,
            },
        ),
        Given::Number(Some(number)) => (
            format!("`{number}`"),
            match number {
                1.0 => Some("true"),
                0.0 => Some("false"),
                _ => None,
            },
        ),
        Given::Object | Given::Array => ("an object".to_owned(), None),
        _ => return,
    };
    let literal = means.zip(model.literal(&field.value).filter(|literal| *literal == at));
    let edits: Vec<TextEdit> = literal.map(|(means, at)| TextEdit::replace(at, means)).into_iter().collect();
    report
        .at(at, Severity::Warning, format!("a topic is `true` or `false`: {what} is neither"))
        .help("Send a boolean.")
        .related_at(model.origin(&field.value), "the value is written here")
        .fix(format!("Write `{}`", means.unwrap_or_default()), Applicability::Suggested, edits);
}

fn mark(field: &Field) -> Option<TextRange> {
    field.value.range.map(|range| field.key_range.unwrap_or(range))
}

fn is_topic(key: &str) -> bool {
    key.strip_prefix("topic_").is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
