//! JavaScript's own methods and the date libraries.

use super::arguments::Arguments;
use super::arithmetic;
use super::units::Node;
use super::value::DateLibrary;
use super::value::{Grain, Number, Sender, TimeUnit, Value, ValueKind};
use smol_str::SmolStr;

/// Methods of moment, Day.js and Luxon that give another date of the same kind.
const KEEP_DATE: &[&str] = &[
    "add",
    "subtract",
    "endOf",
    "utc",
    "local",
    "tz",
    "clone",
    "utcOffset",
    "set",
    "year",
    "month",
    "week",
    "isoWeek",
    "day",
    "date",
    "weekday",
    "hour",
    "hours",
    "minute",
    "minutes",
    "second",
    "seconds",
    "plus",
    "minus",
    "setZone",
    "toUTC",
    "toLocal",
    "setLocale",
    "locale",
    "millisecond",
    "milliseconds",
];

/// Globals of which something is known. Any other name may be anything.
const GLOBALS: &[&str] = &[
    "Array",
    "BigInt",
    "Buffer",
    "Date",
    "Math",
    "NaN",
    "Number",
    "String",
    "Object",
    "Promise",
    "parseInt",
    "parseFloat",
    "process",
    "performance",
    "Temporal",
    "globalThis",
    "window",
    "global",
    "self",
    "structuredClone",
    "Deno",
    "Bun",
];

/// Returns the value of a global of the language or of its platforms.
pub(super) fn known_global(name: &str) -> ValueKind {
    if GLOBALS.contains(&name) { ValueKind::Global(name.into()) } else { ValueKind::Unknown }
}

/// Returns whether a module reads and writes files as Node does.
pub(crate) fn is_file_system(module: &str) -> bool {
    matches!(module.strip_prefix("node:").unwrap_or(module), "fs" | "fs/promises" | "fs-extra")
}

/// Returns whether a module is Node.js' client for plain HTTP.
pub(crate) fn is_plain_http(module: &str) -> bool {
    matches!(module, "http" | "node:http")
}

/// Returns the value of another package, or of a member of one.
pub(super) fn known_package(module: &str, path: SmolStr) -> ValueKind {
    let known =
        matches!(module, "moment" | "moment-timezone" | "dayjs" | "luxon" | "date-fns" | "envalid" | "znv" | "env-var")
            || module.starts_with("date-fns/")
            || module.starts_with("@t3-oss/env-")
            || module == super::prisma::PACKAGE
            || is_file_system(module)
            || is_plain_http(module);
    if known {
        return ValueKind::Package(module.into(), path);
    }
    Sender::of_package(module, path).unwrap_or(ValueKind::Unknown)
}

/// A call of a method on a value. `object` is the expression that it is called on.
pub(super) fn method(receiver: &Value, object: Node, name: &str, arguments: &Arguments) -> ValueKind {
    // A choice on which every case gives the same.
    if let ValueKind::Choice(cases) = &receiver.kind {
        let cases = cases.iter().map(|case| Value::at(object, method(case, object, name, arguments)));
        let cases: Vec<Value> = cases.collect();
        if cases.iter().any(|case| case.kind.is_unknown()) {
            return ValueKind::Unknown;
        }
        return super::value::agreement(cases).map_or(ValueKind::Unknown, |value| value.kind);
    }
    match &receiver.kind {
        ValueKind::Date(library, grain) => date_method(*library, *grain, object, name, arguments),
        ValueKind::Number(number) => number_method(*number, name, arguments),
        ValueKind::Prisma(of) => super::prisma::method(*of, name, arguments),
        ValueKind::Str(text) => match name {
            "trim" => ValueKind::Str(text.trim().into()),
            "toLowerCase" => ValueKind::Str(text.to_lowercase().into()),
            "toUpperCase" => ValueKind::Str(text.to_uppercase().into()),
            "toString" | "valueOf" => receiver.kind.clone(),
            _ => ValueKind::Unknown,
        },
        ValueKind::Env(_) => match name {
            "trim" | "toString" | "toLowerCase" | "toUpperCase" | "valueOf" => receiver.kind.clone(),
            // Those of `env-var`.
            "required" | "asString" => receiver.kind.clone(),
            _ => ValueKind::Unknown,
        },
        ValueKind::DateText { iso, day, .. } => match (name, slice_end(name, arguments)) {
            (_, Some(10.0)) if *iso => ValueKind::DateText { iso: *iso, day: true, from: None },
            ("replace" | "toString" | "trim", _) => ValueKind::DateText { iso: *iso, day: *day, from: None },
            _ => ValueKind::Unknown,
        },
        ValueKind::Unknown | ValueKind::Typed(..) => unknown_method(name),
        _ => ValueKind::Unknown,
    }
}

/// Methods whose names imply their result, on any object.
fn unknown_method(name: &str) -> ValueKind {
    match name {
        "getTime" | "toMillis" => ValueKind::Number(Number::of(TimeUnit::Milliseconds(Grain::Unknown))),
        "unix" | "toUnixInteger" => ValueKind::Number(Number::of(TimeUnit::Seconds)),
        "toISOString" => ValueKind::DateText { iso: true, day: false, from: None },
        "toUTCString" | "toGMTString" | "toDateString" => ValueKind::DateText { iso: false, day: false, from: None },
        "toJSDate" => ValueKind::Date(DateLibrary::Native, Grain::Unknown),
        _ => ValueKind::Unknown,
    }
}

fn date_method(library: DateLibrary, grain: Grain, object: Node, name: &str, arguments: &Arguments) -> ValueKind {
    let milliseconds = ValueKind::Number(Number::of(TimeUnit::Milliseconds(grain)));
    let text = |iso| ValueKind::DateText { iso, day: false, from: Some((object, library)) };
    match name {
        "getTime" | "valueOf" | "toMillis" => milliseconds,
        "unix" | "toUnixInteger" => ValueKind::Number(Number::of(TimeUnit::Seconds)),
        "toSeconds" if library == DateLibrary::Luxon => match grain {
            Grain::Whole => ValueKind::Number(Number::of(TimeUnit::Seconds)),
            grain => ValueKind::Number(Number::of(TimeUnit::Fraction(grain))),
        },
        "toISOString" | "toJSON" | "toISO" => text(true),
        "toString" | "toUTCString" | "toGMTString" | "toDateString" | "toLocaleString" | "toLocaleDateString"
        | "toHTTP" | "toRFC2822" | "toSQL" => text(false),
        "toISODate" => ValueKind::DateText { iso: true, day: true, from: None },
        "format" => match arguments.list.first().map(|value| &value.kind) {
            None => text(true),
            Some(ValueKind::Str(format)) if format == "X" => {
                ValueKind::Number(Number { text: true, ..Number::of(TimeUnit::Seconds) })
            }
            Some(ValueKind::Str(format)) if format == "x" => {
                ValueKind::Number(Number { text: true, ..Number::of(TimeUnit::Milliseconds(grain)) })
            }
            Some(ValueKind::Str(format)) if format.eq_ignore_ascii_case("yyyy-mm-dd") => {
                ValueKind::DateText { iso: true, day: true, from: None }
            }
            Some(ValueKind::Str(_)) => text(false),
            _ => ValueKind::Unknown,
        },
        "toDate" | "toJSDate" => ValueKind::Date(DateLibrary::Native, grain),
        // They give the milliseconds of the changed date.
        _ if library.is_native() && name.starts_with("set") => {
            let whole = matches!(name, "setMilliseconds" | "setUTCMilliseconds") || arguments.list.len() == 4;
            let grain = if whole { Grain::Whole } else { Grain::Unknown };
            ValueKind::Number(Number::of(TimeUnit::Milliseconds(grain)))
        }
        "startOf" if !library.is_native() => ValueKind::Date(library, Grain::Whole),
        _ if !library.is_native() && KEEP_DATE.contains(&name) => match (name, arguments.list.len()) {
            // Without arguments these read a part of the date.
            (
                "year" | "month" | "week" | "isoWeek" | "day" | "date" | "weekday" | "hour" | "hours" | "minute"
                | "minutes" | "second" | "seconds" | "millisecond" | "milliseconds" | "utcOffset",
                0,
            ) => ValueKind::Unknown,
            ("utc" | "local" | "tz" | "clone", _) => ValueKind::Date(library, grain),
            ("endOf", _) => ValueKind::Date(library, Grain::Fine),
            _ => ValueKind::Date(library, if grain == Grain::Fine { Grain::Fine } else { Grain::Unknown }),
        },
        _ => ValueKind::Unknown,
    }
}

fn number_method(number: Number, name: &str, arguments: &Arguments) -> ValueKind {
    let text = |unit| ValueKind::Number(Number { text: true, ..Number::of(unit) });
    match name {
        "toString" if arguments.list.is_empty() => super::template::text_of(ValueKind::Number(number)),
        "valueOf" => ValueKind::Number(number),
        "toFixed" => {
            let digits = arguments.list.first().map(|value| arithmetic::number(&value.kind).and_then(|n| n.value));
            match (number.unit, digits) {
                (TimeUnit::Fraction(_), None | Some(Some(0.0))) => text(TimeUnit::Seconds),
                (TimeUnit::Fraction(grain), Some(Some(_))) => text(TimeUnit::Fraction(grain)),
                (unit @ (TimeUnit::Milliseconds(_) | TimeUnit::Seconds), None | Some(Some(0.0))) => text(unit),
                _ => ValueKind::Unknown,
            }
        }
        // The first ten of thirteen digits are the seconds.
        _ if number.text && matches!(number.unit, TimeUnit::Milliseconds(_) | TimeUnit::Fraction(_)) => {
            match slice_end(name, arguments) {
                Some(end) if end == 10.0 || end == -3.0 => text(TimeUnit::Seconds),
                _ => ValueKind::Unknown,
            }
        }
        _ => ValueKind::Unknown,
    }
}

/// The end of a slice that begins at 0.
fn slice_end(name: &str, arguments: &Arguments) -> Option<f64> {
    if !matches!(name, "slice" | "substring" | "substr") {
        return None;
    }
    let at = |i: usize| arguments.list.get(i).and_then(|value| arithmetic::number(&value.kind)).and_then(|n| n.value);
    (at(0) == Some(0.0)).then(|| at(1)).flatten()
}

/// Returns whether a date made from these arguments has a part below the second.
pub(super) fn date_grain(arguments: &Arguments) -> Grain {
    if !arguments.closed {
        return Grain::Unknown;
    }
    match arguments.list.as_slice() {
        [] => Grain::Fine,
        [only] => match &only.kind {
            ValueKind::Str(text) if !text.contains('.') => Grain::Whole,
            ValueKind::Number(Number { unit: TimeUnit::Milliseconds(grain), .. }) | ValueKind::Date(_, grain) => *grain,
            ValueKind::Number(Number { value: Some(value), .. }) if value % 1000.0 == 0.0 => Grain::Whole,
            ValueKind::DateText { day: true, .. } => Grain::Whole,
            _ => Grain::Unknown,
        },
        parts if parts.len() <= 6 => Grain::Whole,
        _ => Grain::Unknown,
    }
}

/// A call of a function of another package.
pub(super) fn package(module: &str, path: &str, arguments: &Arguments) -> ValueKind {
    let name = path.strip_prefix("default.").unwrap_or(path);
    let library = match module {
        "moment" | "moment-timezone" => DateLibrary::Moment,
        "dayjs" => DateLibrary::Dayjs,
        "luxon" => return luxon(name, arguments),
        _ if module == "date-fns" || module.starts_with("date-fns/") => return date_fns(name),
        _ => return ValueKind::Unknown,
    };
    let grain = match name {
        "default" | "" | "utc" => date_grain(arguments),
        "unix" => Grain::Whole,
        "tz" | "parseZone" => Grain::Unknown,
        _ => return ValueKind::Unknown,
    };
    ValueKind::Date(library, grain)
}

fn luxon(name: &str, arguments: &Arguments) -> ValueKind {
    let grain = match name {
        "DateTime.now" => Grain::Fine,
        "DateTime.local" | "DateTime.utc" if arguments.list.is_empty() => Grain::Fine,
        "DateTime.fromSeconds" => Grain::Unknown,
        _ if name.starts_with("DateTime.from") || matches!(name, "DateTime.local" | "DateTime.utc") => Grain::Unknown,
        _ => return ValueKind::Unknown,
    };
    ValueKind::Date(DateLibrary::Luxon, grain)
}

fn date_fns(name: &str) -> ValueKind {
    let date = |grain| ValueKind::Date(DateLibrary::Native, grain);
    match name.rsplit('.').next().unwrap_or(name) {
        "getTime" => ValueKind::Number(Number::of(TimeUnit::Milliseconds(Grain::Unknown))),
        "getUnixTime" => ValueKind::Number(Number::of(TimeUnit::Seconds)),
        "formatISO" => ValueKind::DateText { iso: true, day: false, from: None },
        "formatRFC3339" | "formatRFC7231" => ValueKind::DateText { iso: false, day: false, from: None },
        "fromUnixTime" => date(Grain::Whole),
        name if name.starts_with("startOf") => date(Grain::Whole),
        name if ["add", "sub", "endOf", "parse", "toDate", "set"].iter().any(|p| name.starts_with(p)) => {
            date(Grain::Unknown)
        }
        _ => ValueKind::Unknown,
    }
}
