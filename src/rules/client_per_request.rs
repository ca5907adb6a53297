//! `client-per-request`: a client created for every request or in a loop.

use super::helpers::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{ClientMade, CredentialSource, Made, Occasion};
use crate::rewrite;

pub const META: RuleMeta = RuleMeta {
    id: "client-per-request",
    summary: "Client created for every request, or in a loop",
    category: "constructor",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A client holds only its credentials and options, and one instance can serve the whole program. Creating it for every request costs
work each time, and with its own `agent` or `dispatcher` also a connection that is not reused.

The rule checks loops and request handlers in which the client stays local: functions passed to a router
(`app.post("/sign-up", …)`), functions that take a request and a response (`(req, res) => …`), and exports that frameworks look for
(`GET`, `POST`, `handler`, the default export of a file under `pages/api`, `loader` and `action` of a route, files with
`"use server"`), tRPC procedures, Inngest functions, and BullMQ workers. It also reports calls there of a function that creates a client each time. It ignores functions that keep their
client, and clients whose key is not known before the request (one per tenant, `env` of a Worker).

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

Moves the declaration of the client below the imports, or removes it where the module has the same one. Suggested: environment
variables are then read when the module is loaded. There is no fix where the client is not assigned to a constant, where its
arguments use variables of the function, or where its name is already used in the file.

### References

- [customerio-node#119](https://github.com/customerio/customerio-node/issues/119)
- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    for client in ctx.model.clients().made() {
        let Some(made) = ctx.model.clients().made_at(client) else { continue };
        if !made.stays || !is_the_same_each_time(client) {
            continue;
        }
        let Some(when) = repeated(&made) else { continue };
        let draft = report
            .at(client.range, Severity::Hint, format!("a new {} is created {when}", client.kind.class_name()))
            .why("one instance can be reused for the whole program")
            .help("Create it once, at module level.");
        suggested(draft, || rewrite::to_module(ctx.model, client));
    }
    for call in ctx.model.clients().made_by_calls().into_iter().filter(|call| call.made.stays) {
        let Some(when) = repeated(&call.made) else { continue };
        let class = call.client.class_name();
        report
            .at(call.call, Severity::Hint, format!("`{}` creates a new {class} {when}", call.name))
            .why("one instance can be reused for the whole program")
            .help("Create the client once, in a variable at module level.")
            .related_at(Some(call.new), "the client is created here");
    }
}

/// Returns whether all arguments of the client are known before the program runs.
fn is_the_same_each_time(client: &ClientMade) -> bool {
    let known = |source: &CredentialSource| !matches!(source, CredentialSource::Unknown);
    client.argument_count.is_some() && client.credentials.iter().all(|it| it.sources.iter().all(known))
}

fn repeated(made: &Made) -> Option<&'static str> {
    if !made.around.loops.is_empty() {
        return Some("in each iteration of a loop");
    }
    made.occasion.map(|occasion| match occasion {
        Occasion::Request => "for every request",
        Occasion::Job => "for every job",
    })
}
