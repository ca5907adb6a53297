//! `account-unknown-id`: a number that names nothing in the account.

use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Argument, Call, Given, Model, Numbered};
use crate::settings::{AccountDetails, DetailsEntry};

pub const META: RuleMeta = RuleMeta {
    id: "account-unknown-id",
    summary: "A call names a segment, broadcast, campaign or newsletter that the account does not have, or a draft",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Segments, broadcasts, campaigns and newsletters are named by numbers, and each workspace has its own: a number from
another workspace, or of something that was deleted, is not found there. A broadcast that is a draft is not sent.

The rule knows the account from `customerio-ls pull`, which writes its lists to `account.pulled`; without a list, or where
the key was not allowed to read it, the rule is silent. Numbers that are computed or come from the environment are not
checked, nor are tests.

### Invalid

```ts
// customerio.json: { "account": { "pulled": { "broadcasts": [{ "id": 7, "name": "Sale", "state": "running" }] } } }
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(8, { price: 5 }, { ids: ["42"] });
```

```ts
// customerio.json: { "account": { "pulled": { "segments": [{ "id": 2, "name": "Buyers" }] } } }
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(7, {}, { segment: { id: 3 } });
```

### Valid

```ts
// customerio.json: { "account": { "pulled": { "broadcasts": [{ "id": 7, "name": "Sale", "state": "running" }], "segments": [{ "id": 2 }] } } }
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(7, {}, { segment: { id: 2 } });
```

### Fix

None: only you know which one is meant.

### References

- [App API](https://docs.customer.io/api/app/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    // Tests send made-up values.
    let details = if !ctx.model.file().is_test() { ctx.settings.account.details.as_deref() } else { None };
    let Some(details) = details else { return };
    for call in ctx.model.calls().of_sdk() {
        for named in ctx.model.calls().named_by_id(call).iter().filter(|named| named.is_certain) {
            if let Some((word, list)) = list(details, named.kind) {
                number(ctx.model, (word, list), call, &named.id, report);
            }
        }
    }
}

/// The list of the account that an id is one of, and the word for one of its entries.
fn list(details: &AccountDetails, kind: Numbered) -> Option<(&'static str, &[DetailsEntry])> {
    let word = match kind {
        Numbered::Broadcast => "broadcast",
        Numbered::Campaign => "campaign",
        Numbered::Newsletter => "newsletter",
        Numbered::Segment => "segment",
        // `transactional-unknown-template` looks for these.
        Numbered::Message => return None,
    };
    Some((word, details.list(word)?))
}

fn number(
    model: &Model<'_>,
    (word, known): (&str, &[DetailsEntry]),
    call: &Call,
    argument: &Argument,
    report: &mut Report<'_>,
) {
    let id = match model.given(argument) {
        Given::Number(Some(id)) if id >= 1.0 && id.fract() == 0.0 && id < 9e15 => id as u64,
        Given::Text(text) => match text.trim().parse() {
            Ok(id) if id > 0 => id,
            _ => return,
        },
        _ => return,
    };
    let (what, why, help) = match known.iter().find(|entry| entry.id == id) {
        None => (
            format!("the account has no {word} with the id {id}"),
            "Customer.io finds nothing under this number",
            format!("Use the id of a {word} of this workspace, or run `customerio-ls pull` if it is new."),
        ),
        Some(entry) if is_unsent_draft(call, word, entry) => (
            format!("{word} {id} is a draft"),
            "Customer.io does not send a broadcast that is not running",
            "Start it in Customer.io, and run `customerio-ls pull`.".to_owned(),
        ),
        Some(_) => return,
    };
    let at = argument.range.unwrap_or(call.name);
    let draft = report
        .at(at, Severity::Warning, what)
        .why(why)
        .help(help)
        .related_at(model.origin(argument), "the id is defined here");
    through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
}

/// Returns whether a call sends a broadcast that is only a draft.
fn is_unsent_draft(call: &Call, word: &str, entry: &DetailsEntry) -> bool {
    word == "broadcast" && call.method.as_deref() == Some("triggerBroadcast") && entry.state.as_deref() == Some("draft")
}
