//! `client-constructor-shape`: too few, too many or misshapen arguments of a client's constructor.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, OptionsGiven, RegionGiven};
use crate::sdk::{ClientKind, CredentialKind};
use crate::text::{TextEdit, TextRange};
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "client-constructor-shape",
    summary: "Client constructor called with the wrong arguments",
    category: "constructor",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The clients take their credentials as separate arguments, followed by the options: `new TrackClient(siteId, apiKey, { region })`,
`new APIClient(appKey, { region })`, `new PipelinesClient(writeKey, { region })`. `TrackClient` and `APIClient` do not check their
arguments: the client is created, sends the wrong values as its credentials, and every request fails with 401. `PipelinesClient`
throws `writeKey is required` for anything but a non-empty string. All of them throw for `null` as options.

The rule reports an object as the first argument, missing arguments, a string in place of the options
([customerio-node#119](https://github.com/customerio/customerio-node/issues/119) shows one), `null` as options,
arguments after the options ([customerio-node#72](https://github.com/customerio/customerio-node/issues/72)), a misspelled
`region` option (it is ignored, and the client uses the US region), and a Site ID and Track API key whose names suggest that they
are swapped. Calls with a spread argument are skipped.

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

Turns an object with all credentials into positional arguments, swaps credentials back, and renames a misspelled `region`. These
are suggested, because the values of the variables are not known. Replacing `null` with `{}` is safe.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [customerio-node#72](https://github.com/customerio/customerio-node/issues/72)
- [customerio-node#119](https://github.com/customerio/customerio-node/issues/119)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for client in ctx.model.clients().made() {
        // A spread may bring any number of arguments.
        let Some(count) = client.argument_count else { continue };
        if let Some((range, keys)) = &client.object_first {
            object_first(ctx, report, client, *range, keys);
            continue;
        }
        if count < client.kind.options_index() {
            too_few(report, client, count);
        }
        swapped(ctx, report, client);
        options(report, client);
        misspelled_region(report, client);
    }
}

/// The correct call of the constructor.
fn signature(kind: ClientKind) -> &'static str {
    match kind {
        ClientKind::Track => "new TrackClient(siteId, apiKey, { region })",
        ClientKind::App => "new APIClient(appKey, { region })",
        ClientKind::Pipelines => "new PipelinesClient(writeKey, { region })",
        ClientKind::Legacy => "new CIO(siteId, apiKey)",
        other => other.class_name(),
    }
}

fn object_first(
    ctx: &Context<'_>,
    report: &mut Report<'_>,
    client: &ClientMade,
    range: TextRange,
    keys: &[(SmolStr, TextRange)],
) {
    let effect = match client.kind {
        ClientKind::Pipelines => "the constructor throws",
        _ => "every request fails with 401",
    };
    let what = format!(
        "{} expects {} first, not an object",
        client.kind.class_name(),
        client.kind.credentials().iter().map(|c| format!("the {}", c.as_str())).collect::<Vec<_>>().join(" and "),
    );
    let draft = report.at(range, Severity::Error, what).why(effect).help(format!("Use `{}`.", signature(client.kind)));
    if let Some(arguments) = positional(ctx, client, range, keys) {
        let edit = TextEdit::replace(range, arguments);
        draft.fix("Pass the credentials as arguments", Applicability::Suggested, || [edit]);
    }
}

/// The arguments that the keys of an object stand for: `siteId, apiKey, { region: … }`; `None` if a credential is
/// missing, or the object is written elsewhere or is not the only argument.
fn positional(
    ctx: &Context<'_>,
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
        let value = ctx.model.text(rest.remove(index).1);
        // An environment variable may be `undefined`, which the parameter does not accept.
        let asserts = ctx.model.file().has_types() && is_variable(&value);
        arguments.push(if asserts { format!("{value}!") } else { value });
    }
    let options: Vec<String> = rest
        .iter()
        .map(|(key, value)| {
            let value = ctx.model.text(*value);
            if key == value.as_str() { value } else { format!("{key}: {value}") }
        })
        .collect();
    if !options.is_empty() {
        arguments.push(format!("{{ {} }}", options.join(", ")));
    }
    Some(arguments.join(", "))
}

/// Returns whether an expression is an environment variable and nothing else: `process.env.KEY`.
fn is_variable(text: &str) -> bool {
    let name = text.strip_prefix("process.env.").or_else(|| text.strip_prefix("import.meta.env."));
    name.is_some_and(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

/// Returns whether a key of an object of credentials means this one.
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
        _ => "the SDK sends `undefined` instead, and every request fails with 401",
    };
    report
        .at(
            client.range,
            Severity::Error,
            format!("{} is created without {}", client.kind.class_name(), missing.join(" and ")),
        )
        .why(effect)
        .help(format!("Use `{}`.", signature(client.kind)));
}

/// Reports swapped credentials. One name alone may be odd; two that contradict their places are a mistake.
fn swapped(ctx: &Context<'_>, report: &mut Report<'_>, client: &ClientMade) {
    let [first, second, ..] = client.credentials.as_slice() else { return };
    let (Some((CredentialKind::TrackKey, key)), Some((CredentialKind::SiteId, site))) = (&first.named, &second.named)
    else {
        return;
    };
    let why = format!("{} takes the Site ID first, so every request fails with 401", client.kind.class_name());
    report
        .at(
            TextRange { start: first.at.start, end: second.at.end },
            Severity::Warning,
            format!("`{key}` and `{site}` look swapped"),
        )
        .why(why)
        .help(format!("Use `{}`.", signature(client.kind)))
        .fix("Swap the two arguments", Applicability::Suggested, || {
            [
                TextEdit::replace(first.at, ctx.model.text(second.at)),
                TextEdit::replace(second.at, ctx.model.text(first.at)),
            ]
        });
}

fn misspelled_region(report: &mut Report<'_>, client: &ClientMade) {
    let RegionGiven::Misspelled { key, at, shorthand } = &client.region else { return };
    let what = format!("`{key}` is not an option of {}", client.kind.class_name());
    let why = "the SDK ignores it, and the client sends its requests to the US region";
    match client.options {
        // Options from elsewhere may be read by that key there.
        OptionsGiven::Known(options) | OptionsGiven::Unknown(options) if !options.contains(*at) => {
            report
                .at(options, Severity::Warning, what)
                .why(why)
                .help("Rename the key to `region` where the options are defined.")
                .related(Some(*at), "the key is written here");
        }
        _ => {
            let edit =
                if *shorthand { TextEdit::insert(at.start(), "region: ") } else { TextEdit::replace(*at, "region") };
            report.at(*at, Severity::Warning, what).why(why).help("Rename it to `region`.").fix(
                "Rename to `region`",
                Applicability::Suggested,
                || [edit],
            );
        }
    }
}

fn options(report: &mut Report<'_>, client: &ClientMade) {
    let class = client.kind.class_name();
    let help = format!("Use `{}`.", signature(client.kind));
    match client.options {
        OptionsGiven::Null(range) => {
            report
                .at(range, Severity::Error, format!("`null` is passed as the options of {class}"))
                .why("the constructor throws")
                .help("Remove the argument, or pass `{}`.")
                .fix("Change to `{}`", Applicability::Safe, || [TextEdit::replace(range, "{}")]);
        }
        OptionsGiven::Primitive(range) => {
            let (what, why) = match client.kind {
                ClientKind::App => (
                    format!("{class} takes one key, followed by an options object"),
                    "the SDK ignores this argument and sends only the first one as the key",
                ),
                _ => (format!("{class} expects an options object here"), "the SDK ignores this argument"),
            };
            report.at(range, Severity::Warning, what).why(why).help(help);
        }
        _ => {
            let (Some(first), Some(last)) = (client.extra_arguments.first(), client.extra_arguments.last()) else {
                return;
            };
            let range = TextRange { start: first.start, end: last.end };
            report
                .at(range, Severity::Warning, format!("{class} takes no arguments after its options"))
                .why(if client.extra_arguments.len() == 1 {
                    "the SDK ignores this one"
                } else {
                    "the SDK ignores these"
                })
                .help(help)
                .unnecessary();
        }
    }
}
