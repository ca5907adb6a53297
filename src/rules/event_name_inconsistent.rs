//! `event-name-inconsistent`: an event name spelled in more than one way.

use super::across::At;
use super::helpers::account::{is_listed_event, is_unknown_event};
use super::helpers::event_names::{STYLE_RULE, spelling_key, word_split};
use super::helpers::project_style::ProjectStyle;
use super::{Across, AcrossReport, FixAvailability, OptionKind, OptionMeta, Preset, RuleMeta};
use crate::finding::{Applicability, Elsewhere, Fix, GuardedEdit, Severity};
use crate::model::EventName;
use crate::text::{Place, TextRange};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

pub const META: RuleMeta = RuleMeta {
    id: "event-name-inconsistent",
    summary: "Event name spelled in more than one way",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[OptionMeta {
        name: "allow",
        kind: OptionKind::Strings,
        doc: "Names that are separate events, even if others look alike; `*` matches any characters (`Order *`).",
    }],
    yields_to: &["event-name-whitespace"],
    docs: r#"Event names are case-sensitive: `SignedUp`, `signed_up` and `Signed Up` are three events to Customer.io. A campaign that waits for
one never sees the others, and there is no error: each request succeeds.

The rule compares the names in all files of the project. Two names count as one when they differ only in case and in the separators
between words. The right spelling is the one in the account, if the settings list its events; otherwise the one in the project's
style (see [`event-name-snake-case`](#event-name-snake-case)), and then the one that is used most. A spelling that splits its words
differently from the majority is not preferred for its style, and in a tie the one with more words wins: `user_signed_up`, not
`user_signedup`.

Names that the account has are never reported, and names that it does not have are left to `event-name-unknown`. A name that
several places take from one constant is reported once.

Names are compared whatever sends them: the SDK on the server, a plain request, a snippet in the browser, an app. The rule ignores page
and screen events, paths, computed names, and those in the option `allow` of `event-name-snake-case`. Names with a namespace (`order.placed`) are compared only with each other.
`event-name-snake-case` does not report a name until its spellings are consistent.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "signed_up" });
await cio.track("43", { name: "SignedUp" });
```

```ts
import { cio } from "./customerio";

await cio.track("42", { name: "trial_started" });
//- /src/customerio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /src/webhooks.ts
import { cio } from "./customerio";

await cio.track("42", { name: "Trial Started" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "signed_up" });
await cio.track("43", { name: "signed_up" });
await cio.track("43", { name: "signed_out" });
```

### Fix

Changes the name to one spelling everywhere, in other files too. Suggested: campaigns and segments that wait for another spelling
have to be changed in Customer.io at the same time. An editor changes all files at once; `check --fix-suggested` changes only files
in which a finding is reported, so a name in a file without calls of its own stays unchanged.

### References

- [Track API: events](https://docs.customer.io/api/track/)
"#,
};

/// The number of other places that a finding shows.
const MOST_RELATED: usize = 8;

/// With more places than this to change, a fix changes only the reported one.
const MOST_EDITS: usize = 100;

/// Edits by file.
type Edits = BTreeMap<Arc<Path>, Vec<GuardedEdit>>;

/// A name where it is sent.
#[derive(Clone, Copy)]
struct Sent<'a> {
    at: At,
    event: &'a EventName,
}

impl Sent<'_> {
    /// The name as Customer.io reads it, which trims names.
    fn name(&self) -> &str {
        self.event.name.trim()
    }
    /// The place where the name is written.
    fn written(&self) -> Place {
        let origin = self.event.literal.as_ref().or(self.event.origin.as_ref());
        origin.cloned().unwrap_or_else(|| Place::here(self.event.at))
    }
}

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let mut keys: FxHashMap<&str, Option<String>> = FxHashMap::default();
    let mut groups: BTreeMap<String, Vec<Sent<'_>>> = BTreeMap::new();
    for (at, event) in ctx.events().filter(|(at, _)| ctx.is_on(*at)) {
        // The account has no such event: `event-name-unknown` says which one it has.
        if is_unknown_event(ctx.member(at).settings, &event.name) {
            continue;
        }
        if let Some(key) = keys.entry(&event.name).or_insert_with(|| spelling_key(&event.name)) {
            groups.entry(key.clone()).or_default().push(Sent { at, event });
        }
    }
    let style = ctx.style();
    for mut group in groups.into_values() {
        if is_consistent(&group) {
            continue;
        }
        group.retain(|sent| {
            let settings = ctx.member(sent.at).settings;
            ![STYLE_RULE, META.id].iter().any(|rule| settings.allows(rule, &sent.event.name))
        });
        if !is_consistent(&group) {
            unify(ctx, report, style, &group);
        }
    }
}

/// The places with a wrong spelling. A name that the account has is spelled so on purpose.
fn wrong<'a>(ctx: &Across<'_>, group: &[Sent<'a>], right: &str) -> Vec<Sent<'a>> {
    let is_wrong =
        |sent: &&Sent<'_>| sent.name() != right && !is_listed_event(ctx.member(sent.at).settings, sent.name());
    group.iter().filter(is_wrong).copied().collect()
}

fn is_consistent(group: &[Sent<'_>]) -> bool {
    group.windows(2).all(|pair| pair[0].name() == pair[1].name())
}

/// Reports the spellings of one name.
fn unify(ctx: &Across<'_>, report: &mut AcrossReport<'_>, style: &ProjectStyle, group: &[Sent<'_>]) {
    let spellings = spellings(ctx, style, group);
    let Some(right) = spellings.first() else { return };
    let wrong = wrong(ctx, group, right.name);
    let edits = edits(ctx, &wrong, right.name);
    for wrong in reported(ctx, &wrong) {
        tell(ctx, report, wrong, &spellings, &edits);
    }
    for sent in group {
        report.settle(sent.at, STYLE_RULE, sent.event.at);
    }
}

fn tell(ctx: &Across<'_>, report: &mut AcrossReport<'_>, wrong: Sent<'_>, spellings: &[Spelling<'_>], edits: &Edits) {
    let (name, right) = (wrong.name(), &spellings[0]);
    let others = if right.count == 1 { "elsewhere".to_owned() } else { format!("in {} other places", right.count) };
    let right_name = right.name;
    let why = "Customer.io treats them as two events, and a campaign that waits for one never sees the other";
    let help = format!(
        "Use `{right_name}` everywhere, and check which one your campaigns wait for; add intended differences to the option `allow`."
    );
    let mut report = report.of(wrong.at);
    let mut draft = report
        .at(wrong.event.at, Severity::Warning, format!("event `{name}` is spelled `{right_name}` {others}"))
        .why(why)
        .help(help)
        .related_at(wrong.event.origin.clone(), "the name is written here");
    let others = spellings.iter().filter(|spelling| spelling.name != name);
    let places = others.flat_map(|spelling| spelling.first.iter().map(move |sent| (spelling.name, *sent)));
    for (name, sent) in places.take(MOST_RELATED) {
        let place = ctx.place(wrong.at, sent.at, sent.event.at);
        draft = draft.related_at(Some(place), format!("`{name}` is sent here"));
    }
    let own = &ctx.member(wrong.at).path;
    let places: usize = edits.values().map(Vec::len).sum();
    let (everywhere, here, elsewhere) = if places > MOST_EDITS {
        let own_edit = wrong.event.rename(right_name).filter(|(file, _)| file.is_none());
        (String::new(), own_edit.map(|(_, edit)| edit).into_iter().collect::<Vec<_>>(), Vec::new())
    } else {
        let everywhere = if places > 1 { format!(" in all {places} places") } else { String::new() };
        let here = edits.get(own).into_iter().flatten().map(|change| change.edit.clone());
        let elsewhere = edits.iter().filter(|(path, _)| *path != own);
        let elsewhere = elsewhere.map(|(path, changes)| Elsewhere { file: path.clone(), changes: changes.clone() });
        (everywhere, here.collect(), elsewhere.collect())
    };
    let title = format!("Rename to `{right_name}`{everywhere} (update campaigns too)");
    draft.repair(|| Some(Fix { elsewhere, ..Fix::new(title, Applicability::Suggested, here) }));
}

/// One spelling of a name.
struct Spelling<'a> {
    name: &'a str,
    /// Its words.
    words: Vec<String>,
    /// The number of places that send it.
    count: usize,
    /// `true` if the account has it.
    listed: bool,
    in_style: bool,
    /// The first places.
    first: Vec<Sent<'a>>,
}

/// The spellings, the right one first: one that the account has, then one in the project's style whose words are split
/// as in most places, then the one that most places use, then the one with the more common words, then the one with
/// more of them, then the first.
fn spellings<'a>(ctx: &Across<'_>, style: &ProjectStyle, group: &[Sent<'a>]) -> Vec<Spelling<'a>> {
    let mut spellings: Vec<Spelling<'a>> = Vec::new();
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for sent in group {
        let name: &'a str = sent.event.name.trim();
        let index = *known.entry(name).or_insert(spellings.len());
        if index == spellings.len() {
            let words = word_split(name);
            spellings.push(Spelling { name, words, count: 0, listed: false, in_style: false, first: Vec::new() });
        }
        let spelling = &mut spellings[index];
        spelling.count += 1;
        let settings = ctx.member(sent.at).settings;
        spelling.listed |= is_listed_event(settings, name);
        spelling.in_style |= style.suits(settings, name);
        if spelling.first.len() < MOST_RELATED {
            spelling.first.push(*sent);
        }
    }
    let mut divided: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    for spelling in &spellings {
        *divided.entry(spelling.words.clone()).or_default() += spelling.count;
    }
    let most = divided.values().copied().max().unwrap_or_default();
    spellings.sort_by_cached_key(|it| {
        let share = divided[&it.words];
        Reverse((it.listed, it.in_style && share == most, it.count, share, it.words.len()))
    });
    spellings
}

/// The places to report: one for each place that defines a wrong spelling, in its own file if that sends it.
fn reported<'a>(ctx: &Across<'_>, wrong: &[Sent<'a>]) -> Vec<Sent<'a>> {
    let mut chosen: Vec<Sent<'a>> = Vec::new();
    let mut known: FxHashMap<(Arc<Path>, TextRange), (usize, bool)> = FxHashMap::default();
    for sent in wrong {
        let written = sent.written();
        let path = ctx.path_of(sent.at, &written).clone();
        let at_home = path == ctx.member(sent.at).path;
        match known.get_mut(&(path.clone(), written.range)) {
            None => {
                known.insert((path, written.range), (chosen.len(), at_home));
                chosen.push(*sent);
            }
            Some((index, home)) if at_home && !*home => {
                *home = true;
                chosen[*index] = *sent;
            }
            Some(_) => {}
        }
    }
    chosen
}

/// The edits that change every wrong name to the right spelling, by file.
fn edits(ctx: &Across<'_>, wrong: &[Sent<'_>], right: &str) -> Edits {
    let mut edits = Edits::new();
    for sent in wrong {
        if let Some((file, edit)) = sent.event.rename(right) {
            edits
                .entry(file.unwrap_or_else(|| ctx.member(sent.at).path.clone()))
                .or_default()
                .push(GuardedEdit { edit, before: sent.event.name.to_string() });
        }
    }
    for edits in edits.values_mut() {
        edits.sort();
        edits.dedup();
    }
    edits
}
