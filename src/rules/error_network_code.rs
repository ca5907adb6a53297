//! `error-network-code`: the code of a network error is looked for where it was before 5.0.

use super::judge::errors::{at_read, behind_error, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Constant, ErrorRead};
use crate::sdk::errors::NETWORK_ERROR;

pub const META: RuleMeta = RuleMeta {
    id: "error-network-code",
    summary: "The code of a network error is read from `err.code`, where it is no more since 5.0",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    docs: r#"Since 5.0 the SDK sends its requests with `fetch`
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). When no answer comes, the error is that of
`fetch`: a `TypeError` that says "fetch failed", whose `cause` has the code. A timeout is a `DOMException` named
`TimeoutError`. `err.code === "ECONNRESET"`, which worked up to 4.x, is never true.

Only where the installed version is known. Silent where something else is awaited in the same `try`, and where `err.cause` is
looked at too. Informational in a helper that other files may use for anything.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function isReachable(): Promise<boolean> {
  try {
    await cio.identify("probe", { kind: "probe" });
    return true;
  } catch (err: any) {
    if (err.code === "ECONNREFUSED") return false;
    throw err;
  }
}
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function isReachable(): Promise<boolean> {
  try {
    await cio.identify("probe", { kind: "probe" });
    return true;
  } catch (err: any) {
    if (err.cause?.code === "ECONNREFUSED") return false;
    throw err;
  }
}
```

### Fix

Reads `err.cause?.code`; suggested. None where a timeout or a closed connection is looked for: a timeout is
`err.name === "TimeoutError"` and has no `cause`, and a connection that the server closes has the code `UND_ERR_SOCKET`.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [undici: errors](https://github.com/nodejs/undici/blob/main/docs/docs/api/Errors.md)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if NETWORK_ERROR.at(cx.model.version()).is_none_or(|network| network.code != "cause.code") {
        return;
    }
    for (handler, read, severity) in reads(cx.model) {
        if read.dotted() != "code" || handler.reads_below(&["cause"]) {
            continue;
        }
        let Some(code) = network_code(read) else { continue };
        let message =
            format!("since 5.0 network errors of the SDK have their code in `cause`: `{code}` is never found here");
        // A timeout has no `cause`, and a connection that is closed has another code there than the one that is compared.
        let moved = read.compared.iter().all(
            |it| matches!(&it.with, Constant::Text(text) if CODES.contains(&text.as_str()) && !CHANGED.contains(&text.as_str())),
        );
        let edit = behind_error(cx.model, read, &["code"], ".cause?.code").filter(|_| moved);
        let help = match code {
            "ETIMEDOUT" | "ESOCKETTIMEDOUT" | "ECONNABORTED" => "A timeout is `err.name === \"TimeoutError\"`.",
            "ECONNRESET" | "EPIPE" => {
                "Read `err.cause?.code`: it is `ECONNRESET` or `UND_ERR_SOCKET` when the connection is closed."
            }
            _ => "Read `err.cause?.code`; a timeout is `err.name === \"TimeoutError\"`.",
        };
        at_read(report, handler, read, severity, message).help(help).fix(
            "Read `err.cause?.code`",
            Applicability::Suggested,
            edit.into_iter().collect(),
        );
    }
}

/// The first network code that a read is compared with.
fn network_code(read: &ErrorRead) -> Option<&str> {
    read.compared.iter().find_map(|compared| match &compared.with {
        Constant::Text(text) if CODES.contains(&text.as_str()) => Some(text.as_str()),
        _ => None,
    })
}

/// Codes that are found under another name since 5.0, or not at all.
const CHANGED: &[&str] = &["ECONNABORTED", "ECONNRESET", "EPIPE", "ESOCKETTIMEDOUT", "ETIMEDOUT"];

const CODES: &[&str] = &[
    "EAI_AGAIN",
    "ECONNABORTED",
    "ECONNREFUSED",
    "ECONNRESET",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ENOTFOUND",
    "EPIPE",
    "ESOCKETTIMEDOUT",
    "ETIMEDOUT",
];
