//! The page of the ways in which code talks to Customer.io, and the rules that judge each of them.

use crate::rules::{DOORS, OTHERS};
use crate::sdk::{ClientKind, Door};
use std::fmt::Write;

/// The way in which a door's calls are recognized, and what is known of it.
fn recognized(door: Door) -> &'static str {
    match door {
        Door::Sdk => {
            "Clients of `TrackClient`, `APIClient` and `PipelinesClient`, and of the classes before 3.0, wherever the project \
             keeps them. The installed version decides what is said."
        }
        Door::Http => {
            "A request to a host of the Track, App or Pipelines API: `fetch`, axios with its defaults and interceptors, got, ky, \
             superagent, undici, needle, `https`, NestJS' `HttpService`, n8n's helpers, `UrlFetchApp` of Apps Script, jQuery, k6, \
             behind own functions and classes. It is judged as a call of the endpoint that it reaches."
        }
        Door::CdpNode => {
            "`new Analytics({ writeKey })`, measured with 0.2.3 and 0.5.9. A call takes one object, is checked at once, and throws \
             without a person; it returns nothing, so there is nothing to await."
        }
        Door::CdpBrowser => {
            "`AnalyticsBrowser.load({ writeKey })`, measured with 0.2.3 and 0.5.11, and the global `cioanalytics` of its snippet. The \
             write key is public there, and is not reported. A global `analytics` may be anybody's: it counts where a file of the \
             package loads Customer.io's snippet for it, or sets it to such a client, and none loads another vendor's code. What \
             the HTML of the page loads is not read."
        }
        Door::Snippet => {
            "The global `_cio`, by itself or as a member of `window`. It talks to the Track API: times are in Unix seconds."
        }
        Door::ReactNative => {
            "The class `CustomerIO`, measured with 2.3.3 to 6.12.0: `identify(id, attributes)` up to 3.x, and \
             `identify({ userId, traits })` since 4.0."
        }
        Door::Unified => {
            "`new CustomerIO({ apiKey })`, which is on the main branch of the SDK's repository and not on npm. It counts where the \
             installed package has it, as a dependency by `file:` or by Git does; messages are plain objects there. In any \
             release the import is one of a name that does not exist, and nothing is said of the calls."
        }
    }
}

fn column(client: ClientKind) -> &'static str {
    match client {
        ClientKind::CdpNode => "cdp-analytics-node",
        ClientKind::CdpBrowser => "cdp-analytics-browser",
        ClientKind::ReactNative => "reactnative",
        ClientKind::Unified => "CustomerIO",
        other => other.class_name(),
    }
}

/// The page, in Markdown.
pub fn doors() -> String {
    let mut text = String::from(
        "# Ways to Customer.io\n\nCode reaches Customer.io in several ways, and makes the same mistakes in each. Names of events and \
         attributes are of one universe: `SignedUp` in the browser and `signed_up` on the server are compared, listed by \
         `customerio-ls events` and renamed together.\n\n| way | what is recognized |\n|---|---|\n",
    );
    for door in Door::ALL {
        let _ = writeln!(text, "| {} | {} |", door.as_str(), recognized(door));
    }
    text.push_str(
        "\nThe packages of other vendors (`@segment/analytics-node`, `@segment/analytics-next`, RudderStack, Mixpanel, PostHog, \
         Amplitude) have methods of the same names, and are never judged.\n\n## Rules\n\nEvery rule judges the clients of the Track and the App API; those about calls and values also requests without the SDK. In the \
         other dialects fewer things are known, and these rules judge them:\n\n| rule |",
    );
    for client in OTHERS {
        let _ = write!(text, " `{}` |", column(client));
    }
    let _ = writeln!(text, "\n|---|{}", "---|".repeat(OTHERS.len()));
    for (rule, clients) in DOORS {
        let _ = write!(text, "| `{rule}` |");
        for client in OTHERS {
            let _ = write!(text, " {} |", if clients.contains(&client) { "yes" } else { "" });
        }
        text.push('\n');
    }
    text
}
