//! `plain-object-request`: a plain object where a method expects an instance of a request class.

use super::helpers::requests::taken_by;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Given, Model};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "plain-object-request",
    summary: "A plain object is passed to a method that expects an instance of a request class",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "1.0 to 5.2",
    options: &[],
    yields_to: &[],
    docs: r#"`sendEmail`, `sendPush`, `sendSMS` and similar methods expect an instance of an SDK class: `SendEmailRequest`,
`SendPushRequest`, `SendSMSRequest`. For a plain object they throw `"request" must be an instance of SendEmailRequest`,
synchronously rather than as a rejection
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)). Nothing is sent, and a `.catch(…)`
after the call is never reached.

The rule reports an object that is visible in the call or in a variable. Versions newer than 5.2, which may accept objects,
are skipped.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.sendEmail({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } });
```

### Valid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.sendEmail(
  new SendEmailRequest({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } }),
);
```

### Fix

Wraps the object in `new …Request(…)` and imports the class. Safe in the call; suggested in a variable, and if the person's
identifier may be missing. No fix if the file does not import the SDK itself, or if a function of the project passes the
object on.

### References

- [customerio-node: transactional API](https://github.com/customerio/customerio-node#transactional-api)
- [customerio-node: the check](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for call in ctx.model.calls().of_sdk() {
        let Some(class) = taken_by(ctx.model, call) else { continue };
        let Some(argument) = call.argument(0) else { continue };
        let is_object = ctx.model.cases(argument).iter().all(|case| ctx.model.given(case) == Given::Object);
        let Some(range) = argument.range else { continue };
        if !is_object {
            continue;
        }
        let what = format!("`{}` expects an instance of `{}`, found a plain object", class.method, class.name);
        let draft = report
            .at(range, Severity::Error, what)
            .why("the call throws synchronously and nothing is sent")
            .help(format!("Pass `new {}(…)`.", class.name))
            .related_at(ctx.model.origin(argument), "the object is created here");
        let draft = through(draft, call.through.as_ref(), class.method);
        let Some(symbol) = ctx.model.imports().symbol(class.name) else { continue };
        if call.through.is_some() {
            continue;
        }
        let mut edits = symbol.edits;
        // `const request: SendEmailRequest = { … }`: the object is wrapped where it is written, to fit the declared type.
        // `{ … } as SendEmailRequest`: the object is wrapped, and the cast stays.
        let written = ctx.model.text(range);
        let is_cast = written.contains(class.name);
        let cast = ctx.model.literal(argument).filter(|literal| is_cast && range.contains(*literal));
        if is_cast && cast.is_none() {
            continue;
        }
        let declared = ctx.model.literal(argument).filter(|literal| is_declared(ctx.model, *literal, class.name));
        let range = declared.or(cast).unwrap_or(range);
        edits.push(TextEdit::insert(range.start(), format!("new {}(", symbol.text)));
        edits.push(TextEdit::insert(range.end(), ")"));
        edits.sort();
        // Without an identifier the API rejects the request, and the class's types do not allow it.
        let applicability =
            if may_name_nobody(ctx.model, argument) { Applicability::Suggested } else { Applicability::Safe };
        draft.fix(format!("Wrap in `new {}(…)`", class.name), applicability, || edits);
    }
}

/// Returns whether the person's identifier may be missing: `identifiers: { email: user.email }` with an optional
/// `email`.
fn may_name_nobody(model: &Model<'_>, argument: &Argument) -> bool {
    let fields = |of: &Argument| model.fields(of).into_iter().flat_map(|fields| fields.list);
    let may_be_missing =
        |of: &Argument| model.is_optional(of) || model.given(of).may_be_missing() || model.is_nullable(of);
    model.cases(argument).iter().flat_map(fields).filter(|field| field.key == "identifiers").any(|identifiers| {
        let cases = model.cases(&identifiers.value);
        may_be_missing(&identifiers.value) || cases.iter().flat_map(fields).any(|id| may_be_missing(&id.value))
    })
}

/// Returns whether an object is the initializer of a variable that is declared as an instance of the class.
fn is_declared(model: &Model<'_>, literal: TextRange, class: &str) -> bool {
    let before = model.text(TextRange { start: 0, end: literal.start });
    let before = before.trim_end().strip_suffix('=').map(str::trim_end);
    before.and_then(|before| before.strip_suffix(class)).is_some_and(|before| before.trim_end().ends_with([':', '.']))
}
