//! `pipelines-payload-case`: Track API keys in a call of the Pipelines API.

use super::helpers::entries::renamed;
use super::helpers::pipelines::judged;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Fields, Given};
use crate::sdk::{ClientClass, Keys, KnownVersion, Method, ParamType, same_words};
use crate::text::TextRange;

pub const META: RuleMeta = RuleMeta {
    id: "pipelines-payload-case",
    summary: "A call in the form of Pipelines uses keys that the Pipelines API does not know",
    category: "pipelines",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"`PipelinesClient` uses Segment's keys: `userId`, `anonymousId`, `groupId`, `previousId`, the `event` of a `track`,
`properties` and `traits`. `user_id`, `name` and `data` belong to the Track API. Without `userId` or `anonymousId`, or
another key that the method requires, the call throws an error such as `userId or anonymousId is required`; other unknown
keys are sent and ignored ([Pipelines API](https://docs.customer.io/api/cdp/)). The same holds for `Analytics` of
`@customerio/cdp-analytics-node`, which picks the keys it knows out of the object and drops all others.

### Invalid

```ts
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
await cdp.track({ user_id: "42", name: "Order Completed", data: { total: 12 } });
```

### Valid

```ts
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
await cdp.track({ userId: "42", event: "Order Completed", properties: { total: 12 } });
```

### Fix

Renames the key to the Pipelines API's spelling. No fix for a missing key.

### References

- [Pipelines API](https://docs.customer.io/api/cdp/)
- [customerio-node](https://github.com/customerio/customerio-node)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() || matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) {
        return;
    }
    let mut seen: Vec<TextRange> = Vec::new();
    for call in judged(ctx.model, META.id) {
        let Some(name) = call.method.as_deref() else { continue };
        if name != "batch" {
            let method = ClientClass::of(call.client).method(name);
            if let Some((method, payload)) = method.zip(call.argument(0)) {
                judge(ctx, call, method, payload, &mut seen, report);
            }
            continue;
        }
        for item in ctx.model.calls().operations(call) {
            let ty = ctx.model.fields(&item).and_then(|fields| Some(ctx.model.given(&fields.get("type")?.value)));
            let Some(Given::Text(ty)) = ty else { continue };
            if let Some(method) = ClientClass::Pipelines.method(&ty) {
                judge(ctx, call, method, &item, &mut seen, report);
            }
        }
    }
}

/// The key of a method that a key of another API stands for.
fn meant(method: &Method, keys: &'static Keys, key: &str) -> Option<&'static str> {
    let respelled = keys.keys.iter().find(|known| same_words(known.name, key) && known.name != key);
    let other = match (method.name, key) {
        ("track", "name") => Some("event"),
        ("track" | "page" | "screen", "data" | "attributes") => Some("properties"),
        ("identify" | "group", "data" | "attributes" | "properties") => Some("traits"),
        _ => None,
    };
    respelled.map(|known| known.name).or(other)
}

fn judge(
    ctx: &Context<'_>,
    call: &Call,
    method: &'static Method,
    payload: &Argument,
    seen: &mut Vec<TextRange>,
    report: &mut Report<'_>,
) {
    let model = ctx.model;
    let Some(ParamType::Object(keys)) = method.parameters.newest().first().map(|parameter| parameter.ty) else {
        return;
    };
    let Some(fields) = model.fields(payload) else { return };
    let mut written = Vec::new();
    for field in &fields.list {
        let Some(key) = meant(method, keys, &field.key).filter(|key| fields.get(key).is_none()) else { continue };
        written.push(key);
        let key_range = if call.through.is_none() { field.key_range } else { None };
        let at = key_range.or(field.value.range);
        let Some(at) = at.filter(|at| !seen.contains(at)) else { continue };
        seen.push(at);
        let draft = report
            .at(
                at,
                Severity::Error,
                format!("`{}` is not a key of the Pipelines API, which expects `{key}`", field.key),
            )
            .help(format!("Rename it to `{key}`."));
        let draft = through(draft, call.through.as_ref(), method.name);
        renamed(draft, model, (&fields, field), key, Applicability::Safe);
    }
    if let Some(error) = missing(ctx, method, &fields, &written)
        && let Some(at) = payload.range.filter(|at| !seen.contains(at))
    {
        seen.push(at);
        let effect = if call.method.as_deref() == Some("batch") {
            "the item is dropped without it"
        } else {
            "the call throws without it"
        };
        let draft = report
            .at(at, Severity::Error, error.clone())
            .why(effect)
            .help(format!("Add {}.", error.trim_end_matches(" is required")));
        through(draft, call.through.as_ref(), method.name);
    }
}

/// The SDK's error for a key that is certainly missing and that no other key stands for.
fn missing(ctx: &Context<'_>, method: &Method, fields: &Fields, written: &[&str]) -> Option<String> {
    use crate::sdk::Check;
    let parameter = method.parameters.newest().first()?;
    let Check::Payload(any, all) = parameter.check else { return None };
    let lacks = |key: &&str| {
        let nothing = |key: &str| {
            let field = fields.get(key)?;
            Some(!field.uncertain && ctx.model.given(&field.value) == Given::Nothing)
        };
        !fields.open && !written.contains(key) && nothing(key).unwrap_or(true)
    };
    if any.iter().all(lacks) {
        return Some(format!("`{}` is required", any.join("` or `")));
    }
    all.iter().copied().find(|key| lacks(key)).map(|key| format!("`{key}` is required"))
}
