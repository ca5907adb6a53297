//! `ignored-agent-option`: an option of a client that the installed version does not read.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, OptionKey, OptionValue};
use crate::sdk::{ClientKind, ClientOption, Effect, Has, URL_IS_HOST_AND_PATH, nearest_client_option, same_words};
use crate::text::TextEdit;
use url::Url;

pub const META: RuleMeta = RuleMeta {
    id: "ignored-agent-option",
    summary: "Client option that the installed version of the SDK ignores",
    category: "constructor",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Up to 2.x the SDK sends its requests with the package `request`, from 3.0 to 4.x with Node.js' `https`, and since 5.0 with `fetch`. An
option for one has no effect in the others: since 5.0 `agent`, `ca`, `cert`, `key` and `rejectUnauthorized` are accepted and ignored,
so requests bypass a proxy and connections use the defaults. `httpAgent`, `httpsAgent` and `maxSockets` are options of other libraries
and were never read.

From 3.0 to 4.5.1 only the host name and the path of `url` are used: requests go to port 443 over HTTPS, so a mock server at
`http://localhost:3000` is never reached. In the same versions every request fails with an `http.Agent`, because the protocol is
HTTPS.

`Analytics` of `@customerio/cdp-analytics-node` gets its region by `host`, and `AnalyticsBrowser` of
`@customerio/cdp-analytics-browser` by `cdnURL`: neither reads `region`, or the other's option.

Misspelled options (`timeOut`, `Retry`) are ignored in the same way. Options that the SDK passes to `https` or `fetch` without reading
them are left alone.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";
import { Agent } from "node:https";

const agent = new Agent({ keepAlive: true });
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { agent });
```

### Valid

```ts
// customerio-node 4.5.1
import { TrackClient } from "customerio-node";
import { Agent } from "node:https";

const agent = new Agent({ keepAlive: true });
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { agent });
```

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";
import { ProxyAgent } from "undici";

const dispatcher = new ProxyAgent(process.env.HTTPS_PROXY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { dispatcher });
```

### Fix

Renames a misspelled option; suggested. There is no fix for the others, whose replacements work differently.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node#119](https://github.com/customerio/customerio-node/issues/119)
- [undici: dispatchers](https://undici.nodejs.org/#/docs/api/Dispatcher)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for client in ctx.model.clients().of_other_sdks() {
        elsewhere(&client, report);
    }
    for client in ctx.model.clients().made() {
        for given in &client.option_keys {
            // Both have rules of their own.
            if given.key == "timeout" || given.key.eq_ignore_ascii_case("region") {
                continue;
            }
            match ClientOption::of(client.kind, &given.key) {
                Some(option) => ignored(ctx, report, client, given, option),
                None => misspelled(ctx, report, client, given),
            }
        }
    }
}

/// Reports what says the region to the SDKs for Pipelines, by the name that another one has for it.
fn elsewhere(client: &ClientMade, report: &mut Report<'_>) {
    let own = if client.kind == ClientKind::CdpNode { "host" } else { "cdnURL" };
    if client.option_keys.iter().any(|given| given.key == own) {
        return;
    }
    let is_meant = |key: &str| matches!(key, "region" | "host" | "cdnURL" | "apiHost");
    for given in client.option_keys.iter().filter(|given| is_meant(&given.key)) {
        report
            .at(given.at, Severity::Warning, format!("the option `{}` has no effect", given.key))
            .why(format!("`{}` does not read it, and sends everything to the US region", client.kind.class_name()))
            .help(format!("Set `{own}`: `https://cdp-eu.customer.io` is the EU region."))
            .unnecessary();
    }
}

fn ignored(ctx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade, given: &OptionKey, option: &ClientOption) {
    let version = ctx.model.version();
    if option.effect(version) != Some(Effect::Ignored) {
        return misread(ctx, report, client, given);
    }
    let class = client.kind.class_name();
    let why = match version {
        Some(version) => format!("{class} of customerio-node {version} does not read it"),
        None => format!("{class} does not read it"),
    };
    let help = match option.instead {
        "" => "Remove it.".to_owned(),
        instead => format!("Use {instead}."),
    };
    report
        .at(given.at, Severity::Warning, format!("the option `{}` has no effect", given.key))
        .why(why)
        .help(help)
        .unnecessary();
}

/// Reports a value that a version only reads in part, or that makes every request fail.
fn misread(ctx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade, given: &OptionKey) {
    let Some(version) = ctx.model.version() else { return };
    if URL_IS_HOST_AND_PATH.has(Some(version)) != Has::Yes {
        return;
    }
    match (given.key.as_str(), &given.value) {
        ("url", OptionValue::Text(url)) => {
            let Ok(url) = Url::parse(url) else { return };
            let has_port = client.option_keys.iter().any(|other| other.key == "port");
            let port = if has_port { None } else { url.port() };
            let ignored: Vec<String> = (url.scheme() == "http")
                .then(|| "`http:`".to_owned())
                .into_iter()
                .chain(port.map(|port| format!("the port {port}")))
                .collect();
            if ignored.is_empty() {
                return;
            }
            let host = url.host_str().unwrap_or_default();
            report
                .at(
                    given.at,
                    Severity::Warning,
                    format!("customerio-node {version} ignores {} in `url`", ignored.join(" and ")),
                )
                .why(format!("the SDK sends requests to {host} over HTTPS"))
                .help("Set the option `port` and serve HTTPS there, or upgrade to 5.0, which uses the whole URL.");
        }
        ("agent", OptionValue::HttpAgent) => {
            let why = format!(
                "{} of customerio-node {version} sends HTTPS requests, and every one fails with it",
                client.kind.class_name()
            );
            report
                .at(given.at, Severity::Error, "an `http.Agent` is used for HTTPS requests")
                .why(why)
                .help("Use the `Agent` of `node:https`.");
        }
        _ => {}
    }
}

fn misspelled(ctx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade, given: &OptionKey) {
    let version = ctx.model.version();
    let Some(meant) = nearest_client_option(client.kind, &given.key, version) else { return };
    let works = ClientOption::of(client.kind, meant).is_some_and(|it| it.effect(version) == Some(Effect::Works));
    // `fetch` and `https` have options with similar names; only a different spelling of one of ours is a typo.
    if !same_words(meant, &given.key) || !works || client.option_keys.iter().any(|other| other.key == meant) {
        return;
    }
    let draft = report
        .at(given.at, Severity::Warning, format!("`{}` is not an option of {}", given.key, client.kind.class_name()))
        .why("the SDK ignores it")
        .help(format!("Rename it to `{meant}`."));
    if let Some(name) = given.name {
        draft.fix(format!("Rename to `{meant}`"), Applicability::Suggested, || [TextEdit::replace(name, meant)]);
    }
}
