//! `ignored-agent-option`: an option of a client that the installed version does not read.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, OptionKey, OptionValue};
use crate::sdk::{ClientOption, Effect, Has, URL_IS_HOST_AND_PATH, nearest_client_option, same_words};
use crate::text::TextEdit;
use url::Url;

pub const META: RuleMeta = RuleMeta {
    id: "ignored-agent-option",
    summary: "An option is given to a client that the installed version of the SDK does not read",
    category: "constructor",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Up to 2.x the SDK sends its requests with the package `request`, from 3.0 to 4.x with Node.js' `https`, and since 5.0 with
`fetch`. An option for one does nothing in the others: since 5.0 `agent`, `ca`, `cert`, `key` and `rejectUnauthorized` are taken and ignored, so that a proxy is
gone round and connections are made as if nothing had been said. `httpAgent`, `httpsAgent` and `maxSockets` are options of
others and were never read.

From 3.0 to 4.5.1 only the host name and the path of `url` count: requests go to port 443 over HTTPS, so a mock server at
`http://localhost:3000` is never reached. In the same versions an `http.Agent` makes every request fail, for the protocol is
HTTPS.

Options that are misspelled (`timeOut`, `Retry`) are ignored in the same way. What the SDK hands to `https` or to `fetch`
without reading it is left alone.

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

Spells a misspelt option as the SDK does. The others have none: what takes their place is made in another way.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node#119](https://github.com/customerio/customerio-node/issues/119)
- [undici: dispatchers](https://undici.nodejs.org/#/docs/api/Dispatcher)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for client in cx.model.clients() {
        for given in &client.option_keys {
            // Both have rules of their own.
            if given.key == "timeout" || given.key.eq_ignore_ascii_case("region") {
                continue;
            }
            match ClientOption::of(client.kind, &given.key) {
                Some(option) => ignored(cx, report, client, given, option),
                None => misspelt(cx, report, client, given),
            }
        }
    }
}

fn ignored(cx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade, given: &OptionKey, option: &ClientOption) {
    let version = cx.model.version();
    if option.effect(version) != Some(Effect::Ignored) {
        return misread(cx, report, client, given);
    }
    let class = client.kind.class_name();
    let message = match version {
        Some(version) => format!("`{}` does nothing: {class} of customerio-node {version} does not read it", given.key),
        None => format!("`{}` does nothing: {class} does not read it", given.key),
    };
    let help = match option.instead {
        "" => "Take it out.".to_owned(),
        instead => format!("Use {instead}."),
    };
    report.at(given.at, Severity::Warning, message).help(help).unnecessary();
}

/// Reports a value that a version reads in part, or that makes every request fail.
fn misread(cx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade, given: &OptionKey) {
    let Some(version) = cx.model.version() else { return };
    if URL_IS_HOST_AND_PATH.has(Some(version)) != Has::Yes {
        return;
    }
    match (given.key.as_str(), &given.value) {
        ("url", OptionValue::Text(url)) => {
            let Ok(url) = Url::parse(url) else { return };
            let has_port = client.option_keys.iter().any(|other| other.key == "port");
            let ignored: Vec<String> = (url.scheme() == "http")
                .then(|| "`http:`".to_owned())
                .into_iter()
                .chain(url.port().filter(|_| !has_port).map(|port| format!("the port {port}")))
                .collect();
            if ignored.is_empty() {
                return;
            }
            let host = url.host_str().unwrap_or_default();
            let message = format!(
                "customerio-node {version} ignores {} in `url`: requests go to {host} over HTTPS",
                ignored.join(" and ")
            );
            report
                .at(given.at, Severity::Warning, message)
                .help("Set the option `port` beside `url`, and serve HTTPS there; since 5.0 the whole URL counts.");
        }
        ("agent", OptionValue::HttpAgent) => {
            let message = format!(
                "{} of customerio-node {version} sends HTTPS requests: with an `http.Agent` every one fails",
                client.kind.class_name()
            );
            report.at(given.at, Severity::Error, message).help("Use the `Agent` of `node:https`.");
        }
        _ => {}
    }
}

fn misspelt(cx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade, given: &OptionKey) {
    let version = cx.model.version();
    let Some(meant) = nearest_client_option(client.kind, &given.key, version) else { return };
    let works = ClientOption::of(client.kind, meant).is_some_and(|it| it.effect(version) == Some(Effect::Works));
    // `fetch` and `https` have options that are near to ours; only another way to write one is a slip.
    if !same_words(meant, &given.key) || !works || client.option_keys.iter().any(|other| other.key == meant) {
        return;
    }
    let message = format!("`{}` is no option of {}: it is ignored", given.key, client.kind.class_name());
    let draft = report.at(given.at, Severity::Warning, message).help(format!("Spell it `{meant}`."));
    if let Some(name) = given.name {
        draft.fix(format!("Rename to `{meant}`"), Applicability::Suggested, vec![TextEdit::replace(name, meant)]);
    }
}
