//! `subscription-preferences-shape`: subscription preferences that Customer.io ignores.

use super::helpers::entries::renamed;
use super::helpers::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Field, Fields, Given, Model, Payload, PayloadOf};
use crate::settings::DetailsEntry;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "subscription-preferences-shape",
    summary: "`cio_subscription_preferences` has keys or values that Customer.io ignores",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`cio_subscription_preferences` contains `topics`, in which each `topic_<number>` is `true` or `false`
([subscription center](https://docs.customer.io/journeys/subscription-center/)). A topic with another name and a value that
is not a boolean have no effect. The key `cio_subscription_preferences.topics.topic_7` changes a single topic; the whole
object replaces the existing preferences. If `customerio-ls pull` has listed the account's topics in the settings, a topic
that is not among them is reported too.

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

Changes `7` and similar keys to `topic_7`, and values that say yes or no to `true` or `false`. Only suggested, because it
changes the people's subscriptions.

### References

- [Customer.io: subscription center](https://docs.customer.io/journeys/subscription-center/)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

const KEY: &str = "cio_subscription_preferences";

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let model = ctx.model;
    for (payload, field, at) in payloads::entries(model, META.id, &[PayloadOf::Person]) {
        if let Some(path) = field.key.strip_prefix(KEY).and_then(|rest| rest.strip_prefix('.')) {
            match path.strip_prefix("topics.") {
                Some(topic) if is_topic(topic) => {
                    unknown(ctx, topic, at, report);
                    value(model, field, report);
                }
                None if path.starts_with("channels.") => {}
                _ => {
                    report
                        .at(at, Severity::Warning, format!("`{path}` is not a key of the subscription preferences"))
                        .why("Customer.io ignores it")
                        .help("Change the key to `topics.topic_<number>`.");
                }
            }
        } else if field.key == KEY {
            whole(ctx, payload, field, report);
        }
    }
}

/// Checks the whole object.
fn whole(ctx: &Context<'_>, payload: &Payload, field: &Field, report: &mut Report<'_>) {
    let model = ctx.model;
    if model.given(&field.value) == Given::Array {
        if let Some(at) = field.value.range {
            report
                .at(at, Severity::Warning, "expected an object of subscription preferences, found a list")
                .why("Customer.io ignores it")
                .help("Send `{ topics: { topic_7: true } }`.");
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
                let what = if is_topic(key) {
                    format!("`{key}` is outside `topics`")
                } else {
                    format!("`{key}` is not a key of the subscription preferences")
                };
                report
                    .at(at, Severity::Warning, what)
                    .why("Customer.io ignores it")
                    .help("Send `{ topics: { topic_7: true } }`.");
                continue;
            }
        }
        let Some(topics) = model.fields(&field.value) else { continue };
        for field in &topics.list {
            topic(ctx, payload, &topics, field, report);
        }
    }
}

/// Checks one topic.
fn topic(ctx: &Context<'_>, payload: &Payload, topics: &Fields, field: &Field, report: &mut Report<'_>) {
    let model = ctx.model;
    let Some(at) = mark(field) else { return };
    if is_topic(&field.key) {
        unknown(ctx, &field.key, at, report);
        return value(model, field, report);
    }
    let draft = report
        .at(at, Severity::Warning, format!("`{}` is not a topic; expected `topic_` and a number", field.key))
        .help("Use `topic_` and the number of the topic's page in Customer.io.");
    let digits = field.key.trim_start_matches(|c: char| !c.is_ascii_digit());
    let before = field.key[..field.key.len() - digits.len()].trim_end_matches(['_', '-', ' ']).to_lowercase();
    if matches!(before.as_str(), "" | "topic") && is_number(digits) && payload.argument.range.is_some() {
        renamed(draft, model, (topics, field), &format!("topic_{digits}"), Applicability::Suggested);
    }
}

/// Checks whether the account has a topic. Tests send made-up ones.
fn unknown(ctx: &Context<'_>, topic: &str, at: TextRange, report: &mut Report<'_>) {
    let details = if !ctx.model.file().is_test() { ctx.settings.account.details.as_ref() } else { None };
    let Some(topics) = details.and_then(|details| details.list("topic")) else { return };
    let number = topic.strip_prefix("topic_").and_then(|number| number.parse().ok());
    let is_known = |it: &DetailsEntry| it.identifier.as_deref() == Some(topic) || number == Some(it.id);
    if !topics.iter().any(is_known) {
        report
            .at(at, Severity::Warning, format!("the account has no topic `{topic}`"))
            .why("Customer.io ignores it")
            .help("Use a topic of this workspace, or run `customerio-ls pull` if it is new.");
    }
}

/// Checks the value of a topic.
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
    report
        .at(at, Severity::Warning, format!("expected `true` or `false` for a topic, found {what}"))
        .why("Customer.io ignores the value")
        .help("Send a boolean.")
        .related_at(model.origin(&field.value), "the value is defined here")
        .fix(format!("Change to `{}`", means.unwrap_or_default()), Applicability::Suggested, || {
            literal.map(|(means, at)| TextEdit::replace(at, means))
        });
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
