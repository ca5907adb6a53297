//! Bounds of searches that rules make, from both sides: just below a bound the finding is there, just above it what was
//! not looked at is reported. `docs/bounds.md` names these tests, and `tests/tidy/bounds.rs` compares it with the code.

use crate::shapes::{CLIENT, each};
use customerio_ls::testing::engine;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

pub const STEPS: &str = "this leads through too many steps";
pub const DEEP: &str = "values are nested too deeply";
pub const WORK: &str = "evaluating this takes too many steps";
pub const CASES: &str = "the value may be too many different things";
const FUNCTIONS: &str = "too many functions call one another";
pub const TIME: &str = "timestamp-milliseconds";

/// The rules that find something, and why the analysis stopped.
pub fn judged(code: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let source = Source::parse(Rope::from_str(&format!("{CLIENT}export {{}};\n{code}")), Language::TypeScript);
    let settings = Settings { preset: Some(Preset::All), ..Settings::default() };
    let judged = engine::judge(&source, None, &settings, Fixes::Computed);
    let found = engine::finish(&source, judged.found, None, &settings).findings;
    let mut stopped: Vec<&str> = judged.stopped.iter().map(|it| it.why).collect();
    stopped.dedup();
    (found.iter().map(|it| it.rule).collect(), stopped)
}

/// Code of the most size that is looked at, and of one more.
pub struct Bound {
    below: (Vec<&'static str>, Vec<&'static str>),
    above: (Vec<&'static str>, Vec<&'static str>),
}

impl Bound {
    pub fn at(most: usize, code: impl Fn(usize) -> String) -> Self {
        Self { below: judged(&code(most)), above: judged(&code(most + 1)) }
    }

    /// Nothing is reported below, and this reason above.
    #[track_caller]
    pub fn says(&self, why: &str) -> &Self {
        assert_eq!(self.below.1, [""; 0], "below: {:?}", self.below.0);
        assert_eq!(self.above.1, [why], "above: {:?}", self.above.0);
        self
    }

    /// A rule finds something below, and nothing above.
    #[track_caller]
    pub fn loses(&self, rule: &str) {
        assert!(self.below.0.contains(&rule), "below: {:?}", self.below.0);
        assert!(!self.above.0.contains(&rule), "above: {:?}", self.above.0);
    }

    /// A rule finds something on both sides.
    #[track_caller]
    pub fn keeps(&self, rule: &str) {
        assert!(self.below.0.contains(&rule), "below: {:?}", self.below.0);
        assert!(self.above.0.contains(&rule), "above: {:?}", self.above.0);
    }

    /// A rule finds something on neither side.
    #[track_caller]
    pub fn never_tells(&self, rule: &str) {
        assert!(!self.below.0.contains(&rule), "below: {:?}", self.below.0);
        assert!(!self.above.0.contains(&rule), "above: {:?}", self.above.0);
    }
}

/// Something inside of as many of something else.
pub fn inside(count: usize, open: &str, middle: &str, close: &str) -> String {
    format!("{}{middle}{}", open.repeat(count), close.repeat(count))
}

/// As many names for a thing, one of another.
pub fn named(name: &str, count: usize) -> String {
    each(count, |at| format!("const {name}{} = {name}{at};", at + 1))
}

#[test]
fn calls_of_the_sdk_behind_one_call() {
    let code = |size: usize| {
        let calls = "await cio.identify(id, {}); ".repeat(size);
        format!("await f('1', Date.now());\nasync function f(id, a) {{ {calls} await cio.identify(id, {{ at: a }}); }}")
    };
    Bound::at(63, code).says(FUNCTIONS).loses(TIME);
}

#[test]
fn calls_looked_at_behind_one_call() {
    let code = |size: usize| {
        let calls = "g(id); ".repeat(size);
        let helper = "function g(id) { if (id) h(id); } function h(id) { if (id === 'never') cio.identify(id, {}); }";
        format!(
            "await f('1', Date.now());\n{helper}\nasync function f(id, a) {{ {calls} await cio.identify(id, {{ at: a }}); }}"
        )
    };
    let (few, many) = (judged(&code(3)), judged(&code(600)));
    assert!(few.0.contains(&TIME) && few.1.is_empty(), "{few:?}");
    assert!(!many.0.contains(&TIME) && many.1 == [FUNCTIONS], "{many:?}");
}

#[test]
fn ways_that_lead_to_a_call_are_no_bound() {
    let code = |size: usize| {
        let functions = each(size, |at| format!("async function f{at}(a) {{ await f{0}(a); await f{0}(a); }}", at + 1));
        format!(
            "await f0(Date.now());\n{functions}\nasync function f{size}(a) {{ await cio.identify('1', {{ at: a }}); }}"
        )
    };
    // From 64 ways on, each call is looked at once: 2 to the power of 6.
    Bound::at(5, code).keeps(TIME);
    assert!(judged(&code(10)).0.contains(&TIME));
}

#[test]
fn parts_of_a_condition() {
    let code = |size: usize| {
        let others = each(size, |at| format!("|| x{at}"));
        format!("export async function f(e) {{ if (e.metric === 'bounced' {others}) {{ await cio.suppress(e.id); }} }}")
    };
    Bound::at(511, code).says(DEEP).loses("suppress-as-unsubscribe");
}

#[test]
fn names_of_a_credential() {
    let code = |size: usize| {
        let names = named("b", size);
        format!(
            "const cioAppApiKey = load(); const b0 = cioAppApiKey; {names} const d = new TrackClient(process.env.SITE_ID, b{size});"
        )
    };
    Bound::at(5, code).says(STEPS).keeps("wrong-api-key");
}

#[test]
fn steps_from_a_response() {
    let code = |size: usize| {
        let names = each(size, |at| format!("const [r{}] = r{at};", at + 1));
        format!(
            "export async function f() {{ const r0 = await cio.identify('1', {{}}); {names} return r{size}.data; }}"
        )
    };
    let (few, many) = (judged(&code(8)), judged(&code(40)));
    assert!(few.1.is_empty(), "{few:?}");
    assert_eq!(many.1, [STEPS], "{many:?}");
}

#[test]
fn reads_of_an_error() {
    let code = |size: usize| {
        let reads = "log(e.message); ".repeat(size);
        format!("try {{ await cio.identify('1', {{}}); }} catch (e) {{ {reads} console.log(e.response.status); }}")
    };
    Bound::at(199, code).says(STEPS).loses("error-shape");
}

#[test]
fn awaits_beside_the_one_that_fails() {
    let code = |size: usize| {
        let calls = "await g(); ".repeat(size);
        format!(
            "async function g() {{ await null; }} try {{ await cio.identify('1', {{}}); {calls} }} catch (e) {{ console.log(e.response.status); }}"
        )
    };
    Bound::at(1_499, code).says(WORK).loses("error-shape");
}

#[test]
fn names_of_a_part_of_an_error() {
    let code = |size: usize| {
        let names = named("c", size);
        format!(
            "try {{ await cio.identify('1', {{}}); }} catch ({{ code: c0 }}) {{ {names} if (c{size} === 'ETIMEDOUT') retry(); }}"
        )
    };
    let (few, many) = (judged(&code(3)), judged(&code(65)));
    assert!(few.1.is_empty(), "{few:?}");
    assert_eq!(many.1, [STEPS], "{many:?}");
}

#[test]
fn names_of_the_string_of_an_error() {
    let code = |size: usize| {
        let names = named("c", size);
        format!(
            "try {{ await cio.identify('1', {{}}); }} catch (e) {{ const c0 = String(e); {names} if (c{size}.includes('429')) retry(); }}"
        )
    };
    Bound::at(63, code).says(STEPS).loses("error-shape");
}

#[test]
fn steps_to_what_a_header_is_taken_for() {
    let code = |size: usize| {
        let names = named("c", size);
        format!(
            "export async function get() {{ const res = await fetch('https://api.customer.io/v1/campaigns', {{ headers }}); const c0 = res.headers.get('retry-after'); {names} if (res.status === 429) setTimeout(get, c{size}); }}"
        )
    };
    Bound::at(4, code).says(STEPS).loses("retry-after-parse");
}

#[test]
fn names_in_a_request_that_is_sent_again() {
    let code = |size: usize| {
        let names = named("c", size);
        format!(
            "export async function get() {{ for (;;) {{ const c0 = start; {names} const res = await fetch(`https://api.customer.io/v1/campaigns?start=${{c{size}}}`, {{ method: 'GET' }}); if (res.ok) return res; }} }}"
        )
    };
    Bound::at(31, code).says(STEPS).loses("retry-non-retryable");
}

#[test]
fn templates_of_an_address() {
    let code = |size: usize| {
        let templates = each(size, |at| format!("const t{} = `${{t{at}}}`;", at + 1));
        format!(
            "const t0 = `https://api.customer.io/v1/customers/jane@example.com/attributes?x=${{id}}`; {templates} fetch(t{size}, {{ headers }});"
        )
    };
    Bound::at(30, code).says(STEPS).keeps("raw-http-endpoint");
}

#[test]
fn expressions_of_an_address() {
    let code = |size: usize| {
        let more = each(size, |at| format!("const u{} = new URL(u{at});", at + 1));
        format!(
            "const u0 = new URL('/api/v1/customer/1', 'https://track.customer.io'); {more} fetch(u{size}, {{ method: 'PUT' }});"
        )
    };
    Bound::at(30, code).says(STEPS).loses("unknown-endpoint");
}

#[test]
fn expressions_of_an_address_that_doubles() {
    let code = |size: usize| {
        let more = each(size, |at| format!("const u{} = new URL(u{at}, u{at});", at + 1));
        format!("const u0 = 'https://track.customer.io'; {more} fetch(u{size}, {{ method: 'PUT' }});")
    };
    assert_eq!(judged(&code(60)).1, [STEPS]);
}

#[test]
fn tokens_that_stand_for_a_token() {
    let code = |size: usize| {
        let more = each(size, |at| format!("container.register('t{}', {{ useExisting: 't{at}' }});", at + 1));
        format!(
            "container.register('t0', {{ useValue: cio }}); {more}
            class C {{ constructor(@Inject('t{size}') c) {{ this.c = c; }}
                send() {{ return this.c.identify('1', {{ at: Date.now() }}); }} }}"
        )
    };
    Bound::at(4, code).says(STEPS).loses(TIME);
}

#[test]
fn steps_from_a_logger() {
    let code = |size: usize| {
        let children = each(size, |at| format!("const l{} = l{at}.child();", at + 1));
        format!("import pino from 'pino'; const l0 = pino(); {children} l{size}.info(process.env.KEY);")
    };
    Bound::at(20, code).says(STEPS).loses("credential-logged");
}

#[test]
fn depth_of_what_a_function_logs() {
    let code = |size: usize| {
        let written = inside(size, "('' + ", "x", ")");
        format!("function tell(x) {{ console.log({written}); }}\ntell(process.env.KEY);")
    };
    Bound::at(16, code).says(DEEP).loses("credential-logged");
}

#[test]
fn members_of_a_logged_credential() {
    let code = |size: usize| {
        let members = ".a".repeat(size);
        format!("const d = new TrackClient(o{members}.siteId, o{members}.apiKey); console.log(o{members}.apiKey);")
    };
    Bound::at(63, code).says(STEPS);
}

#[test]
fn depth_of_what_is_logged() {
    let code = |size: usize| format!("console.log({});", inside(size, "[", "process.env.KEY", "]"));
    Bound::at(128, code).says(DEEP).loses("credential-logged");
}
