//! `message-data-mismatch`: data that a message's template needs and the request lacks.

use super::helpers::entries::added;
use super::helpers::messages::{Gap, Way, filled, gaps, named, needed, skeleton, used};
use super::helpers::requests::{Seen, likely, seen_anywhere};
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Field, Given, Model};
use crate::settings::{DataKey, Message};
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "message-data-mismatch",
    summary: "A request lacks data that the template of its message needs",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A template reads its values from `message_data`: `{{ trigger.reset_url }}` is the value of `reset_url` in the request. The
App API does not compare the two and accepts a request that lacks the key. The message is rendered afterwards; if the
template requires the value, rendering fails and the message is never sent
([Customer.io: failed messages](https://docs.customer.io/journeys/message-failed)).

List the keys that a template uses in `data` of the message under `account.messages` in the settings; without that list,
the rule reports nothing. Keep it in a separate file, which `customerio.json` names in `extends`:

```jsonc
// customerio.account.json
{
  "account": {
    "messages": [
      {
        "id": 12,
        "triggerName": "password_reset",
        "data": ["reset_url", "order.total", { "name": "first_name", "optional": true }]
      }
    ]
  }
}
```

Mark a key that the template works without, with Liquid's filter `default` or inside an `if`, as `"optional": true`. A key
that the template does not use does no harm and is not reported; if it resembles a missing one, the fix renames it.

The rule reports nothing when part of the data is not visible (a spread of an unknown value, an object built elsewhere, a
key that is set conditionally, elements of lists), when the request replaces content of the template (`body`, `subject`,
`title`, …), and in tests.

### Invalid

```ts
// customerio.json: { "account": { "messages": [{ "id": 12, "triggerName": "password_reset", "data": ["reset_url"] }] } }
import { SendEmailRequest } from "customerio-node";

export const reset = (email: string, link: string) =>
  new SendEmailRequest({
    transactional_message_id: "password_reset",
    message_data: { resetUrl: link },
    to: email,
    identifiers: { email },
  });
```

```ts
// customerio.json: { "account": { "messages": [{ "id": 12, "data": ["first_name", "url"] }] } }
import { send } from "./mailer";

export const welcome = (id: string, url: string) => send(id, { first_name: "Ada" });
//- /src/mailer.ts
import { APIClient, SendPushRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export const send = (id: string, data: Record<string, unknown>) =>
  api.sendPush(new SendPushRequest({ transactional_message_id: 12, message_data: data, identifiers: { id } }));
```

### Valid

```ts
// customerio.json: { "account": { "messages": [{ "id": 12, "data": ["url", { "name": "first_name", "optional": true }] }] } }
import { SendPushRequest } from "customerio-node";

export const push = (id: string, url: string) =>
  new SendPushRequest({ transactional_message_id: 12, message_data: { url, source: "app" }, identifiers: { id } });
```

### Fix

Renames the key that resembles the missing one, or adds it: with the variable of that name, if there is one, or with an
empty string to fill in. Only suggested, because you know which value belongs there.

### References

- [Customer.io: failed messages](https://docs.customer.io/journeys/message-failed)
- [Customer.io: transactional messages](https://docs.customer.io/journeys/transactional-api)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

/// The option that holds the data.
const DATA: &str = "message_data";

/// Options that replace content of the template.
const INSTEAD: [&str; 7] = ["body", "body_amp", "body_plain", "message", "preheader", "subject", "title"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let messages = if !ctx.model.file().is_test() { ctx.settings.account.messages.as_deref() } else { None };
    let Some(messages) = messages else { return };
    let mut told = FxHashSet::default();
    for seen in seen_anywhere(ctx.model, META.id) {
        let (_, _, fields) = &seen;
        let Some(id) = fields.get("transactional_message_id").filter(|field| !field.uncertain) else { continue };
        let Some(message) = named(ctx.model, &id.value, messages) else { continue };
        let Some(data) = &message.data else { continue };
        if INSTEAD.iter().any(|key| fields.get(key).is_some()) {
            continue;
        }
        for lack in lacks(ctx.model, &seen, id, data) {
            // A value passed to a function may become several requests.
            if told.insert(lack.at) {
                tell(ctx.model, &seen, message, lack, report);
            }
        }
    }
}

/// Something that a request lacks.
struct Lack<'m> {
    /// The range to mark.
    at: TextRange,
    /// The data, if it is written elsewhere.
    data: Option<Argument>,
    /// The missing keys; empty if there is no data at all.
    gaps: Vec<Gap<'m>>,
    /// Everything that the template needs.
    needed: Vec<Way<'m>>,
}

fn lacks<'m>(model: &Model<'_>, seen: &Seen, id: &Field, data: &'m [DataKey]) -> Vec<Lack<'m>> {
    let (request, class, fields) = seen;
    let (needed, used) = (needed(data), used(data));
    if needed.is_empty() {
        return Vec::new();
    }
    let nothing = |at: Option<TextRange>, data: Option<Argument>| {
        at.map(|at| Lack { at, data, gaps: Vec::new(), needed: needed.clone() })
    };
    let Some(field) = fields.get(DATA) else {
        // Data under a name that the SDK does not know is reported by `dropped-option`.
        let meant = fields.list.iter().any(|field| likely(model, class, &field.key) == Some(DATA));
        let at = if fields.open || meant { None } else { id.value.range };
        return nothing(at, None).into_iter().collect();
    };
    if field.uncertain {
        return Vec::new();
    }
    let cases = model.cases(&field.value);
    // The key marks the data, unless there are several values or they come from elsewhere.
    let key = if cases.len() == 1 && request.through.is_none() { field.key_range } else { None };
    let lack = cases.into_iter().filter_map(|case| {
        // Data that a function builds is marked at the id of its message.
        let at = key.or(case.range).or(id.value.range);
        if model.given(&case) == Given::Nothing {
            return nothing(at, Some(case));
        }
        let gaps = gaps(model, &case, &needed, &used);
        let at = at?;
        if gaps.is_empty() {
            return None;
        }
        Some(Lack { at, data: Some(case), gaps, needed: needed.clone() })
    });
    lack.collect()
}

fn tell(model: &Model<'_>, (request, class, _): &Seen, message: &Message, lack: Lack<'_>, report: &mut Report<'_>) {
    let label = match (message.trigger_name(), message.id) {
        (Some(name), _) => format!("`{name}`"),
        (None, Some(id)) => format!("message {id}"),
        (None, None) => "the message".to_owned(),
    };
    let nothing = lack.gaps.is_empty();
    let missing: Vec<String> = if nothing {
        lack.needed.iter().map(|way| way.join(".")).collect()
    } else {
        lack.gaps.iter().map(Gap::path).collect()
    };
    let missing = all_of(&missing);
    let what = if nothing {
        format!("the template of {label} uses {missing}, but the request has no `message_data`")
    } else {
        format!("the template of {label} uses {missing}, missing in `message_data`")
    };
    let given: Vec<String> = lack.gaps.iter().filter_map(|gap| Some(gap.instead.as_ref()?.1.key.to_string())).collect();
    let action = if !given.is_empty() && lack.gaps.len() == given.len() {
        format!("Rename {} to {missing}", all_of(&given))
    } else {
        format!("Add {missing}")
    };
    let origin = lack.data.as_ref().and_then(|data| model.origin(data));
    let draft = report
        .at(lack.at, Severity::Warning, what)
        .why("Customer.io accepts the request, and the message fails or has a blank in that place")
        .help(format!(
            "{action}, or mark keys that the template works without `\"optional\": true` in `account.messages`."
        ))
        .related_at(origin, "the data is defined here");
    let draft = through(draft, request.through.as_ref(), class.name);
    let edits = match &lack.data {
        _ if !nothing => filled(model, request.range, &lack.gaps),
        Some(data) => model.literal(data).map(|at| {
            let inside = Some(request.range).filter(|range| range.contains(at));
            vec![TextEdit::replace(at, skeleton(model, inside, &lack.needed))]
        }),
        None if request.through.is_some() => None,
        None => request.options.as_ref().and_then(|options| {
            let inside = model.literal(options).filter(|at| request.range.contains(*at)).map(|_| request.range);
            let entry = format!("{DATA}: {}", skeleton(model, inside, &lack.needed));
            Some(vec![added(model, options, &[entry])?])
        }),
    };
    draft.fix(action, Applicability::Suggested, || edits.unwrap_or_default());
}

/// `a`, `b` and `c`
fn all_of(keys: &[String]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
