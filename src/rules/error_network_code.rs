//! `error-network-code`: the code of a network error, read from where it was before 5.0.

use super::helpers::errors::{at_read, behind_error, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Constant, ErrorRead};
use crate::sdk::errors::NETWORK_ERROR;

pub const META: RuleMeta = RuleMeta {
    id: "error-network-code",
    summary: "Network error code read from `err.code`, which is not set since 5.0",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"Since 5.0 the SDK sends its requests with `fetch`
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). If there is no response, the error is the one of
`fetch`: a `TypeError` with the message "fetch failed", whose `cause` has the code. A timeout is a `DOMException` named
`TimeoutError`. `err.code === "ECONNRESET"`, which worked up to 4.x, is never true.

The rule needs the installed version. It is silent where anything else is awaited in the same `try`, and where `err.cause` is read
too. A helper that other files may use for other errors gets an informational finding.

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

Reads `err.cause?.code`; suggested. There is no fix for timeouts and closed connections: a timeout is
`err.name === "TimeoutError"` and has no `cause`, and a connection that the server closes has the code `UND_ERR_SOCKET`.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [undici: errors](https://github.com/nodejs/undici/blob/main/docs/docs/api/Errors.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if NETWORK_ERROR.at(ctx.model.version()).is_none_or(|network| network.code != "cause.code") {
        return;
    }
    for (handler, read, severity) in reads(ctx.model) {
        if read.dotted() != "code" || handler.reads_below(&["cause"]) {
            continue;
        }
        let Some(code) = network_code(read) else { continue };
        let what = format!("`err.code` is never `{code}` since 5.0");
        // A timeout has no `cause`, and a closed connection has a different code there.
        let moved = read.compared.iter().all(
            |it| matches!(&it.with, Constant::Text(text) if CODES.contains(&text.as_str()) && !CHANGED.contains(&text.as_str())),
        );
        let help = match code {
            "ETIMEDOUT" | "ESOCKETTIMEDOUT" | "ECONNABORTED" => {
                "Check `err.name === \"TimeoutError\"` to recognize a timeout."
            }
            "ECONNRESET" | "EPIPE" => {
                "Read `err.cause?.code`, which is `ECONNRESET` or `UND_ERR_SOCKET` for a closed connection."
            }
            _ => "Read `err.cause?.code`; check `err.name === \"TimeoutError\"` for timeouts.",
        };
        at_read(report, handler, read, severity, what)
            .why("the SDK sends requests with `fetch`, whose errors have their code in `cause`")
            .help(help)
            .fix("Read `err.cause?.code`", Applicability::Suggested, || {
                if moved { behind_error(ctx.model, read, &["code"], ".cause?.code") } else { None }
            });
    }
}

/// The first network error code that a read is compared with.
fn network_code(read: &ErrorRead) -> Option<&str> {
    read.compared.iter().find_map(|compared| match &compared.with {
        Constant::Text(text) if CODES.contains(&text.as_str()) => Some(text.as_str()),
        _ => None,
    })
}

/// Codes that have another name since 5.0, or do not exist.
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
