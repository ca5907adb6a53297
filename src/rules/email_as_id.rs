//! `email-as-id`: people under two kinds of identifier.

use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::Severity;
use crate::model::NamedBy;

pub const META: RuleMeta = RuleMeta {
    id: "email-as-id",
    summary: "A person is named by an address where the project names people by ids",
    category: "identity",
    preset: Preset::All,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"The Track client takes an id or an address, and Customer.io tells by the shape which it is
([identifying people](https://docs.customer.io/journeys/identifying-people/)). A project that uses ids in one place and addresses in
another depends on both being known of the same profile: otherwise there are two of one person. Reported are the addresses, in
projects in which ids are seen too, by what the values and their names say (`user.email`, `user.id`). Silent for an `identify`
that gives the person of an address an id (`identify(email, { id, … })`), or may do so: from then on both are of one profile.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function left(user: { id: string; email: string }) {
  await cio.identify(user.id, { email: user.email });
  await cio.track(user.email, { name: "left" });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function left(user: { id: string; email: string }) {
  await cio.identify(user.id, { email: user.email });
  await cio.track(user.id, { name: "left" });
}
```

### Fix

None: only you know where the id is.

### References

- [Customer.io: identifying people](https://docs.customer.io/journeys/identifying-people/)
"#,
};

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let all = || cx.members().flat_map(|(at, member)| member.traces.people.iter().map(move |person| (at, person)));
    let Some((first, by_id)) = all().find(|(_, person)| person.by == NamedBy::Id) else { return };
    for (at, person) in all().filter(|(_, person)| person.by == NamedBy::Email) {
        report
            .of(at)
            .at(person.at, Severity::Info, "this person is named by an address, and others by ids: one person may become two profiles")
            .help("Name the person by the id here too, or give the profile of the address its id: `identify(email, { id, … })`.")
            .related_at(Some(cx.place(at, first, by_id.at)), "here an id names a person");
    }
}
