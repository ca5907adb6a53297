//! `error-shape`: something is read of an error of the SDK that it never has.

use super::judge::errors::{around_error, at_read, behind_error, header, misses_retry_after, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Constant, ErrorHandler, ErrorRead, Model, UsedFor};
use crate::sdk::errors::{NeverSet, REFUSAL, Refusal};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "error-shape",
    summary: "Something is read of an error of the SDK that it never has",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"An error of the SDK has `statusCode`, `body` (a text: the JSON of the answer) and `response` with `headers`
([`CustomerIORequestError`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). What errors of other
libraries have is `undefined` here: `status`, `headers`, `response.status`, `response.data` of axios, and since 3.0
`response.body` of SendGrid (a string up to 2.1.1). A branch that asks for it never runs. Since 5.0 `response` has `statusCode`, `headers` and `ok` alone, no `socket`
and no `rawHeaders`.

The message of an error is the text of the API's response, or "Unknown error": a status that is looked for in it
(`err.message.includes("429")`, `/429/.test(err.message)`) is not found, also where the request failed with that status.

Only where every error comes from the SDK as far as can be seen: silent where something else is awaited in the same `try`,
where the class of the error is asked for, and where the property is set by the code itself. `err.statusCode ?? err.status`
is a hint: the second half never counts. Retry-After is left to `retry-after-wrong-property`.

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

Reads what the error has: `statusCode`, `response.headers`, `body` (a string), and `message`, in which the SDK puts the reason out
of the answer. Suggested, since the error may come from something else. None where the code gives the error a type of its own,
or asks by a string whether it has the property (`"status" in err`).

### References

- [customerio-node: the error](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [customerio-node: requests](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (handler, read, severity) in reads(cx.model) {
        if severity < Severity::Warning || misses_retry_after(read) {
            continue;
        }
        let Some(wrong) = wrong(cx.model, handler, read) else { continue };
        // What stands behind a read that is found already says nothing new.
        let path = &read.path;
        let found = |other: &ErrorRead| {
            other.path.len() < path.len()
                && path.starts_with(&other.path)
                && self::wrong(cx.model, handler, other).is_some()
        };
        if read.is_behind && handler.reads.iter().any(found) {
            continue;
        }
        // `const { headers } = err`: where the header is read, more can be said.
        let behind = |other: &ErrorRead| other.is_behind && other.path.starts_with(path) && misses_retry_after(other);
        if handler.reads.iter().any(behind) {
            continue;
        }
        // Beside what is right, it does no harm.
        let dead = read.is_alternative && wrong.right.is_some_and(|right| handler.reads_below(&[right]));
        let severity = if dead { Severity::Hint } else { severity };
        let draft = at_read(report, handler, read, severity, wrong.message).help(wrong.help);
        match wrong.edit {
            // To read the same thing twice mends nothing.
            _ if dead => {
                draft.unnecessary();
            }
            Some(edit) => {
                draft.fix(wrong.title, Applicability::Suggested, vec![edit]);
            }
            None => {}
        }
    }
}

/// What is wrong with a read.
struct Wrong {
    message: String,
    help: String,
    title: String,
    /// What the error has instead, where that is one property.
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
            [.., "get" | "json" | "text"] if read.call.is_some() => "this throws",
            _ => "this is always `undefined`",
        };
        // `"status" in err` tells more than the read: both are to be changed, or none.
        let edit = repaired(model, read, never.path, names).filter(|_| !asks_for(model, handler, names[0]));
        let reads = edit.as_ref().map_or(never.instead, |(_, reads)| *reads);
        return Some(Wrong {
            message: format!("the SDK's errors have no `{}`{habit}: {effect}", names.join(".")),
            help: format!("Read `{}`.", never.instead),
            title: format!("Read `{reads}`"),
            right: (never.instead == "err.statusCode").then_some("statusCode"),
            edit: edit.map(|(edit, _)| edit),
        });
    }
    if path == ["code"] && !read.compared.is_empty() && read.compared.iter().all(|it| is_status(&it.with)) {
        let edit = behind_error(model, read, &["code"], ".statusCode");
        return Some(Wrong {
            message: "`code` of an error is no status code: this is never equal".to_owned(),
            help: "Read `err.statusCode`.".to_owned(),
            title: "Read `err.statusCode`".to_owned(),
            right: Some("statusCode"),
            edit,
        });
    }
    if let Some(status) = status_in_message(model, read) {
        let edit = (path == ["message", "includes"]).then(|| compared(model, read, &status)).flatten();
        return Some(Wrong {
            message: format!(
                "the status `{status}` is looked for in the message of an error, which is the API's text and does not name it"
            ),
            help: "Read `err.statusCode`.".to_owned(),
            title: "Read `err.statusCode`".to_owned(),
            right: Some("statusCode"),
            edit,
        });
    }
    let gone = REFUSAL.at(version) == Some(Refusal::ErrorWithPlainResponse)
        && matches!(path.as_slice(), ["response", "rawHeaders" | "socket" | "statusMessage", ..]);
    gone.then(|| Wrong {
        message: format!("since 5.0 `response` of the SDK's errors has no `{}`: this is always `undefined`", path[1]),
        help: "`response` has `statusCode`, `headers` and `ok`.".to_owned(),
        title: String::new(),
        right: None,
        edit: None,
    })
}

/// Whether a handler asks by a string whether the error has a property: `"status" in err`, `Object.hasOwn(err, "status")`.
fn asks_for(model: &Model<'_>, handler: &ErrorHandler, name: &str) -> bool {
    let Some(body) = Some(&handler.body).filter(|body| body.file.is_none()) else { return false };
    let text = model.text(body.range);
    ['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{quote}{name}{quote}")))
}

/// What a read reads below the first names of its path.
fn names_below<'r>(read: &'r ErrorRead, names: &[&str]) -> Vec<&'r str> {
    read.path[names.len()..].iter().map(|name| name.as_str()).collect()
}

/// `err.statusCode === 429` instead of `err.message.includes("429")`.
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

/// The status that is looked for in the message of an error: `err.message.includes("429")`, `/\b429\b/.test(err.message)`.
fn status_in_message(model: &Model<'_>, read: &ErrorRead) -> Option<String> {
    const ASKS: &[&str] = &["endsWith", "includes", "indexOf", "match", "search", "startsWith"];
    let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
    let words = match (path.as_slice(), &read.argument, read.call, &read.used) {
        (["message", asks], Some(argument), _, _) if ASKS.contains(asks) => argument.to_string(),
        // What it is called with is a regular expression.
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
    // `429` and what only says that it is one, but no sentence that may be the API's own.
    let rest = words.replace(status, "").to_lowercase();
    let plain = |word: &str| {
        matches!(word, "" | "b" | "d" | "status" | "code" | "http" | "error" | "with" | "i" | "failed" | "request")
    };
    rest.split(|c: char| !c.is_alphabetic()).all(plain).then(|| status.to_owned())
}

fn is_status(constant: &Constant) -> bool {
    matches!(constant, Constant::Number(code) if (100.0..600.0).contains(code))
}

/// The edit that reads what the error has instead, and what that is.
fn repaired(model: &Model<'_>, read: &ErrorRead, path: &str, names: &[&str]) -> Option<(TextEdit, &'static str)> {
    const BODY: &str = "err.body";
    const PARSED: &str = "JSON.parse(err.body)";
    const MESSAGE: &str = "err.message";
    let whole = read.path.len() == names.len();
    let behind = |after: &str| behind_error(model, read, names, after);
    let edit = match path {
        "status" | "response.status" => (behind(".statusCode")?, "err.statusCode"),
        // It is a string, of which nothing can be read as of an object.
        "response.body" if whole => (behind(".body")?, BODY),
        "statusText" | "response.statusText" => (behind(".message")?, MESSAGE),
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
        // Where it is logged or handed on, a string does as well, and nothing is parsed that may not be JSON.
        "data" | "response.data" if whole => (behind(".body")?, BODY),
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
