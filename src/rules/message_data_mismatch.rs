//! `message-data-mismatch`: what the template of a message needs, and the request does not bring.

use super::judge::entries::added;
use super::judge::messages::{Gap, Way, filled, gaps, named, needed, skeleton, used};
use super::judge::requests::{Seen, likely, seen_anywhere};
use super::judge::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::config::{DataKey, Message};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Field, Given, Model};
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
    docs: r#"A template takes its values from `message_data`: `{{ trigger.reset_url }}` is what the request has under `reset_url`. The App
API does not compare the two. A request that lacks the key is accepted; the message is made afterwards, and where the
template cannot do without the value it fails and never leaves Customer.io
([Customer.io: failed messages](https://docs.customer.io/journeys/message-failed)).

What a template uses is said by `data` of a message under `account.messages` in the settings; without it the rule is silent.
The list is best kept in a file of its own, which `customerio.json` names in `extends`:

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

What the template does without, as with Liquid's filter `default` or inside an `if`, is `"optional": true`. A key that the
template does not use harms nothing and is not reported; only where it looks like one that is missing, the fix writes that.

Silent is the rule where anything of the data is not seen: a spread of something unknown, an object that is put together
elsewhere, a key that is set under a condition, elements of lists. It is also silent where the request replaces the text of
the message (`body`, `subject`, `title`, …), and in tests.

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

Renames the key that looks like the missing one, else adds it: with the variable of that name, where there is one, or with an
empty text to be filled in. Suggested: which value belongs there is for you to say.

### References

- [Customer.io: failed messages](https://docs.customer.io/journeys/message-failed)
- [Customer.io: transactional messages](https://docs.customer.io/journeys/transactional-api)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

/// The option that brings the data.
const DATA: &str = "message_data";

/// Options that replace what the template says, or a part of it.
const INSTEAD: [&str; 7] = ["body", "body_amp", "body_plain", "message", "preheader", "subject", "title"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let messages = cx.settings.account.messages.as_deref().filter(|_| !cx.model.is_test());
    let Some(messages) = messages else { return };
    let mut told = FxHashSet::default();
    for seen in seen_anywhere(cx.model) {
        let (_, _, fields) = &seen;
        let Some(id) = fields.get("transactional_message_id").filter(|field| !field.uncertain) else { continue };
        let Some(message) = named(cx.model, &id.value, messages) else { continue };
        let Some(data) = message.data.as_ref().filter(|_| INSTEAD.iter().all(|key| fields.get(key).is_none())) else {
            continue;
        };
        for lack in lacks(cx.model, &seen, id, data) {
            // What is handed to a function may become several requests.
            if told.insert(lack.at) {
                tell(cx.model, &seen, message, lack, report);
            }
        }
    }
}

/// What a request lacks.
struct Lack<'m> {
    /// What to mark for it.
    at: TextRange,
    /// The data, where it stands away from there.
    data: Option<Argument>,
    /// What is missing; empty when there are no data at all.
    gaps: Vec<Gap<'m>>,
    /// All that the template needs.
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
        // One that is there under a name that the SDK does not know is said to be so by `dropped-option`.
        let meant = fields.list.iter().any(|field| likely(model, class, &field.key) == Some(DATA));
        return nothing(id.value.range.filter(|_| !fields.open && !meant), None).into_iter().collect();
    };
    if field.uncertain {
        return Vec::new();
    }
    let cases = model.cases(&field.value);
    // The key marks the data well, unless they are one of several or come from elsewhere.
    let key = field.key_range.filter(|_| cases.len() == 1 && request.through.is_none());
    let lack = cases.into_iter().filter_map(|case| {
        // Data that a function puts together are marked by the message that they are for.
        let at = key.or(case.range).or(id.value.range);
        if model.given(&case) == Given::Nothing {
            return nothing(at, Some(case));
        }
        let gaps = gaps(model, &case, &needed, &used);
        let at = at.filter(|_| !gaps.is_empty())?;
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
    let missing: Vec<String> = match nothing {
        true => lack.needed.iter().map(|way| way.join(".")).collect(),
        false => lack.gaps.iter().map(Gap::path).collect(),
    };
    let missing = all_of(&missing);
    let what = if nothing { "and the request has no `message_data`" } else { "which `message_data` does not have" };
    let message = format!(
        "the template of {label} uses {missing}, {what}: the request is accepted, and the message fails or has nothing in that place"
    );
    let given: Vec<String> = lack.gaps.iter().filter_map(|gap| Some(gap.instead.as_ref()?.1.key.to_string())).collect();
    let instead = if given.is_empty() { String::new() } else { format!(" It is given {}.", all_of(&given)) };
    let origin = lack.data.as_ref().and_then(|data| model.origin(data));
    let draft = report
        .at(lack.at, Severity::Warning, message)
        .help(format!(
            "Give it {missing}.{instead} What the template does without is `\"optional\": true` in `account.messages`."
        ))
        .related_at(origin, "the data are written here");
    let draft = through(draft, request.through.as_ref(), class.name);
    let edits = match &lack.data {
        _ if !nothing => filled(model, request.range, &lack.gaps),
        Some(data) => model.literal(data).map(|at| {
            let inside = Some(request.range).filter(|range| range.contains(at));
            vec![TextEdit::replace(at, skeleton(model, inside, &lack.needed))]
        }),
        None => request.options.as_ref().filter(|_| request.through.is_none()).and_then(|options| {
            let inside = model.literal(options).filter(|at| request.range.contains(*at)).map(|_| request.range);
            let entry = format!("{DATA}: {}", skeleton(model, inside, &lack.needed));
            Some(vec![added(model, options, &[entry])?])
        }),
    };
    draft.fix(format!("Give it {missing}"), Applicability::Suggested, edits.unwrap_or_default());
}

/// `a`, `b` and `c`
fn all_of(keys: &[String]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
