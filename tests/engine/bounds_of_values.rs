//! The other bounds: of promises, of values, and of what is shown of them. See `bounds.rs`.

use crate::bounds::{Bound, CASES, DEEP, STEPS, TIME, WORK, inside, judged, named};
use crate::shapes::{CLIENT, each};
use customerio_ls::testing::engine;
use customerio_ls::testing::finding::{Applicability, Fixes};
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

#[test]
fn steps_of_a_promise() {
    let code = |size: usize| {
        format!("export async function f(c) {{ {}; }}", inside(size, "c ? ", "cio.identify('1', {})", " : 0"))
    };
    Bound::at(47, code).says(STEPS).loses("floating-promise");
}

#[test]
fn objects_around_a_promise() {
    let code = |size: usize| {
        let body = inside(size, "{ a: ", "cio.identify('1', {})", " }");
        format!("export async function f(req, res) {{ res.json({body}); }}")
    };
    Bound::at(48, code).says(STEPS).loses("floating-promise");
}

#[test]
fn steps_of_a_returned_promise() {
    let code = |size: usize| {
        let returned = inside(size, "c ? ", "cio.identify('1', {})", " : 0");
        format!("export async function f(c) {{ try {{ return {returned}; }} catch (e) {{ log(e); }} }}")
    };
    Bound::at(47, code).says(STEPS).loses("floating-promise");
}

#[test]
fn functions_that_a_promise_is_awaited_through() {
    let code = |size: usize| {
        let around = inside(size, "await (async () => { ", "cio.identify(u, {})", " })();");
        format!("export async function f(us, x) {{ us.forEach(async (u) => {{ {around} }}); }}")
    };
    assert!(judged(&code(2)).1.is_empty());
    assert!(judged(&code(20)).1.len() <= 1);
}

#[test]
fn calls_between_a_list_and_its_bound() {
    let code = |size: usize| {
        let kept = ".filter(Boolean)".repeat(size);
        format!(
            "import {{ APIClient, SendEmailRequest }} from 'customerio-node'; const api = new APIClient(process.env.K!); export async function f(us) {{ await Promise.all(us.slice(0, 5){kept}.map((to) => api.sendEmail(new SendEmailRequest({{ transactional_message_id: 'a', to, identifiers: {{ email: to }} }})))); }}"
        )
    };
    Bound::at(511, code).says(STEPS).never_tells("rate-limit-unhandled");
    let unbounded = code(1).replace(".slice(0, 5)", "");
    assert!(judged(&unbounded).0.contains(&"rate-limit-unhandled"), "{:?}", judged(&unbounded));
}

#[test]
fn names_of_a_list() {
    let code = |size: usize| {
        let names = named("s", size);
        format!(
            "export async function f(x) {{ const s0 = new Set<string>(x); {names} s{size}.forEach(async (u) => {{ await cio.identify(u, {{}}); }}); }}"
        )
    };
    // Only its fix needs to know what the list is.
    Bound::at(254, code).says(STEPS).keeps("floating-promise");
}

#[test]
fn steps_from_a_clock_that_is_read_once() {
    let code = |size: usize| {
        let later = each(size, |at| format!("const t{} = t{at} + 1;", at + 1));
        format!(
            "const t0 = Math.floor(Date.now() / 1000); {later} export async function f(u) {{ await cio.identify(u, {{ seen_at: t{size} }}); }}"
        )
    };
    Bound::at(17, code).says(STEPS).loses("stale-timestamp");
}

#[test]
fn pairs_of_things_that_two_values_may_be() {
    let code = |size: usize| {
        let cases = |name: char| each(size, |at| format!("case {at}: return '{name}{at}';"));
        format!(
            "function a(x) {{ switch (x) {{ {} }} }} function b(x) {{ switch (x) {{ {} }} }} cio.track('1', {{ name: a(y) + b(y) }});",
            cases('a'),
            cases('b')
        )
    };
    Bound::at(32, code).says(CASES);
}

#[test]
fn calls_of_a_schema() {
    let code = |size: usize| {
        let strict = ".strict()".repeat(size);
        format!(
            "import {{ z }} from 'zod'; const env = z.object({{ A: z.string() }}){strict}.parse(process.env); const d = new TrackClient(env.FIRST, env.CIO_APP_API_KEY);"
        )
    };
    Bound::at(62, code).says(STEPS);
}

#[test]
fn classes_between_a_method_and_its_object() {
    let code = |size: usize| {
        let classes = each(size, |at| format!("class A{} extends A{at} {{}}", at + 1));
        format!(
            "class A0 {{ send(id, at) {{ return cio.identify(id, {{ at }}); }} }} {classes} await new A{size}().send('1', Date.now());"
        )
    };
    Bound::at(32, code).says(STEPS).loses(TIME);
}

#[test]
fn classes_between_a_client_and_its_object() {
    let code = |size: usize| {
        let classes = each(size, |at| format!("class A{} extends A{at} {{}}", at + 1));
        format!(
            "class A0 extends TrackClient {{}} {classes} await new A{size}('a', 'b').identify('1', {{ at: Date.now() }});"
        )
    };
    Bound::at(31, code).says(STEPS).loses(TIME);
}

#[test]
fn names_of_a_type_with_few_values() {
    let code = |size: usize| {
        let types = each(size, |at| format!("type T{} = T{at};", at + 1));
        format!(
            "type T0 = 'day' | 'week'; {types} export async function f(p: T{size}) {{ await cio.track('1', {{ name: `report_${{p}}` }}); }}"
        )
    };
    Bound::at(7, code).says(STEPS).never_tells("dynamic-event-name");
    let of_many = code(1).replace("'day' | 'week'", "string");
    assert!(judged(&of_many).0.contains(&"dynamic-event-name"));
}

#[test]
fn names_of_a_client_far_away_are_no_bound() {
    let code = |size: usize| {
        format!("const c0 = cio; {} await c{size}.identify('1', {{ at: Date.now() }});", named("c", size))
    };
    Bound::at(4, code).keeps(TIME);
    assert!(judged(&code(70)).0.contains(&TIME));
}

#[test]
fn depth_of_a_bigint() {
    let code = |size: usize| {
        format!("await cio.identify('1', {{ a: {} }});", inside(size, "{ a: ", "12345678901234567890n", " }"))
    };
    Bound::at(11, code).says(DEEP).loses("bigint-in-payload");
}

#[test]
fn elements_before_a_bigint() {
    let code = |size: usize| format!("await cio.identify('1', {{ a: [{} {{ b: 1n }}] }});", "{},".repeat(size));
    Bound::at(9_997, code).says(WORK).loses("bigint-in-payload");
}

#[test]
fn objects_before_a_secret() {
    let code = |size: usize| {
        let keys = each(size, |at| format!("k{at}: {{}},"));
        format!("await cio.identify('1', {{ a: {{ {keys} z: {{ password: p }} }} }});")
    };
    let (few, many) = (judged(&code(9_990)), judged(&code(10_010)));
    assert!(few.0.contains(&"sensitive-attribute") && few.1.is_empty(), "{few:?}");
    assert!(!many.0.contains(&"sensitive-attribute") && many.1 == [WORK], "{many:?}");
}

#[test]
fn depth_of_a_filter() {
    let code = |size: usize| {
        let filter = inside(size, "{ not: ", "{ segment: 7 }", " }");
        format!(
            "import {{ APIClient }} from 'customerio-node'; const api = new APIClient(process.env.K!); await api.triggerBroadcast(1, {{}}, {filter});"
        )
    };
    Bound::at(7, code).says(DEEP).loses("broadcast-filter-shape");
}

#[test]
fn values_that_wait_for_each_other_in_a_circle() {
    let code = |size: usize| {
        let circle = each(size, |at| format!("const a{at} = a{} + 1;", (at + 1) % size));
        format!("{circle} await cio.identify('1', {{ at: a0, seen_at: Date.now() }});")
    };
    let (few, many) = (judged(&code(500)), judged(&code(600)));
    assert!(few.0.contains(&TIME) && few.1.is_empty(), "{few:?}");
    assert!(many.0.contains(&TIME) && many.1 == [DEEP], "{many:?}");
}

#[test]
fn values_that_wait_for_each_other_in_a_chain_are_no_bound() {
    for size in [10, 100, 3_000] {
        let chain = each(size, |at| format!("const a{at} = a{};", at + 1));
        let found = judged(&format!("const a{size} = Date.now(); {chain} await cio.identify('1', {{ at: a0 }});"));
        assert!(found.0.contains(&TIME) && found.1.is_empty(), "{size}: {found:?}");
    }
}

#[test]
fn elements_of_a_list() {
    let code = |size: usize| {
        format!("const a = [{}]; await cio.identify('1', {{ a: [...a, Date.now()] }});", "1,".repeat(size))
    };
    Bound::at(65_535, code).says("the list has too many elements");
}

#[test]
fn entries_of_an_object() {
    let code = |size: usize| {
        let keys = each(size, |at| format!("k{at}: 1,"));
        format!("const a = {{ {keys} }}; await cio.identify('1', {{ ...a, at: Date.now() }});")
    };
    let (few, many) = (judged(&code(65_000)), judged(&code(66_000)));
    assert!(few.0.contains(&TIME) && few.1.is_empty(), "{:?}", few.1);
    assert!(many.1 == ["the object has too many keys"], "{:?}", many.1);
}

#[test]
fn bytes_of_a_string() {
    let code = |size: usize| format!("const a = '{}'; await cio.track('1', {{ name: a + 'b' }});", "a".repeat(size));
    Bound::at((1 << 18) - 1, code).says("the string is too long").loses("event-name-length");
}

#[test]
fn what_may_be_missing_far_inside() {
    let code = |size: usize| {
        let to = inside(size, "(c ? x : ", "x", ")");
        format!(
            "import {{ APIClient }} from 'customerio-node'; const api = new APIClient(process.env.K!); export async function f(c, x) {{ await api.sendEmail({{ transactional_message_id: 'a', to: 'b@example.com', identifiers: {{ email: {to} }} }}); }}"
        )
    };
    let (few, many) = (judged(&code(30)), judged(&code(66)));
    assert!(few.1.is_empty(), "{few:?}");
    assert!(many.0.contains(&"plain-object-request") && many.1 == [DEEP], "{many:?}");
}

#[test]
fn types_that_lead_to_a_type() {
    // Beyond the bound it counts as one that may be missing: the fix is never safe.
    for size in [2, 11, 12, 40] {
        let types = each(size, |at| format!("type T{} = T{at};", at + 1));
        let text = format!(
            "import {{ APIClient }} from 'customerio-node'; const api = new APIClient(process.env.K!); type T0 = string | undefined; {types} export async function f(x: T{size}) {{ await api.sendEmail({{ transactional_message_id: 'a', to: 'b@example.com', identifiers: {{ email: x }} }}); }}"
        );
        let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
        let found = engine::analyze(&source, &Settings::default()).findings;
        let found = found.iter().find(|it| it.rule == "plain-object-request").expect("a finding");
        assert!(found.fixes.iter().all(|fix| fix.applicability == Applicability::Suggested), "{size}: {found:?}");
    }
}

#[test]
fn notes_of_one_file() {
    let deep = inside(1_300, "[", "", "]");
    let logged = inside(130, "[", "process.env.KEY", "]");
    for statement in [format!("f({deep});"), format!("console.log({logged});")] {
        let text = format!("{CLIENT}{}", each(12, |_| statement.clone()));
        let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
        assert_eq!(engine::judge(&source, None, &Settings::default(), Fixes::Computed).stopped.len(), 8);
    }
}

#[test]
fn calls_around_a_name() {
    let code = |size: usize| {
        let name = inside(size, "f(", "plan", ")");
        format!(
            "export async function g(plan) {{ await cio.track('1', {{ name: `bought_${{{name}}}`, data: {{}} }}); }}"
        )
    };
    Bound::at(4, code).keeps("dynamic-event-name");
}
