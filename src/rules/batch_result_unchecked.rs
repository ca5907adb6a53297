//! `batch-result-unchecked`: a batch of which a part failed looks like one that succeeded.

use super::judge::promises::name;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Promise;
use crate::sdk::ClientKind;
use crate::sdk::transport::SUCCESS;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "batch-result-unchecked",
    summary: "The result of `batch` is dropped, and with it the operations that failed",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    docs: r#"When some operations of a `batch` fail, the Track API answers 207, and since 5.0 that resolves
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)): no `catch` sees it. The result has `errors`, an
array that tells for each failed operation its `batch_index` and why. Whoever drops the result never learns which people were
not updated.

Reported is a call of the Track client's `batch` that is awaited as a statement. Silent where the result goes anywhere.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function forget(ids: string[]) {
  await cio.batch(ids.map((id) => ({ type: "person", action: "delete", identifiers: { id } })));
}
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function forget(ids: string[]) {
  const { errors } = await cio.batch(ids.map((id) => ({ type: "person", action: "delete", identifiers: { id } })));
  if (errors?.length) throw new Error(`${errors.length} of ${ids.length} people were not deleted`);
}
```

### Fix

Takes `errors` out of the result and logs them. Suggested: only you know what is to be done with those that failed. None where
the call shares its line with something else.

### References

- [Customer.io: Track API v2, batch](https://docs.customer.io/integrations/api/track/)
- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if !SUCCESS.at(cx.model.version()).is_some_and(|success| success.resolves(207)) || cx.model.is_mocked() {
        return;
    }
    for call in cx.model.sdk_calls() {
        let batch = call.client == ClientKind::Track && call.method.as_deref() == Some("batch");
        // What a function of the project makes of the result is its own affair.
        if !batch || call.through.is_some() || call.promise != Promise::Awaited {
            continue;
        }
        let Some(dropped) = cx.model.dropped_result(call) else { continue };
        // That throws: there is no result.
        let list = call.argument(0).and_then(|list| cx.model.items(list));
        if list.is_some_and(|(items, all)| items.is_empty() && all) {
            continue;
        }
        let message = format!(
            "a part of the operations may fail, and {} resolves all the same (207): `errors` of its result, which is dropped here, \
             is the only sign",
            name(call)
        );
        report
            .at(call.callee, Severity::Warning, message)
            .help("Look at `errors` of the result: each entry has `batch_index` and the reason.")
            .fix("Log the errors", Applicability::Suggested, logged(cx, dropped).unwrap_or_default());
    }
}

/// The edits that take the errors out of the result and log them; `None` where the call shares its line.
fn logged(cx: &Context<'_>, dropped: TextRange) -> Option<Vec<TextEdit>> {
    let lines = cx.model.own_lines(dropped)?;
    let (name, taken) = match cx.model.free_name(&["errors", "batchErrors"])? {
        "errors" => ("errors", "errors".to_owned()),
        other => (other, format!("errors: {other}")),
    };
    let log = format!("\n{}if ({name}?.length) console.error(\"Customer.io refused:\", {name});", lines.indent);
    Some(vec![
        TextEdit::insert(dropped.start(), format!("const {{ {taken} }} = ")),
        TextEdit::insert(lines.end as usize, log),
    ])
}
