//! `client-per-request`: a client that is made for every request or in a loop.

use super::judge::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{ClientMade, CredentialSource, Made};

pub const META: RuleMeta = RuleMeta {
    id: "client-per-request",
    summary: "A client is made anew for every request, or in a loop",
    category: "constructor",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"A client holds nothing but its credentials and options, and one serves the whole program. Made anew for every request it
costs work each time, and with an `agent` or a `dispatcher` of its own also a connection that is not used again.

Found in loops and in what answers requests, where the client stays in the function: what is given to a router
(`app.post("/sign-up", …)`), takes a request and a response (`(req, res) => …`), or is exported as frameworks look for it
(`GET`, `POST`, `handler`, the default of a file under `pages/api`, `loader` and `action` of a route, files with
`"use server"`). Also where a function is called there that makes a client each time. A function that keeps its client, and
clients whose key is not known before the request (one for each tenant, `env` of a Worker) are left alone.

### Invalid

```ts
import { TrackClient } from "customerio-node";

export async function POST(request: Request) {
  const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
  const { id, email } = await request.json();
  await cio.identify(String(id), { email });
  return new Response();
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function POST(request: Request) {
  const { id, email } = await request.json();
  await cio.identify(String(id), { email });
  return new Response();
}
```

### Fix

Moves the declaration of the client behind the imports, or takes it away where the module has the same one. Suggested: the
variables of the environment are then read when the module is loaded. None where the client is put into no constant, where its
arguments name something of the function, and where its name means something else in the file.

### References

- [customerio-node#119](https://github.com/customerio/customerio-node/issues/119)
- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_test() {
        return;
    }
    for client in cx.model.clients() {
        let Some(made) = cx.model.made(client) else { continue };
        if !made.stays || !is_the_same_each_time(client) {
            continue;
        }
        let Some(when) = repeated(&made) else { continue };
        let message = format!("{} is made anew {when}, though one serves the whole program", client.kind.class_name());
        let draft = report.at(client.range, Severity::Hint, message).help("Make it once, at the level of the module.");
        suggested(draft, cx.model.to_module(client));
    }
    for call in cx.model.made_by_calls().into_iter().filter(|call| call.made.stays) {
        let Some(when) = repeated(&call.made) else { continue };
        let class = call.client.class_name();
        let message = format!("`{}` makes {class} anew {when}, though one serves the whole program", call.name);
        report
            .at(call.call, Severity::Hint, message)
            .help("Keep the client in a variable of the module.")
            .related_at(Some(call.new), "the client is made here");
    }
}

/// Whether all that makes the client is known before the program runs.
fn is_the_same_each_time(client: &ClientMade) -> bool {
    let known = |source: &CredentialSource| !matches!(source, CredentialSource::Unknown);
    client.argument_count.is_some() && client.credentials.iter().all(|it| it.sources.iter().all(known))
}

fn repeated(made: &Made) -> Option<&'static str> {
    if !made.around.loops.is_empty() {
        return Some("in each round of a loop");
    }
    made.is_per_request.then_some("for every request")
}
