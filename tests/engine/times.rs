//! Every spelling of milliseconds, seconds and dates.

use crate::support::slots;
use customerio_ls::testing::model::{DateLibrary, Time};

/// Returns what stands in `timestamp: EXPRESSION`, when only one thing can.
fn time(prelude: &str, expression: &str) -> Option<Time> {
    let text = format!(
        r#"import {{ TrackClient }} from "customerio-node";
        import moment from "moment"; import dayjs from "dayjs"; import {{ DateTime }} from "luxon";
        import {{ getUnixTime, getTime, addDays, formatISO }} from "date-fns";
        const cio = new TrackClient("s", "k");
        {prelude}
        async function f() {{ await cio.track("1", {{ name: "e", timestamp: {expression} }}); }}"#
    );
    let slots = slots(&text);
    let cases: Vec<Time> = slots.iter().flat_map(|slot| slot.cases.iter().map(|case| case.time)).collect();
    assert!(cases.len() <= 1, "{expression}: {cases:?}");
    cases.first().copied()
}

#[test]
fn milliseconds() {
    for expression in [
        "Date.now()",
        "new Date().getTime()",
        "+new Date()",
        "new Date().valueOf()",
        "Number(new Date())",
        "user.createdAt.getTime()",
        "Date.parse(text)",
        "Date.UTC(2024, 1, 1)",
        "performance.timeOrigin + performance.now()",
        "moment().valueOf()",
        "dayjs().add(1, 'day').valueOf()",
        "DateTime.now().toMillis()",
        "DateTime.now().ts",
        "getTime(new Date())",
        "Temporal.Now.instant().epochMilliseconds",
        "Date.now() + 7 * 864e5",
        "Date.now() + ttl",
        "Date.now() - 1000",
        "Math.round(Date.now())",
        "parseInt(Date.now())",
        "Number(Date.now())",
        "(Date.now()) as number",
        "Date.now()!",
        "await Date.now()",
        "Math.floor(Date.now() / 1000) * 1000",
        "Math.max(Date.now(), new Date().getTime())",
        "globalThis.Date.now()",
    ] {
        let got = time("", expression);
        assert_eq!(got, Some(Time::Milliseconds { literal: None, text: false }), "{expression}");
    }
    for expression in ["`${Date.now()}`", "String(Date.now())", "Date.now().toString()", "'' + Date.now()"] {
        assert_eq!(time("", expression), Some(Time::Milliseconds { literal: None, text: true }), "{expression}");
    }
    assert_eq!(time("", "1704067200000"), Some(Time::Milliseconds { literal: Some(1_704_067_200_000.0), text: false }));
    assert_eq!(time("", "1_704_067_200_000_000"), Some(Time::Finer { per_second: 1e6 }));
}

#[test]
fn milliseconds_from_elsewhere() {
    let is = |prelude: &str, expression: &str| {
        let got = time(prelude, expression);
        assert_eq!(got, Some(Time::Milliseconds { literal: None, text: false }), "{prelude} {expression}");
    };
    is("const now = Date.now();", "now");
    is("const { now } = Date;", "now()");
    is("const now = () => Date.now();", "now()");
    is("function now() { return new Date().getTime(); }", "now()");
    is("const T = { now: Date.now() } as const;", "T.now");
    is("class T { static now() { return Date.now(); } }", "T.now()");
    is("const scale = (x: number) => x * 1000;", "scale(Math.floor(Date.now() / 1000))");
    is("let t = Date.now(); t += 1000;", "t");
    is("let t; if (a) { t = Date.now(); } else { t = +new Date(); }", "t");
}

#[test]
fn seconds() {
    for expression in [
        "Math.floor(Date.now() / 1000)",
        "Math.floor(Date.now() / 1e3)",
        "Math.floor(Date.now() * 0.001)",
        "Math.round(+new Date() / 1000)",
        "Math.round((new Date()).getTime() / 1000)",
        "Math.trunc(Date.parse(x) / 1000)",
        "Math.ceil(Date.now() / 1000)",
        "(Date.now() / 1000) | 0",
        "~~(Date.now() / 1000)",
        "(Date.now() / 1000) >>> 0",
        "parseInt(Date.now() / 1000)",
        "Number((Date.now() / 1000).toFixed(0))",
        "parseInt((Date.now() / 1000).toFixed())",
        "moment(x).unix()",
        "dayjs().unix()",
        "DateTime.now().toUnixInteger()",
        "getUnixTime(Date.now())",
        "Temporal.Now.instant().epochSeconds",
        "Math.floor(Date.now() / 1000) + 3600",
        "Date.UTC(2024, 0, 1) / 1000",
        "new Date('2024-01-01T00:00:00Z').getTime() / 1000",
        "moment().startOf('day').valueOf() / 1000",
        "1704067200",
        "String(Date.now()).slice(0, 10)",
        "Date.now().toString().slice(0, -3)",
    ] {
        assert_eq!(time("", expression), Some(Time::Seconds), "{expression}");
    }
    assert_eq!(time("const d = new Date(); d.setHours(0, 0, 0, 0);", "d.getTime() / 1000"), Some(Time::Seconds));
    assert_eq!(time("const now = () => Math.floor(Date.now() / 1000);", "now()"), Some(Time::Seconds));
    assert_eq!(time("const sec = (ms: number) => Math.floor(ms / 1000);", "sec(Date.now())"), Some(Time::Seconds));
}

#[test]
fn fractions() {
    for expression in ["Date.now() / 1000", "Date.now() * 0.001", "new Date() / 1000", "+new Date() / 1e3"] {
        assert_eq!(time("", expression), Some(Time::FractionalSeconds { sure: true }), "{expression}");
    }
    assert_eq!(time("", "user.createdAt.getTime() / 1000"), Some(Time::FractionalSeconds { sure: false }));
    assert_eq!(time("", "DateTime.now().toSeconds()"), Some(Time::FractionalSeconds { sure: true }));
}

#[test]
fn dates() {
    assert_eq!(time("", "new Date()"), Some(Time::Date(DateLibrary::Native)));
    assert_eq!(time("", "moment()"), Some(Time::Date(DateLibrary::Moment)));
    assert_eq!(time("", "dayjs().subtract(1, 'day')"), Some(Time::Date(DateLibrary::Dayjs)));
    assert_eq!(time("", "addDays(new Date(), 1)"), Some(Time::Date(DateLibrary::Native)));
    assert_eq!(time("declare const d: Date;", "x"), None);
    assert_eq!(
        time("interface U { at: Date } function g(u: U) { return u.at; }", "g(u)"),
        Some(Time::Date(DateLibrary::Native))
    );
    let iso = Some(Time::DateText { iso: true, literal: false, day: false });
    assert_eq!(time("", "new Date().toISOString()"), iso);
    assert_eq!(time("", "row.created.toISOString()"), iso);
    assert_eq!(time("", "dayjs().format()"), iso);
    assert_eq!(time("", "formatISO(new Date())"), iso);
    assert_eq!(time("", "'2024-01-01T00:00:00Z'"), Some(Time::DateText { iso: true, literal: true, day: false }));
    assert_eq!(time("", "'2024-01-01'"), Some(Time::DateText { iso: true, literal: true, day: true }));
}

#[test]
fn unknown_means_silence() {
    for expression in [
        "x",
        "user.createdAt",
        "Date.now() - start",
        "Date.now() - Date.now()",
        "Date.now() / 60000",
        "Date.now() % 1000",
        "`t${Date.now()}`",
        "Date.now() + '-x'",
        "now()",
        "stripe.created",
        "process.env.T",
        "x / 1000",
        "Math.floor(x / 1000)",
        "Date.now",
        "42",
        "'soon'",
        "(Date.now() - Date.now() % 1000) / 1000",
    ] {
        assert_eq!(time("", expression), None, "{expression}");
    }
    assert_eq!(time("let t = Date.now(); if (a) t = Math.floor(t / 1000);", "t"), None);
    assert_eq!(time("function h(Date) { return Date.now(); }", "h(x)"), None);
}

#[test]
fn choices() {
    let both = slots(
        r#"import { TrackClient } from "customerio-node"; const cio = new TrackClient("s", "k");
        cio.identify("1", { created_at: user.createdAt ?? Date.now(), signup_date: a ? new Date() : undefined });"#,
    );
    assert_eq!(both.len(), 2);
    assert_eq!(both[0].cases.len(), 1);
    assert!(both[0].cases[0].partial);
    assert!(both[0].cases[0].direct);
    assert!(!both[1].cases[0].partial);
}

#[test]
fn text_is_no_time() {
    assert_eq!(time("", "id + Date.now()"), None);
    assert_eq!(time("", "'t' + Date.now()"), None);
    let midnight = Some(Time::Milliseconds { literal: None, text: false });
    assert_eq!(time("", "new Date().setHours(0, 0, 0, 0)"), midnight);
    assert_eq!(time("", "new Date().setHours(0, 0, 0, 0) / 1000"), Some(Time::Seconds));
}
