//! `raw-http-endpoint`: a request to Customer.io without the SDK, to a wrong address or with wrong authentication.

use super::judge::addresses::{Fault, marked, other_region, report_faults};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Authorization, RawRequest, Scheme};
use crate::sdk::{CredentialKind, Region, Root};

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

Addresses that are only old are told by `old-api-address`. Silent where an address or a credential comes from outside of the code, and in tests.

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

Writes the host of the account's region, or encodes the address, where it is written in this file. Only suggested: what
answers there may answer otherwise.

### References

- [App API](https://docs.customer.io/api/app/)
- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: APIs](https://docs.customer.io/integrations/api/customerio-apis/)
"#,
};

/// What stands before what names a person in the paths of the APIs, and in their queries.
const PERSONS: [&str; 2] = ["/customers/", "?email="];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    report_faults(cx, report, |request| {
        let wrong_key = request.authorization.and_then(|it| authorization(request.api, it));
        let of_address = of_region(cx, request).or_else(|| not_encoded(request));
        wrong_key.into_iter().chain(of_address)
    });
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

fn of_region(cx: &Context<'_>, request: &RawRequest) -> Option<Fault> {
    let account = other_region(cx.settings, request)?;
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
