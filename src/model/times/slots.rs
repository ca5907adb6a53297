//! Finds the places that take a time, and the values there.

use super::time::{SlotKind, Time, TimeCase, TimeSlot};
use crate::eval::sdk_call::SdkCall;
use crate::eval::units::Node;
use crate::eval::value::{Grain, Number, TimeUnit, Value, ValueKind};
use crate::eval::{Eval, What};
use crate::facts::ExprKind;
use crate::model::arguments::entries::{Carried, carried};
use crate::model::file::name_words::words;
use crate::sdk::Shape;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// The maximum depth to which free data is looked into.
const MAX_PAYLOAD: u32 = 8;

/// The maximum number of entries looked at in the free data of one call: an object that contains itself has no end.
const MOST_ENTRIES: usize = 100_000;

/// The maximum number of times reported for one expression that carries them into a call.
const MOST_CARRIED: u32 = 32;

/// The slots of all calls, before their cases and repairs are known.
pub fn raw_slots(eval: &Eval<'_>, calls: &[SdkCall]) -> Vec<RawSlot> {
    let mut finder = Finder { eval, raw: Vec::new(), carried: FxHashMap::default(), left: 0 };
    for call in calls {
        finder.left = MOST_ENTRIES;
        for (value, shape) in &call.arguments {
            finder.argument(call, value, *shape);
        }
    }
    finder.raw
}

/// A slot before its repairs are known.
#[derive(Debug)]
pub struct RawSlot {
    /// The slot, without cases.
    pub slot: TimeSlot,
    /// The call in the analyzed file.
    pub site: Node,
    /// The entry that fills it.
    pub entry: Carried,
    /// The possible values.
    pub value: Value,
}

struct Finder<'e, 'a> {
    eval: &'e Eval<'a>,
    raw: Vec<RawSlot>,
    /// The number of times that each expression carries into each call.
    carried: FxHashMap<(Node, Node), u32>,
    /// The number of entries that may still be looked at for the call.
    left: usize,
}

impl Finder<'_, '_> {
    fn argument(&mut self, call: &SdkCall, value: &Value, shape: Shape) {
        match shape {
            Shape::Attributes => self.attributes(call, value, "", &["created_at", "_timestamp"]),
            Shape::Device => self.attributes(call, value, "", &["last_used"]),
            Shape::Event => {
                self.seconds(call, value, &["timestamp"]);
                self.payload_under(call, value, "data");
            }
            Shape::Request => {
                self.seconds(call, value, &["send_at"]);
                self.payload_under(call, value, "message_data");
            }
            Shape::Seconds(keys) => self.seconds(call, value, keys),
            Shape::Payload => self.payload(call, value, "", 0),
            Shape::Name | Shape::Traits | Shape::Properties | Shape::Pipelines => {}
            Shape::Operation => self.operation(call, value),
            Shape::Operations => {
                for item in self.eval.items(value) {
                    self.operation(call, &item);
                }
            }
        }
    }

    /// An operation of the v2 API: `{ type, action, timestamp, attributes, device, … }`.
    fn operation(&mut self, call: &SdkCall, value: &Value) {
        let text = |key: &str| self.field(call, value, key).and_then(|v| v.as_str().cloned());
        let action = text("action").unwrap_or_default();
        self.seconds(call, value, &["timestamp"]);
        if let Some(attributes) = self.field(call, value, "attributes") {
            match action.as_str() {
                "event" | "page" | "screen" => self.payload(call, &attributes, "attributes.", 0),
                _ => self.attributes(call, &attributes, "attributes.", &["created_at", "_timestamp"]),
            }
        }
        if let Some(device) = self.field(call, value, "device") {
            self.seconds(call, &device, &["last_used"]);
        }
    }

    fn field(&self, call: &SdkCall, value: &Value, key: &str) -> Option<Value> {
        let mut found = carried(self.eval, value, call.range).into_iter().filter(|c| c.entry.key == key);
        let only = found.next()?;
        found.next().is_none().then(|| self.eval.eval(only.entry.node, &only.entry.frame))
    }

    fn seconds(&mut self, call: &SdkCall, value: &Value, keys: &[&str]) {
        for entry in carried(self.eval, value, call.range) {
            if keys.contains(&entry.entry.key.as_str()) {
                self.push(call, "", entry, SlotKind::Seconds);
            }
        }
    }

    fn attributes(&mut self, call: &SdkCall, value: &Value, path: &str, seconds: &[&str]) {
        for entry in carried(self.eval, value, call.range) {
            if seconds.contains(&entry.entry.key.as_str()) {
                self.push(call, path, entry, SlotKind::Seconds);
            } else {
                self.push_named(call, path, entry, |dated| SlotKind::Attribute { dated });
            }
        }
    }

    fn payload_under(&mut self, call: &SdkCall, value: &Value, key: &str) {
        if let Some(data) = self.field(call, value, key) {
            self.payload(call, &data, &format!("{key}."), 0);
        }
    }

    fn payload(&mut self, call: &SdkCall, value: &Value, path: &str, depth: u32) {
        if depth >= MAX_PAYLOAD {
            self.eval.hit(What::Depth, value.node);
            return;
        }
        let entries = carried(self.eval, value, call.range);
        let Some(left) = self.left.checked_sub(entries.len()) else {
            return self.eval.hit(What::Work, value.node);
        };
        self.left = left;
        for entry in entries {
            let inner = self.eval.eval(entry.entry.node, &entry.entry.frame);
            if inner.cases().iter().any(|case| matches!(case.kind, ValueKind::Object(_))) {
                self.payload(call, &inner, &format!("{path}{}.", entry.entry.key), depth + 1);
            } else {
                let kind = |key: &str| SlotKind::Payload { dated: is_dated(key) || is_moment(key) };
                self.push_if(call, path, entry, |key| (!is_no_date(key)).then(|| kind(key)));
            }
        }
    }

    /// A place whose name implies its purpose. Names are only looked at where there is a time, which is rare.
    fn push_named(&mut self, call: &SdkCall, path: &str, entry: Carried, kind: fn(bool) -> SlotKind) {
        self.push_if(call, path, entry, |key| (!is_no_date(key)).then(|| kind(is_dated(key))));
    }

    fn push(&mut self, call: &SdkCall, path: &str, entry: Carried, kind: SlotKind) {
        self.push_if(call, path, entry, |_| Some(kind));
    }

    /// A place with a time, if the `kind` of its key makes it relevant.
    fn push_if(&mut self, call: &SdkCall, path: &str, entry: Carried, kind: impl FnOnce(&str) -> Option<SlotKind>) {
        let value = self.eval.eval(entry.entry.node, &entry.entry.frame);
        let timely = |case: &Value| time_of(self.eval, case).is_some();
        if !value.cases().iter().any(timely) {
            return;
        }
        let Some(kind) = kind(&entry.entry.key) else { return };
        if let Some(carrier) = entry.carrier {
            let count = self.carried.entry((call.site, carrier)).or_default();
            *count += 1;
            if *count > MOST_CARRIED {
                return self.eval.hit(What::Entries, carrier);
            }
        }
        let slot = TimeSlot {
            client: call.client,
            method: call.method.clone(),
            key: SmolStr::from_iter([path, entry.entry.key.as_str()]),
            kind,
            cases: Vec::new(),
            through: call.through.clone(),
        };
        self.raw.push(RawSlot { slot, site: call.site, entry, value });
    }
}

/// A case of a slot, its repair left out.
pub fn case_of(eval: &Eval<'_>, raw: &RawSlot, value: &Value) -> Option<TimeCase> {
    let time = time_of(eval, value)?;
    let at = raw.entry.mark(eval, value)?;
    let made_there = eval.units.is_within(value.node, at);
    Some(TimeCase {
        time,
        at,
        origin: (!made_there).then(|| eval.units.place(value.node)),
        direct: made_there && raw.entry.carrier.is_none(),
        partial: raw.value.is_partial(),
        repair: None,
        read_at_load: None,
    })
}

/// Returns a value as a time.
pub fn time_of(eval: &Eval<'_>, value: &Value) -> Option<Time> {
    Some(match &value.kind {
        ValueKind::Number(Number { value: number, unit, text, .. }) => match unit {
            TimeUnit::Plain => return number.and_then(|n| literal_time(n, *text)),
            TimeUnit::Milliseconds(_) => Time::Milliseconds { literal: None, text: *text },
            TimeUnit::Fraction(grain) => Time::FractionalSeconds { sure: *grain == Grain::Fine },
            TimeUnit::Seconds => Time::Seconds,
        },
        ValueKind::Date(library, _) => Time::Date(*library),
        ValueKind::DateText { iso, day, .. } => Time::DateText { iso: *iso, literal: false, day: *day },
        ValueKind::Str(text) => {
            let literal = matches!(eval.units.kind(value.node), ExprKind::String(_));
            return text_time(text, literal);
        }
        _ => return None,
    })
}

/// The number of seconds by which a number of whole seconds is ahead of the clock.
pub fn seconds_ahead(value: &Value) -> Option<f64> {
    match value.kind {
        ValueKind::Number(Number { unit: TimeUnit::Seconds, text: false, ahead, .. }) => ahead,
        _ => None,
    }
}

/// From 1e11 on a number cannot be seconds: that would be the year 5138. The bounds are those of Customer.io's Ruby
/// SDK.
fn literal_time(number: f64, text: bool) -> Option<Time> {
    match number {
        n if n >= 1e17 => Some(Time::Finer { per_second: 1e9 }),
        n if n >= 1e14 => Some(Time::Finer { per_second: 1e6 }),
        n if n >= 1e11 => Some(Time::Milliseconds { literal: Some(n), text }),
        n if n > 999_999_999.0 && n.fract() != 0.0 => Some(Time::FractionalSeconds { sure: true }),
        n if n > 999_999_999.0 => Some(Time::Seconds),
        _ => None,
    }
}

fn text_time(text: &str, literal: bool) -> Option<Time> {
    let text = text.trim();
    if text.len() == 13 && text.bytes().all(|b| b.is_ascii_digit()) {
        return literal_time(text.parse().ok()?, true);
    }
    let digits = |range: std::ops::Range<usize>| text.get(range).is_some_and(|t| t.bytes().all(|b| b.is_ascii_digit()));
    let day =
        digits(0..4) && digits(5..7) && digits(8..10) && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    match text.get(10..11) {
        None if day && text.len() == 10 => Some(Time::DateText { iso: true, literal, day: true }),
        Some("T" | "t" | " ") if day && digits(11..13) => Some(Time::DateText { iso: true, literal, day: false }),
        _ => None,
    }
}

/// Words at the end of a name that say that it is a point in time.
const DATED: &[&str] = &["at", "date", "datetime", "timestamp", "time", "on", "since", "until"];
/// Words that say that it is a length of time or that it counts milliseconds on purpose.
const NOT_DATED: &[&str] = &[
    "ms",
    "millis",
    "milliseconds",
    "duration",
    "elapsed",
    "timeout",
    "interval",
    "latency",
    "ttl",
    "delay",
    "iso",
    "string",
    "formatted",
    "text",
];

/// Returns whether the name of an attribute implies that its value is not meant to be a Unix time.
fn is_no_date(key: &str) -> bool {
    words(key).iter().any(|word| NOT_DATED.contains(&word.as_str()))
}

/// Returns whether the name of an attribute says that it is a date.
fn is_dated(key: &str) -> bool {
    let all = words(key);
    let words: Vec<&str> = all.iter().map(String::as_str).collect();
    if is_no_date(key) {
        return false;
    }
    match words.as_slice() {
        [.., "logged", "in"] | [.., "logged", "out"] | [.., "signed", "up"] => words.len() > 2,
        [.., "last", "seen"] => true,
        [] => false,
        // `on`, `time`, `at` alone say nothing.
        [only] => matches!(*only, "date" | "timestamp" | "datetime"),
        [.., last] => DATED.contains(last) || words[..words.len() - 1].contains(&"date") && *last == "utc",
    }
}

/// Returns whether a key in free data implies a moment, where there is a time: as an attribute of a person it says
/// less.
fn is_moment(key: &str) -> bool {
    match &words(key)[..] {
        [only] => matches!(only.as_str(), "at" | "time" | "ts" | "when"),
        [.., last] => matches!(last.as_str(), "ts" | "when"),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dated_names() {
        for name in ["created_at", "lastLoginAt", "signup_date", "last_logged_in", "trialEndDate", "renewal_timestamp"]
        {
            assert!(is_dated(name), "{name}");
        }
        for name in ["plan", "elapsed_ms", "session_duration_at", "time", "at", "on", "location", "created_at_iso"] {
            assert!(!is_dated(name), "{name}");
        }
    }

    #[test]
    fn names_of_moments() {
        for name in ["ts", "when", "at", "time", "event_ts", "loginTs"] {
            assert!(is_moment(name), "{name}");
        }
        for name in ["times", "elapsed", "plan", "at_work", "status"] {
            assert!(!is_moment(name), "{name}");
        }
    }

    #[test]
    fn texts() {
        assert_eq!(text_time("2024-01-01", true), Some(Time::DateText { iso: true, literal: true, day: true }));
        assert!(text_time("2024-01-01T10:00:00Z", true).is_some());
        assert!(text_time("1704067200000", true).is_some());
        assert_eq!(text_time("2024-01", true), None);
        assert_eq!(text_time("tomorrow é", true), None);
    }
}
