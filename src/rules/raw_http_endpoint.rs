//! `raw-http-endpoint`: a request to Customer.io without the SDK, to a wrong address or with wrong authentication.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::config::AccountRegion;
use crate::finding::{Applicability, Severity};
use crate::model::{Authorization, RawRequest, Scheme};
use crate::sdk::{CredentialKind, OLD_HOSTS, Region, Root};
use crate::text::{Place, TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "raw-http-endpoint",
    summary: "A request to Customer.io without the SDK has a wrong address or wrong authentication",
    category: "http",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Code that talks to the [APIs](https://docs.customer.io/api/) by `fetch`, axios, got and their kin has to get right by itself
what the SDK does: each API has its own way to say who asks, each region its own hosts, and what stands in an address has to
be encoded.

- The [App API](https://docs.customer.io/api/app/) takes a bearer token, the App API key; the
  [Track API](https://docs.customer.io/api/track/) takes Basic with the Site ID and the Track API key. The other way
  around the answer is 401. A bearer token for the Track API is only found when its name or its form says that it is one of
  the older keys: newer ones may be sent so.
- The host of the other region than `region` in the settings: requests fail, or pass through the US.
- A `+` or an `@` in an address that names a person, which
  [has to be encoded](https://docs.customer.io/integrations/api/customerio-apis/): it may match nobody, and the answer is 200
  all the same.
- `beta-api.customer.io` and `/v1/api/…` are addresses of the App API that its documentation no longer knows: an information.

Silent where an address or a credential comes from outside of the code, and in tests.

### Invalid

```ts
import { Buffer } from "node:buffer";

const key = process.env.CUSTOMERIO_APP_API_KEY;
await fetch("https://api.customer.io/v1/campaigns", {
  headers: { Authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
});
```

### Valid

```ts
await fetch("https://api.customer.io/v1/campaigns", {
  headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` },
});
```

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.listCampaigns();
```

### Fix

Writes the host or the path as the API's documentation has it, or encodes the address, where it is written in this file. Only
suggested: what answers there may answer otherwise.

### References

- [App API](https://docs.customer.io/api/app/)
- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: APIs](https://docs.customer.io/integrations/api/customerio-apis/)
"#,
};

/// What stands before the paths of the App API in older code.
const OLD_PREFIX: &str = "/v1/api";
/// What stands before what names a person in the paths of the APIs, and in their queries.
const PERSONS: [&str; 2] = ["/customers/", "?email="];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_test() {
        return;
    }
    let mut told: Vec<TextRange> = Vec::new();
    for request in cx.model.raw_requests() {
        for fault in faults(cx, &request) {
            // One text may begin the addresses of many requests.
            if told.contains(&fault.at) {
                continue;
            }
            told.push(fault.at);
            let elsewhere = request.begins.file.is_some().then(|| request.begins.clone());
            let edit = fault.instead.and_then(|(from, to)| replace(cx, &request.begins, &from, &to));
            let draft = report
                .at(fault.at, fault.severity, fault.message)
                .help(fault.help)
                .related_at(elsewhere, "the address begins here");
            if let Some(edit) = edit {
                draft.fix("Correct the address", Applicability::Suggested, vec![edit]);
            }
        }
    }
}

struct Fault {
    at: TextRange,
    severity: Severity,
    message: String,
    help: String,
    /// What to write instead of which part of the address.
    instead: Option<(String, String)>,
}

fn faults(cx: &Context<'_>, request: &RawRequest) -> Vec<Fault> {
    let wrong_key = request.authorization.and_then(|it| authorization(request.api, it));
    let of_address = old_address(request).or_else(|| other_region(cx, request)).or_else(|| not_encoded(request));
    wrong_key.into_iter().chain(of_address).collect()
}

fn authorization(api: Root, given: Authorization) -> Option<Fault> {
    let (message, help) = match (api, given.scheme, given.key) {
        (Root::App, Scheme::Basic, _) => (
            "the App API takes a bearer token, and no user with a password: the answer is 401".to_owned(),
            "Send `Authorization: Bearer …` with the App API key, or let `APIClient` of the SDK do it.",
        ),
        (Root::App, Scheme::Bearer, Some(key @ (CredentialKind::TrackKey | CredentialKind::SiteId))) => {
            (format!("a {} does not open the App API: the answer is 401", key.as_str()), "Send the App API key.")
        }
        (
            Root::Track | Root::TrackV2,
            Scheme::Bearer,
            Some(key @ (CredentialKind::TrackKey | CredentialKind::SiteId | CredentialKind::AppKey)),
        ) => (
            format!("the Track API does not take the {} as a bearer token: the answer is 401", key.as_str()),
            "Send Basic with the Site ID and the Track API key, or let `TrackClient` of the SDK do it.",
        ),
        _ => return None,
    };
    Some(Fault { at: given.range, severity: Severity::Warning, message, help: help.to_owned(), instead: None })
}

fn old_address(request: &RawRequest) -> Option<Fault> {
    if request.api != Root::App {
        return None;
    }
    let host = request.api.host(request.region);
    let is_old_host = OLD_HOSTS.iter().any(|(old, _)| old.eq_ignore_ascii_case(&request.host));
    let has_old_prefix =
        request.path.strip_prefix(OLD_PREFIX).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let old = |path: &str| format!("{}{path}", request.host);
    let (from, to) = match (is_old_host, has_old_prefix) {
        (_, true) => (old(OLD_PREFIX), format!("{host}/v1")),
        (true, false) => (old(""), host.to_owned()),
        (false, false) => return None,
    };
    Some(Fault {
        at: marked(request),
        severity: Severity::Info,
        message: format!("`{from}` is an old address of the App API, which its documentation no longer knows"),
        help: format!("The App API is at `https://{host}/v1`."),
        instead: Some((from, to)),
    })
}

fn other_region(cx: &Context<'_>, request: &RawRequest) -> Option<Fault> {
    let account = match cx.settings.region? {
        AccountRegion::Us => Region::Us,
        AccountRegion::Eu => Region::Eu,
    };
    if request.region == account {
        return None;
    }
    let effect = match account {
        Region::Eu => "requests are redirected, and pass through the US",
        Region::Us => "requests fail",
    };
    let host = request.api.host(account);
    Some(Fault {
        at: marked(request),
        severity: Severity::Warning,
        message: format!(
            "this is the host of the {}, but the settings say that the account is in the {}: {effect}",
            request.region.as_str(),
            account.as_str()
        ),
        help: format!("Its host is `{host}`."),
        instead: Some((request.host.to_string(), host.to_owned())),
    })
}

fn not_encoded(request: &RawRequest) -> Option<Fault> {
    let (before, person) = PERSONS.iter().find_map(|before| {
        let (_, rest) = request.path.split_once(before)?;
        let end = rest.find(['/', '&', '?', '#']).unwrap_or(rest.len());
        Some((*before, &rest[..end]))
    })?;
    if !person.contains(['+', '@']) {
        return None;
    }
    let encoded = person.replace('+', "%2B").replace('@', "%40");
    Some(Fault {
        at: request.address,
        severity: Severity::Warning,
        message: "what names the person is not encoded here: it may match nobody, and the answer is 200 all the same"
            .to_owned(),
        help: "Encode it: `encodeURIComponent(…)`.".to_owned(),
        instead: Some((format!("{before}{person}"), format!("{before}{encoded}"))),
    })
}

/// What to mark of an address: the text that it begins with, when that stands in this file.
fn marked(request: &RawRequest) -> TextRange {
    match request.begins.file {
        None => request.begins.range,
        Some(_) => request.address,
    }
}

/// The edit that writes something else in a text of this file that has it once.
fn replace(cx: &Context<'_>, begins: &Place, from: &str, to: &str) -> Option<TextEdit> {
    if begins.file.is_some() {
        return None;
    }
    let text = cx.model.text(begins.range);
    let (before, behind) = text.split_once(from)?;
    let start = begins.range.start() + before.len();
    (!behind.contains(from)).then(|| TextEdit::replace(TextRange::new(start, start + from.len()), to))
}
