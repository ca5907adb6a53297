//! `error-shape`: a property that the SDK's errors never have.

use super::helpers::errors::{around_error, at_read, behind_error, header, misses_retry_after, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Constant, ErrorHandler, ErrorRead, Model, UsedFor};
use crate::sdk::errors::{NeverSet, REFUSAL, Refusal};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "error-shape",
    summary: "Property read from an error that the SDK's errors never have",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &["retry-after-wrong-property"],
    docs: r#"An error of the SDK has `statusCode`, `body` (a string: the JSON of the response) and `response` with `headers`
([`CustomerIORequestError`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). Properties that errors of other
libraries have are `undefined`: `status`, `headers`, `response.status`, `response.data` of axios, and since 3.0 `response.body` of
SendGrid (a string up to 2.1.1). A branch that checks them never runs. Since 5.0 `response` has only `statusCode`, `headers` and
`ok`, no `socket` and no `rawHeaders`.

The message of an error is the text from the API's response, or "Unknown error". Searching it for a status
(`err.message.includes("429")`, `/429/.test(err.message)`) finds nothing, even if the request failed with that status.

The rule reports a read only where every error comes from the SDK as far as can be seen. It is silent where anything else is awaited
in the same `try`, where the class of the error is checked, and where the code sets the property itself.
`err.statusCode ?? err.status` is a hint: the second half is never used. Retry-After is left to `retry-after-wrong-property`.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function close(id: string) {
  try {
    await cio.destroy(id);
  } catch (err: any) {
    if (err.response?.status === 404) return;
    throw err;
  }
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function close(id: string) {
  try {
    await cio.destroy(id);
  } catch (err: any) {
    if (err.statusCode === 404) return;
    throw err;
  }
}
```

### Fix

Reads a property that the error has: `statusCode`, `response.headers`, `body` (a string), or `message`, which contains the reason
from the response. Suggested, since the error may come from something else. There is no fix where the code gives the error its own
type, or checks for the property by name (`"status" in err`).

### References

- [customerio-node: the error](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [customerio-node: requests](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (handler, read, severity) in reads(ctx.model) {
        if severity < Severity::Warning {
            continue;
        }
        let Some(wrong) = wrong(ctx.model, handler, read) else { continue };
        // A read that only runs after a reported one adds nothing.
        let path = &read.path;
        let found = |other: &ErrorRead| {
            other.path.len() < path.len()
                && path.starts_with(&other.path)
                && self::wrong(ctx.model, handler, other).is_some()
        };
        if read.is_behind && handler.reads.iter().any(found) {
            continue;
        }
        // `const { headers } = err`: the read of the header is reported instead.
        let behind = |other: &ErrorRead| other.is_behind && other.path.starts_with(path) && misses_retry_after(other);
        if handler.reads.iter().any(behind) {
            continue;
        }
        // As the alternative to the right property, it does no harm.
        let dead = read.is_alternative && wrong.right.is_some_and(|right| handler.reads_below(&[right]));
        let severity = if dead { Severity::Hint } else { severity };
        let draft = at_read(report, handler, read, severity, wrong.what).why(wrong.why).help(wrong.help);
        match wrong.edit {
            // Reading the same property twice fixes nothing.
            _ if dead => {
                draft.unnecessary();
            }
            Some(edit) => {
                draft.fix(wrong.title, Applicability::Suggested, || [edit]);
            }
            None => {}
        }
    }
}

/// The mistake in a read.
struct Wrong {
    what: String,
    why: String,
    help: String,
    title: String,
    /// The property that the error has instead, if it is a single one.
    right: Option<&'static str>,
    edit: Option<TextEdit>,
}

fn wrong(model: &Model<'_>, handler: &ErrorHandler, read: &ErrorRead) -> Option<Wrong> {
    let version = model.version();
    let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
    let never = (1..=path.len()).find_map(|to| NeverSet::of(&path[..to].join("."), version).map(|never| (never, to)));
    if let Some((never, to)) = never {
        let names = &path[..to];
        let habit = match never.habit {
            habit if habit.is_empty() || habit.contains(' ') => String::new(),
            habit => format!(", which {habit} has"),
        };
        let effect = match names {
            [.., "get" | "json" | "text"] if read.call.is_some() => "the call throws",
            _ => "this is always `undefined`",
        };
        // With `"status" in err` both places have to change, or neither.
        let repaired = repaired(model, read, never.path, names);
        let edit = if asks_for(model, handler, names[0]) { None } else { repaired };
        let reads = edit.as_ref().map_or(never.instead, |(_, reads)| *reads);
        return Some(Wrong {
            what: format!("errors of the SDK have no `{}`{habit}", names.join(".")),
            why: effect.to_owned(),
            help: format!("Read `{}`.", never.instead),
            title: format!("Read `{reads}`"),
            right: (never.instead == "err.statusCode").then_some("statusCode"),
            edit: edit.map(|(edit, _)| edit),
        });
    }
    if path == ["code"] && !read.compared.is_empty() && read.compared.iter().all(|it| is_status(&it.with)) {
        let edit = behind_error(model, read, &["code"], ".statusCode");
        return Some(Wrong {
            what: "`code` of an error is not a status code".to_owned(),
            why: "the comparison is never true".to_owned(),
            help: "Read `err.statusCode`.".to_owned(),
            title: "Read `err.statusCode`".to_owned(),
            right: Some("statusCode"),
            edit,
        });
    }
    if let Some(status) = status_in_message(model, read) {
        let edit = (path == ["message", "includes"]).then(|| compared(model, read, &status)).flatten();
        return Some(Wrong {
            what: format!("the message of an error is searched for the status `{status}`"),
            why: "the message is the API's text and does not contain the status".to_owned(),
            help: "Read `err.statusCode`.".to_owned(),
            title: "Read `err.statusCode`".to_owned(),
            right: Some("statusCode"),
            edit,
        });
    }
    let gone = REFUSAL.at(version) == Some(Refusal::ErrorWithPlainResponse)
        && matches!(path.as_slice(), ["response", "rawHeaders" | "socket" | "statusMessage", ..]);
    gone.then(|| Wrong {
        what: format!("`response` of the SDK's errors has no `{}` since 5.0", path[1]),
        why: "this is always `undefined`".to_owned(),
        help: "Use `statusCode`, `headers` or `ok` of `response`.".to_owned(),
        title: String::new(),
        right: None,
        edit: None,
    })
}

/// Returns whether a handler checks by name whether the error has a property: `"status" in err`,
/// `Object.hasOwn(err, "status")`.
fn asks_for(model: &Model<'_>, handler: &ErrorHandler, name: &str) -> bool {
    let Some(body) = Some(&handler.body).filter(|body| body.file.is_none()) else { return false };
    let text = model.text(body.range);
    ['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{quote}{name}{quote}")))
}

/// The names of a read's path below the first ones.
fn names_below<'r>(read: &'r ErrorRead, names: &[&str]) -> Vec<&'r str> {
    read.path[names.len()..].iter().map(|name| name.as_str()).collect()
}

/// The edit that writes `err.statusCode === 429` instead of `err.message.includes("429")`.
fn compared(model: &Model<'_>, read: &ErrorRead, status: &str) -> Option<TextEdit> {
    let edit = around_error(model, read, &["message", "includes"], &format!("{{}}.statusCode === {status}"))?;
    let at = edit.range;
    if model.text(at).contains("?.") {
        return None;
    }
    let before = model.text(TextRange { start: at.start.checked_sub(1)?, end: at.start });
    let after = model.text(TextRange { start: at.end, end: at.end + 1 });
    Some(match (before.as_str(), after.as_str()) {
        ("!", ")") => TextEdit {
            range: TextRange { start: at.start - 1, end: at.end },
            text: edit.text.replace(" === ", " !== "),
        },
        ("(", ")") => edit,
        _ => TextEdit { text: format!("({})", edit.text), ..edit },
    })
}

/// The status that the message of an error is searched for: `err.message.includes("429")`,
/// `/\b429\b/.test(err.message)`.
fn status_in_message(model: &Model<'_>, read: &ErrorRead) -> Option<String> {
    const ASKS: &[&str] = &["endsWith", "includes", "indexOf", "match", "search", "startsWith"];
    let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
    let words = match (path.as_slice(), &read.argument, read.call, &read.used) {
        (["message", asks], Some(argument), _, _) if ASKS.contains(asks) => argument.to_string(),
        // The argument is a regular expression.
        (["message", asks], None, Some(call), _) if ASKS.contains(asks) && read.at.file.is_none() => {
            let text = model.text(call);
            text.get(text.rfind("(/")?..)?.to_owned()
        }
        (["message"], _, _, UsedFor::Passed { name, call, .. }) if name == "test" && read.at.file.is_none() => {
            let text = model.text(*call);
            text.strip_prefix('/')?;
            text.get(..text.rfind("/")?)?.to_owned()
        }
        _ => return None,
    };
    let mut numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 3);
    let is_status = |number: &&str| matches!(number.as_bytes(), [b'4' | b'5', _, _]);
    let status = numbers.find(is_status)?;
    // `429` and words for a status, but no sentence that may come from the API.
    let rest = words.replace(status, "").to_lowercase();
    let plain = |word: &str| {
        matches!(word, "" | "b" | "d" | "status" | "code" | "http" | "error" | "with" | "i" | "failed" | "request")
    };
    rest.split(|c: char| !c.is_alphabetic()).all(plain).then(|| status.to_owned())
}

fn is_status(constant: &Constant) -> bool {
    matches!(constant, Constant::Number(code) if (100.0..600.0).contains(code))
}

/// The edit that reads the property that the error has instead, and that property.
fn repaired(model: &Model<'_>, read: &ErrorRead, path: &str, names: &[&str]) -> Option<(TextEdit, &'static str)> {
    const BODY: &str = "err.body";
    const PARSED: &str = "JSON.parse(err.body)";
    const MESSAGE: &str = "err.message";
    let whole = read.path.len() == names.len();
    let after_error = |after: &str| behind_error(model, read, names, after);
    let edit = match path {
        "status" | "response.status" => (after_error(".statusCode")?, "err.statusCode"),
        // It is a string and has no properties to read.
        "response.body" if whole => (after_error(".body")?, BODY),
        "statusText" | "response.statusText" => (after_error(".message")?, MESSAGE),
        "headers" | "response.headers.get" => {
            let name = header(read).map(|(name, _)| name);
            let after = match name {
                Some(name) if read.call.is_some() => format!(".response?.headers?.[\"{name}\"]"),
                _ if read.call.is_some() => return None,
                _ => ".response?.headers".to_owned(),
            };
            let mut edit = behind_error(model, read, &names[..1], &after)?;
            if let Some(call) = read.call {
                edit.range.end = call.end;
            }
            (edit, "err.response.headers")
        }
        // A string is as good where it is logged or passed on, and nothing is parsed that may not be JSON.
        "data" | "response.data" if whole => (after_error(".body")?, BODY),
        "data" | "response.data" => match names_below(read, names).as_slice() {
            ["message" | "error" | "detail"] | ["meta", "error"] => {
                let all: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
                (behind_error(model, read, &all, ".message")?, MESSAGE)
            }
            _ => return None,
        },
        "response.text" if whole && read.call.is_some() => (around_error(model, read, names, "{}.body")?, BODY),
        "response.json" if whole && read.call.is_some() => {
            (around_error(model, read, names, "JSON.parse({}.body ?? \"null\")")?, PARSED)
        }
        _ => return None,
    };
    Some(edit)
}
