//! `attach-misuse`: an attachment that throws, is rejected, or arrives corrupted.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Attachment, Contents, Given, Model};
use crate::text::{Place, TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "attach-misuse",
    summary: "Attachment that throws, is rejected, or arrives corrupted",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`attach(name, data, { encode })` takes the contents of a file and encodes them as base64
([`lib/api/requests.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)). It does not check what
it is given:

- Data that is already base64 is encoded twice, unless `encode` is `false`
  ([customerio-node#147](https://github.com/customerio/customerio-node/issues/147)).
- Bytes with `encode: false` are serialized as a JSON object, and the request fails with 400.
- A path is attached as a string: the file is never read. A warning.
- `attach` throws for a name that the request already has an attachment for.
- Customer.io rejects a name without an extension. A warning.

### Invalid

```ts
import { readFileSync } from "node:fs";
import { SendEmailRequest } from "customerio-node";

const request = new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } });
request.attach("terms.pdf", readFileSync("terms.pdf", "base64"));
```

### Valid

```ts
import { readFileSync } from "node:fs";
import { SendEmailRequest } from "customerio-node";

const request = new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } });
request.attach("terms.pdf", readFileSync("terms.pdf"));
request.attach("invoice.pdf", readFileSync("invoice.pdf", "base64"), { encode: false });
```

### Fix

Adds `{ encode: false }` for base64 data and removes it for bytes; both are safe. There is no fix for names and paths.

### References

- [customerio-node: attachments](https://github.com/customerio/customerio-node#transactional-api)
- [customerio-node#147](https://github.com/customerio/customerio-node/issues/147)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    let attachments = ctx.model.requests().attachments();
    for (at, attachment) in attachments.iter().enumerate().filter(|(_, attachment)| attachment.closed) {
        judge_name(ctx.model, attachment, &attachments[..at], report);
        judge_data(ctx.model, attachment, report);
    }
}

fn judge_name(model: &Model<'_>, attachment: &Attachment, before: &[Attachment], report: &mut Report<'_>) {
    let Some((name, range)) = text(model, attachment, 0) else { return };
    let is_same =
        |other: &&Attachment| other.comes_before(attachment) && text(model, other, 0).is_some_and(|it| it.0 == name);
    if let Some(first) = before.iter().find(is_same) {
        report
            .at(range, Severity::Error, format!("the request already has an attachment `{name}`"))
            .why("`attach` throws for the second one")
            .help("Use another name.")
            .related_at(Some(Place::here(first.range)), "the first one is attached here");
    } else if !name.contains(['.', '{']) {
        report
            .at(range, Severity::Warning, "attachment name without a file extension")
            .why("Customer.io checks attachments by their extension and rejects this one")
            .help("Add the file's extension, as in `terms.pdf`.");
    }
}

fn judge_data(model: &Model<'_>, attachment: &Attachment, report: &mut Report<'_>) {
    let Some(data) = attachment.arguments.get(1).and_then(|data| data.range) else { return };
    let encodes = match attachment.arguments.get(2) {
        None => Some(true),
        Some(options) => model.fields(options).and_then(|fields| match fields.get("encode") {
            Some(field) => match model.given(&field.value) {
                Given::Bool(encode) if !fields.open && !field.uncertain => Some(encode),
                _ => None,
            },
            None => fields.lacks("encode").then_some(true),
        }),
    };
    match (attachment.contents, encodes) {
        (Contents::Base64, Some(true)) => {
            let draft = report
                .at(data, Severity::Error, "base64 data is attached without `encode: false`")
                .why("the SDK encodes it again, and the file arrives as base64")
                .help("Add `{ encode: false }`, or pass the bytes.");
            if attachment.arguments.len() == 2 {
                let edit = TextEdit::insert(data.end(), ", { encode: false }");
                draft.fix("Add `{ encode: false }`", Applicability::Safe, || [edit]);
            }
        }
        (Contents::Bytes, Some(false)) => {
            let draft = report
                .at(data, Severity::Error, "bytes are attached with `encode: false`")
                .why("the SDK sends them as a JSON object, and the request fails with 400")
                .help("Remove `encode: false`, or pass a base64 string.");
            let options = attachment.arguments.get(2).and_then(|options| options.range);
            if let Some(options) = options {
                let edit = TextEdit::replace(TextRange { start: data.end, end: options.end }, "");
                draft.fix("Remove `encode: false`", Applicability::Safe, || [edit]);
            }
        }
        _ => {
            if let Some((path, range)) = text(model, attachment, 1).filter(|(text, _)| is_path(text)) {
                report
                    .at(range, Severity::Warning, format!("the path `{path}` is attached instead of the file"))
                    .why("the SDK sends the path itself as the contents")
                    .help("Pass the contents of the file: `readFileSync(path)`.");
            }
        }
    }
}

fn text(model: &Model<'_>, attachment: &Attachment, at: usize) -> Option<(String, TextRange)> {
    let argument = attachment.arguments.get(at)?;
    match model.given(argument) {
        Given::Text(text) if !text.is_empty() => Some((text.to_string(), argument.range?)),
        _ => None,
    }
}

/// Returns whether a string is the path of a file: it starts like one, is one line, and ends with an extension.
fn is_path(text: &str) -> bool {
    let drive = text.as_bytes().get(1..3).is_some_and(|it| it == b":\\" || it == b":/");
    let starts = drive || ["/", "./", "../", "~/"].iter().any(|start| text.starts_with(start));
    let extension = text.rsplit_once('.').map_or("", |(_, extension)| extension);
    starts && !text.contains('\n') && (1..=5).contains(&extension.len()) && extension.chars().all(char::is_alphanumeric)
}
