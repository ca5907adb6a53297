//! `credential-logged`: a credential that is written to a log.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Logged, LoggedThing, Sink};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "credential-logged",
    summary: "A Customer.io credential is written to a log, an error report, an error message, or a response",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Logs are kept, copied and read by more people and services than the environment that the key came from. Anyone who
can read them can send messages to every customer and read their data.

A credential is what a client in the file is created with, or an environment variable whose name says so
(`CUSTOMERIO_APP_API_KEY`). The rule follows it through variables, templates, objects, arrays and `JSON.stringify` into
`console`, common loggers (pino, winston, bunyan, log4js, debug, signale, consola, Nest's `Logger`, anything called `log` or
`logger`), functions of the project that hand it to one of these, error reports (Sentry, Bugsnag), the message of an `Error`,
and answers to requests (`res.json`, `reply.send`, `Response.json`). Also reported: a client (its fields hold the
credentials it was created with), an options object that holds them, and the whole `process.env`.

Silent for what does not show the value: `Boolean(key)`, `!!key`, `key ? "set" : "missing"`, `key.length`,
`key.slice(-4)`, `mask(key)`, hashes, a replacer in `JSON.stringify`, and loggers that redact keys. The Site ID is not a
secret.

### Invalid

```ts
import { APIClient } from "customerio-node";

const key = process.env.CUSTOMERIO_APP_API_KEY!;
console.log(`Customer.io key: ${key}`);
export const api = new APIClient(key);
```

```ts
import { TrackClient } from "customerio-node";
import pino from "pino";

const options = { siteId: process.env.CUSTOMERIO_SITE_ID!, apiKey: process.env.CUSTOMERIO_TRACK_API_KEY! };
pino().info({ options }, "Customer.io is configured");
export const cio = new TrackClient(options.siteId, options.apiKey);
```

### Valid

```ts
import { APIClient } from "customerio-node";

const key = process.env.CUSTOMERIO_APP_API_KEY!;
console.log("Customer.io key:", key ? "set" : "missing");
export const api = new APIClient(key);
```

### Fix

Logs `Boolean(…)` instead: whether the credential is set. Suggested, because it changes what is logged. There is no fix where an
object, a client or the whole environment is logged. If the line has run in production, rotate the key.

### References

- [OWASP: data to exclude from logs](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude)
- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    for logged in ctx.model.credentials().logged() {
        let written = ctx.model.text(logged.at);
        let help = match (&logged.into, logged.is_replaceable) {
            (Sink::Response(_), _) => {
                "Call Customer.io on the server, and send only what the caller needs. If it was sent before, rotate the key."
                    .to_owned()
            }
            (_, true) => {
                format!("Log only whether it is set: `Boolean({written})`. If it was logged before, rotate the key.")
            }
            (_, false) => "Log only the fields you need. If it was logged before, rotate the key.".to_owned(),
        };
        let draft = report
            .at(logged.at, Severity::Warning, what(&logged))
            .why(match logged.into {
                Sink::Log(_) => "anyone who can read the log can use the credential",
                Sink::Response(_) => "anyone who can send the request can use the credential",
                Sink::Error => "error messages are logged, reported, and often sent to the caller",
            })
            .help(help)
            .related_at(logged.origin.clone(), "the credential comes from here");
        if logged.is_replaceable {
            let instead = if logged.is_shorthand {
                format!("{written}: Boolean({written})")
            } else {
                format!("Boolean({written})")
            };
            let edit = TextEdit::replace(logged.at, instead);
            draft.fix("Log only whether it is set", Applicability::Suggested, || [edit]);
        }
    }
}

fn what(logged: &Logged) -> String {
    let by = match &logged.into {
        Sink::Log(by) => by,
        Sink::Response(by) => return sent(logged.what, by),
        Sink::Error => return "credential in an error message".to_owned(),
    };
    match logged.what {
        LoggedThing::Key => format!("`{by}` logs a credential"),
        LoggedThing::Holder => format!("`{by}` logs an object that holds a credential"),
        LoggedThing::Client(kind) => {
            format!("`{by}` logs the fields of {}, which hold its credentials", kind.class_name())
        }
        LoggedThing::Environment => {
            format!("`{by}` logs every environment variable, including Customer.io credentials")
        }
    }
}

fn sent(what: LoggedThing, by: &str) -> String {
    match what {
        LoggedThing::Key => format!("`{by}` sends a credential to the caller"),
        LoggedThing::Holder => format!("`{by}` sends an object that holds a credential to the caller"),
        LoggedThing::Client(kind) => {
            format!("`{by}` sends the fields of {} to the caller, which hold its credentials", kind.class_name())
        }
        LoggedThing::Environment => {
            format!("`{by}` sends every environment variable to the caller, including Customer.io credentials")
        }
    }
}
