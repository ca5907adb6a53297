//! `old-api-address`: a request without the SDK to an App API address that is no longer documented.

use super::helpers::addresses::{Fault, marked, other_region, report_faults};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::RawRequest;
use crate::sdk::{OLD_HOSTS, PathRoot};

pub const META: RuleMeta = RuleMeta {
    id: "old-api-address",
    summary: "A request without the SDK goes to an App API address that is no longer documented",
    category: "http",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`beta-api.customer.io`, `beta-api-eu.customer.io` and paths that begin with `/v1/api/` are earlier addresses of the
[App API](https://docs.customer.io/api/app/). The documentation no longer mentions them: they may stop responding, and may
lack newer endpoints.

Nothing is reported in tests, or if the address comes from outside the code.

### Invalid

```ts
const response = await fetch("https://beta-api.customer.io/v1/api/campaigns", {
  headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` },
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

### Fix

Changes the address to the documented one, if it is written in this file. Only suggested, because the responses may
differ.

### References

- [App API](https://docs.customer.io/api/app/)
- [Customer.io: APIs](https://docs.customer.io/integrations/api/customerio-apis/)
"#,
};

/// The prefix of App API paths in older code.
const OLD_PREFIX: &str = "/v1/api";

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    report_faults(ctx, report, |request| old_address(ctx, request));
}

fn old_address(ctx: &Context<'_>, request: &RawRequest) -> Option<Fault> {
    // The host of the other region is the worse mistake, which `raw-http-endpoint` reports.
    if request.api != PathRoot::App || other_region(ctx.settings, request).is_some() {
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
        what: format!("`{from}` is an old address of the App API"),
        why: "the documentation no longer mentions it",
        help: format!("Use `https://{host}/v1`."),
        instead: Some((from, to)),
    })
}
