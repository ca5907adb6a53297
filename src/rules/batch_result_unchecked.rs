//! `batch-result-unchecked`: a batch that failed in part looks like one that succeeded.

use super::helpers::promises::name;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Promise;
use crate::rewrite;
use crate::sdk::ClientKind;
use crate::sdk::transport::SUCCESS;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "batch-result-unchecked",
    summary: "The result of `batch` is ignored, and with it the operations that failed",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"When some operations of a `batch` fail, the Track API responds with 207, and since 5.0 the promise resolves
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)): no `catch` sees it. The result has `errors`, an
array with the `batch_index` and the reason of each failed operation. Code that ignores the result never learns which people were
not updated.

The rule reports a call of the Track client's `batch` that is awaited as a statement. It is silent where the result is used.

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

Destructures `errors` from the result and logs them. Suggested: only you know what to do with the operations that failed. There
is no fix where the call shares its line with other code.

### References

- [Customer.io: Track API v2, batch](https://docs.customer.io/integrations/api/track/)
- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if !SUCCESS.at(ctx.model.version()).is_some_and(|success| success.resolves(207)) || ctx.model.file().is_mocked() {
        return;
    }
    for call in ctx.model.calls().of_sdk() {
        let batch = call.client == ClientKind::Track && call.method.as_deref() == Some("batch");
        // A function of the project may do anything with the result.
        if !batch || call.through.is_some() || call.promise != Promise::Awaited {
            continue;
        }
        let Some(dropped) = ctx.model.calls().dropped_result(call) else { continue };
        // An empty list throws: there is no result.
        let list = call.argument(0).and_then(|list| ctx.model.items(list));
        if list.is_some_and(|(items, all)| items.is_empty() && all) {
            continue;
        }
        report
            .at(call.callee, Severity::Warning, format!("the result of {} is ignored", name(call)))
            .why("the call resolves even when some operations fail (207), and `errors` in its result is the only sign")
            .help("Check `errors` in the result: each entry has a `batch_index` and a reason.")
            .fix("Log the errors", Applicability::Suggested, || logged(ctx, dropped).unwrap_or_default());
    }
}

/// The edits that destructure the errors from the result and log them; `None` where the call shares its line.
fn logged(ctx: &Context<'_>, dropped: TextRange) -> Option<Vec<TextEdit>> {
    let lines = ctx.model.file().own_lines(dropped)?;
    let (name, taken) = match rewrite::free_name(ctx.model, &["errors", "batchErrors"])? {
        "errors" => ("errors", "errors".to_owned()),
        other => (other, format!("errors: {other}")),
    };
    let log = format!("\n{}if ({name}?.length) console.error(\"Customer.io rejected:\", {name});", lines.indent);
    Some(vec![
        TextEdit::insert(dropped.start(), format!("const {{ {taken} }} = ")),
        TextEdit::insert(lines.end as usize, log),
    ])
}
