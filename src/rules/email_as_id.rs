//! `email-as-id`: people identified in two ways.

use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::Severity;
use crate::model::NamedBy;

pub const META: RuleMeta = RuleMeta {
    id: "email-as-id",
    summary: "Person identified by email in a project that identifies people by id",
    category: "identity",
    preset: Preset::All,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The Track client takes an id or an email address, and Customer.io recognizes which it is by its form
([identifying people](https://docs.customer.io/journeys/identifying-people/)). A project that uses ids in one place and emails in
another relies on the profile having both; otherwise one person gets two profiles.

The rule reports the emails in projects that also use ids, judging by the values and their names (`user.email`, `user.id`). It is
silent for an `identify` that sets an id on the profile of an email (`identify(email, { id, … })`) or may do so: from then on the
profile has both.

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

None: only you know where to get the id.

### References

- [Customer.io: identifying people](https://docs.customer.io/journeys/identifying-people/)
"#,
};

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let all = || ctx.members().flat_map(|(at, member)| member.traces.people.iter().map(move |person| (at, person)));
    let Some((first, by_id)) = all().find(|(_, person)| person.by == NamedBy::Id) else { return };
    for (at, person) in all().filter(|(_, person)| person.by == NamedBy::Email) {
        report
            .of(at)
            .at(person.at, Severity::Info, "person identified by email, while the project also uses ids")
            .why("Customer.io may create two profiles for one person")
            .help("Use the id here too, or set it on the profile: `identify(email, { id, … })`.")
            .related_at(Some(ctx.place(at, first, by_id.at)), "a person is identified by id here");
    }
}
