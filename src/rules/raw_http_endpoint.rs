//! `raw-http-endpoint`: a request to Customer.io without the SDK, to the wrong address or with the wrong
//! authentication.

use super::helpers::addresses::{Fault, marked, other_region, report_faults};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Authorization, RawRequest, Scheme};
use crate::sdk::{CredentialKind, PathRoot, Region};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "raw-http-endpoint",
    summary: "A request without the SDK has the wrong address or the wrong authentication",
    category: "http",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Code that calls the [APIs](https://docs.customer.io/api/) with `fetch`, axios, got or similar has to do what the SDK does
otherwise: each API has its own authentication, each region has its own hosts, and values in a URL must be encoded. The
rule reports:

- The wrong authentication. The [App API](https://docs.customer.io/api/app/) expects a bearer token, the App API key; the
  [Track API](https://docs.customer.io/api/track/) expects Basic auth with the Site ID and the Track API key. The other way
  around, requests fail with 401. A bearer token for the Track API is reported only if its name or form says that it is one
  of the older keys, because newer ones may be sent that way.
- The host of a region other than `region` in the settings: requests fail, or pass through the US.
- A `+` or an `@` in a URL that names a person, or a variable there that holds an email address by its name, which
  [must be encoded](https://docs.customer.io/integrations/api/customerio-apis/): otherwise the URL may match no person, and
  the API still responds with 200.

Outdated addresses are left to `old-api-address`. Nothing is reported in tests, or if an address or a credential comes from
outside the code.

### Invalid

```ts
import { Buffer } from "node:buffer";

const key = process.env.CUSTOMERIO_APP_API_KEY;
const response = await fetch("https://api.customer.io/v1/campaigns", {
  headers: { Authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
});
if (!response.ok) throw new Error(`Customer.io: ${response.status}`);
```

### Valid

```ts
const response = await fetch("https://api.customer.io/v1/campaigns", {
  headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` },
});
if (!response.ok) throw new Error(`Customer.io: ${response.status}`);
```

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.listCampaigns();
```

### Fix

Changes the host to that of the account's region, or encodes the value, if the URL is written in this file. Only
suggested, because the responses may differ.

### References

- [App API](https://docs.customer.io/api/app/)
- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: APIs](https://docs.customer.io/integrations/api/customerio-apis/)
"#,
};

/// The parts of API paths and queries before the value that names a person.
const PERSONS: [&str; 2] = ["/customers/", "?email="];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    report_faults(ctx, report, |request| {
        let wrong_key = request.authorization.and_then(|it| authorization(request.api, it));
        let of_address = of_region(ctx, request).or_else(|| not_encoded(request));
        wrong_key.into_iter().chain(of_address)
    });
    if ctx.model.file().is_test() {
        return;
    }
    for at in ctx.model.http().bare_addresses() {
        let text = ctx.model.text(at);
        let edit = TextEdit::replace(at, format!("encodeURIComponent({text})"));
        report.at(at, Severity::Warning, NOT_ENCODED).why(NO_MATCH).help(ENCODE).fix(
            "Wrap in `encodeURIComponent`",
            Applicability::Suggested,
            || [edit],
        );
    }
}

/// The mistake in an address of a person, its consequence and its repair.
const NOT_ENCODED: &str = "the person's identifier is not URL-encoded";
const NO_MATCH: &str = "it may match no person, and the API still responds with 200";
const ENCODE: &str = "Encode it with `encodeURIComponent(…)`.";

fn authorization(api: PathRoot, given: Authorization) -> Option<Fault> {
    let (what, help) = match (api, given.scheme, given.key) {
        (PathRoot::App, Scheme::Basic, _) => (
            "the App API expects a bearer token, not Basic auth".to_owned(),
            "Send `Authorization: Bearer …` with the App API key, or use `APIClient` of the SDK.",
        ),
        (PathRoot::App, Scheme::Bearer, Some(key @ (CredentialKind::TrackKey | CredentialKind::SiteId))) => {
            (format!("the App API does not accept the {}", key.as_str()), "Send the App API key.")
        }
        (
            PathRoot::Track | PathRoot::TrackV2,
            Scheme::Bearer,
            Some(key @ (CredentialKind::TrackKey | CredentialKind::SiteId | CredentialKind::AppKey)),
        ) => (
            format!("the Track API does not accept the {} as a bearer token", key.as_str()),
            "Send Basic auth with the Site ID and the Track API key, or use `TrackClient` of the SDK.",
        ),
        (PathRoot::Pipelines, Scheme::Bearer, Some(key)) => (
            format!("the Pipelines API does not accept the {} as a bearer token", key.as_str()),
            "Send Basic auth with the write key as the user and no password.",
        ),
        _ => return None,
    };
    Some(Fault {
        at: given.range,
        severity: Severity::Warning,
        what,
        why: "the request fails with 401",
        help: help.to_owned(),
        instead: None,
    })
}

fn of_region(ctx: &Context<'_>, request: &RawRequest) -> Option<Fault> {
    let account = other_region(ctx.settings, request)?;
    let why = match account {
        Region::Eu => "requests are redirected and pass through the US",
        Region::Us => "requests fail",
    };
    let host = request.api.host(account);
    Some(Fault {
        at: marked(request),
        severity: Severity::Warning,
        what: format!(
            "this host is in the {}, but the settings place the account in the {}",
            request.region.as_str(),
            account.as_str()
        ),
        why,
        help: format!("Use the host `{host}`."),
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
        what: NOT_ENCODED.to_owned(),
        why: NO_MATCH,
        help: ENCODE.to_owned(),
        instead: Some((format!("{before}{person}"), format!("{before}{encoded}"))),
    })
}
