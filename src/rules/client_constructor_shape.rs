//! `client-constructor-shape`: arguments of a client's constructor that are too few, too many or of the wrong shape.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, OptionsGiven, RegionGiven};
use crate::sdk::{ClientKind, CredentialKind};
use crate::text::{TextEdit, TextRange};
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "client-constructor-shape",
    summary: "A client's constructor is called with arguments of the wrong shape",
    category: "constructor",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The clients take their credentials one by one and the options last: `new TrackClient(siteId, apiKey, { region })`,
`new APIClient(appKey, { region })`, `new PipelinesClient(writeKey, { region })`. JavaScript does not complain about
anything else. `TrackClient` and `APIClient` do not check either: the client is created, sends nonsense as its credentials,
and every request fails with 401. `PipelinesClient` throws `writeKey is required` for anything but a non-empty string.
`null` as options throws.

Reported are an object as the first argument, too few arguments, a text where the options belong
([customerio-node#119](https://github.com/customerio/customerio-node/issues/119) shows one), `null` as options,
arguments after the options ([customerio-node#72](https://github.com/customerio/customerio-node/issues/72)), the option
`region` in another spelling (it is ignored, and the client talks to the US), and a Site ID and Track API key whose names
say that they are swapped. Calls with a spread argument are not judged.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient({
  siteId: process.env.CUSTOMERIO_SITE_ID,
  apiKey: process.env.CUSTOMERIO_TRACK_API_KEY,
});
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_TRACK_API_KEY!, process.env.CUSTOMERIO_SITE_ID!);
```

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, null);
```

### Valid

```ts
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
```

### Fix

An object is taken apart into positional arguments when it holds all credentials, swapped credentials change places, and
a misspelled `region` is renamed: suggested, because what the variables hold cannot be seen. `null` becomes `{}`, which
is safe.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [customerio-node#72](https://github.com/customerio/customerio-node/issues/72)
- [customerio-node#119](https://github.com/customerio/customerio-node/issues/119)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for client in cx.model.clients() {
        // A spread may bring any number of arguments.
        let Some(count) = client.argument_count else { continue };
        if let Some((range, keys)) = &client.object_first {
            object_first(cx, report, client, *range, keys);
            continue;
        }
        if count < client.kind.options_index() {
            too_few(report, client, count);
        }
        swapped(cx, report, client);
        options(report, client);
        misspelled_region(report, client);
    }
}

/// How the constructor is to be called.
fn signature(kind: ClientKind) -> &'static str {
    match kind {
        ClientKind::Track => "new TrackClient(siteId, apiKey, { region })",
        ClientKind::App => "new APIClient(appKey, { region })",
        ClientKind::Pipelines => "new PipelinesClient(writeKey, { region })",
        ClientKind::Legacy => "new CIO(siteId, apiKey)",
    }
}

fn object_first(
    cx: &Context<'_>,
    report: &mut Report<'_>,
    client: &ClientMade,
    range: TextRange,
    keys: &[(SmolStr, TextRange)],
) {
    let effect = match client.kind {
        ClientKind::Pipelines => "the constructor throws",
        _ => "every request will fail with 401",
    };
    let message = format!(
        "{} takes {} first, not an object: {effect}",
        client.kind.class_name(),
        client.kind.credentials().iter().map(|c| format!("the {}", c.as_str())).collect::<Vec<_>>().join(" and "),
    );
    let draft = report.at(range, Severity::Error, message).help(format!("Call it as `{}`.", signature(client.kind)));
    if let Some(arguments) = positional(cx, client, range, keys) {
        let edit = TextEdit::replace(range, arguments);
        draft.fix("Pass the credentials as arguments", Applicability::Suggested, vec![edit]);
    }
}

/// The arguments that the keys of an object stand for: `siteId, apiKey, { region: … }`; `None` if a credential is
/// missing, or the object is written elsewhere or is not the only argument.
fn positional(
    cx: &Context<'_>,
    client: &ClientMade,
    range: TextRange,
    keys: &[(SmolStr, TextRange)],
) -> Option<String> {
    if client.argument_count != Some(1) || keys.iter().any(|(_, value)| !range.contains(*value)) {
        return None;
    }
    let mut rest: Vec<&(SmolStr, TextRange)> = keys.iter().collect();
    let mut arguments = Vec::new();
    for wanted in client.kind.credentials() {
        let index = rest.iter().position(|(key, _)| stands_for(key, *wanted))?;
        let value = cx.model.text(rest.remove(index).1);
        // What is asked of the environment may be `undefined`, which the parameter does not take.
        let asserts = cx.model.has_types() && is_variable(&value);
        arguments.push(if asserts { format!("{value}!") } else { value });
    }
    let options: Vec<String> = rest
        .iter()
        .map(|(key, value)| {
            let value = cx.model.text(*value);
            if key == value.as_str() { value } else { format!("{key}: {value}") }
        })
        .collect();
    if !options.is_empty() {
        arguments.push(format!("{{ {} }}", options.join(", ")));
    }
    Some(arguments.join(", "))
}

/// Whether something is a variable of the environment and nothing else: `process.env.KEY`.
fn is_variable(text: &str) -> bool {
    let name = text.strip_prefix("process.env.").or_else(|| text.strip_prefix("import.meta.env."));
    name.is_some_and(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

/// Whether a key of an object of credentials means this one.
fn stands_for(key: &str, wanted: CredentialKind) -> bool {
    let key: String = key.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_ascii_lowercase();
    let names: &[&str] = match wanted {
        CredentialKind::SiteId => &["siteid", "site"],
        CredentialKind::TrackKey => &["apikey", "trackapikey", "trackingapikey", "trackkey", "key"],
        CredentialKind::AppKey => &["appkey", "appapikey", "apikey", "key", "token"],
        CredentialKind::WriteKey => &["writekey", "apikey", "key"],
        CredentialKind::WebhookKey => &[],
    };
    names.contains(&key.as_str())
}

fn too_few(report: &mut Report<'_>, client: &ClientMade, count: usize) {
    let missing: Vec<_> = client.kind.credentials()[count..].iter().map(|c| format!("the {}", c.as_str())).collect();
    let effect = match client.kind {
        ClientKind::Pipelines => "the constructor throws",
        _ => "`undefined` is sent in its place, and every request will fail with 401",
    };
    report
        .at(
            client.range,
            Severity::Error,
            format!("{} is made without {}: {effect}", client.kind.class_name(), missing.join(" and ")),
        )
        .help(format!("Call it as `{}`.", signature(client.kind)));
}

/// One name alone may be an odd one; two that contradict the places they stand in are a mistake.
fn swapped(cx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade) {
    let [first, second, ..] = client.credentials.as_slice() else { return };
    let (Some((CredentialKind::TrackKey, key)), Some((CredentialKind::SiteId, site))) = (&first.named, &second.named)
    else {
        return;
    };
    let message = format!(
        "`{key}` and `{site}` look swapped: {} takes the Site ID first, and every request will be answered with 401",
        client.kind.class_name()
    );
    report
        .at(TextRange { start: first.at.start, end: second.at.end }, Severity::Warning, message)
        .help(format!("Call it as `{}`.", signature(client.kind)))
        .fix(
            "Swap the two arguments",
            Applicability::Suggested,
            vec![
                TextEdit::replace(first.at, cx.model.text(second.at)),
                TextEdit::replace(second.at, cx.model.text(first.at)),
            ],
        );
}

fn misspelled_region(report: &mut Report<'_>, client: &ClientMade) {
    let RegionGiven::Misspelled { key, at, shorthand } = &client.region else { return };
    let message =
        format!("`{key}` is no option of {}: it is ignored, and the client talks to the US", client.kind.class_name());
    match client.options {
        // Options from elsewhere may be read by that key there.
        OptionsGiven::Known(options) | OptionsGiven::Unknown(options) if !options.contains(*at) => {
            report
                .at(options, Severity::Warning, message)
                .help("Spell the key `region` where the options are made.")
                .related(Some(*at), "the key is written here");
        }
        _ => {
            let edit =
                if *shorthand { TextEdit::insert(at.start(), "region: ") } else { TextEdit::replace(*at, "region") };
            report.at(*at, Severity::Warning, message).help("Spell it `region`.").fix(
                "Rename to `region`",
                Applicability::Suggested,
                vec![edit],
            );
        }
    }
}

fn options(report: &mut Report<'_>, client: &ClientMade) {
    let class = client.kind.class_name();
    let help = format!("Call it as `{}`.", signature(client.kind));
    match client.options {
        OptionsGiven::Null(range) => {
            report
                .at(range, Severity::Error, format!("`null` as the options of {class} makes the constructor throw"))
                .help("Leave it out, or pass `{}`.")
                .fix("Replace by `{}`", Applicability::Safe, vec![TextEdit::replace(range, "{}")]);
        }
        OptionsGiven::Primitive(range) => {
            let message = match client.kind {
                ClientKind::App => format!(
                    "{class} takes one key and then an object with options: this argument is ignored, and only the first one is sent as the key"
                ),
                _ => format!("{class} takes an object with options here: this argument is ignored"),
            };
            report.at(range, Severity::Warning, message).help(help);
        }
        _ => {
            let (Some(first), Some(last)) = (client.extra_arguments.first(), client.extra_arguments.last()) else {
                return;
            };
            let range = TextRange { start: first.start, end: last.end };
            report
                .at(range, Severity::Warning, format!("{class} takes no arguments after its options: ignored"))
                .help(help)
                .unnecessary();
        }
    }
}
