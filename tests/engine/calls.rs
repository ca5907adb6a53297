//! Calls of the SDK with what stands around them: what rules about errors, loops and order build on.

use super::support::source;
use customerio_ls::testing::model::{Argument, Call, Files, Given, Model, Promise, TryPart};
use customerio_ls::testing::syntax::Language;

const SETUP: &str = "import { APIClient, SendEmailRequest, TrackClient } from 'customerio-node';
const cio = new TrackClient('site', 'key');
const api = new APIClient('app');
";

/// Looks at the calls of a text behind the clients.
fn with_calls<T>(code: &str, look: impl Fn(&Model<'_>, &[Call]) -> T) -> T {
    let source = source(&format!("{SETUP}{code}"), Language::TypeScript);
    let files = Files::alone(source.facts.clone());
    let model = Model::new(&source.rope, &files, None);
    look(&model, model.calls().of_sdk())
}

/// The only call of a text.
fn only<T>(code: &str, look: impl Fn(&Model<'_>, &Call) -> T) -> T {
    with_calls(code, |model, calls| {
        assert_eq!(calls.len(), 1, "{code}: {calls:?}");
        look(model, &calls[0])
    })
}

fn text(model: &Model<'_>, argument: &Argument) -> String {
    argument.range.map(|range| model.text(range)).unwrap_or_default()
}

#[test]
fn a_call_knows_its_parts() {
    only("await cio.track(user.id, { name: 'seen' }, ...rest);", |model, call| {
        assert_eq!(call.method.as_deref(), Some("track"));
        assert_eq!(model.text(call.callee), "cio.track");
        assert_eq!(model.text(call.name), "track");
        assert_eq!(
            call.arguments.iter().map(|it| text(model, it)).collect::<Vec<_>>(),
            ["user.id", "{ name: 'seen' }"]
        );
        assert!(!call.closed, "there is a spread");
        assert_eq!(call.promise, Promise::Awaited);
        assert!(call.around.function.is_none());
    });
    only("await cio['track'](1, {});", |model, call| assert_eq!(model.text(call.name), "'track'"));
    only("await cio[method](1, {});", |_, call| assert_eq!(call.method, None));
}

#[test]
fn other_methods_of_a_client_are_no_calls() {
    for code in ["cio.toString();", "cio.sendEmail(request);", "api.identify(1);", "cio.request;", "track(1);"] {
        with_calls(code, |_, calls| assert!(calls.is_empty(), "{code}"));
    }
}

#[test]
fn a_call_by_a_function_of_the_project_is_marked_where_that_is_called() {
    let code = "
        async function note(id: string, name: string) { await cio.track(id, { name }); }
        async function order(user) { await note(user.id, 'order_placed'); }";
    with_calls(code, |model, calls| {
        let [inner, outer] = calls else { panic!("{calls:?}") };
        assert!(inner.through.is_none());
        assert_eq!(outer.through.as_ref().map(|it| it.name.as_str()), Some("note"));
        assert_eq!(model.text(outer.callee), "note");
        assert_eq!(text(model, &outer.arguments[0]), "user.id");
        let fields = model.fields(&outer.arguments[1]).expect("an object");
        let name = fields.get("name").expect("a name");
        assert_eq!(model.given(&name.value), Given::Text("order_placed".into()));
        assert_eq!(outer.around.function.as_ref().and_then(|it| it.name.as_deref()), Some("order"));
    });
}

#[test]
fn the_function_around() {
    let described = |code: &str| {
        only(code, |_, call| {
            let function = call.around.function.clone().expect("a function");
            let callback = function.callback.map(|it| (it.of.to_string(), it.at, it.is_method, it.is_new));
            (function.name.map(|name| name.to_string()), function.is_async, function.is_expression, callback)
        })
    };
    let named = |name: &str| Some(name.to_owned());
    let callback = |of: &str, at, is_method, is_new| Some((of.to_owned(), at, is_method, is_new));
    assert_eq!(described("function f() { cio.destroy(1); }"), (named("f"), false, false, None));
    assert_eq!(described("const f = async () => cio.destroy(1);"), (named("f"), true, true, None));
    assert_eq!(described("const o = { f() { cio.destroy(1); } };"), (named("f"), false, false, None));
    assert_eq!(described("class C { async f() { cio.destroy(1); } }"), (named("f"), true, false, None));
    assert_eq!(
        described("app.post('/', async (req) => { cio.destroy(1); });"),
        (None, true, false, callback("post", 1, true, false))
    );
    assert_eq!(
        described("setTimeout(() => cio.destroy(1), 10);"),
        (None, false, true, callback("setTimeout", 0, false, false))
    );
    assert_eq!(
        described("new Promise((done) => cio.destroy(1).then(done, done));"),
        (None, false, true, callback("Promise", 0, false, true))
    );
}

#[test]
fn the_loops_around() {
    let loops = |code: &str| {
        only(code, |_, call| {
            let loops = call.around.loops.iter();
            loops.map(|it| (it.method.as_deref().unwrap_or("loop").to_owned(), it.count)).collect::<Vec<_>>()
        })
    };
    let one = |method: &str, count| vec![(method.to_owned(), count)];
    assert_eq!(loops("while (x) await cio.destroy(x);"), one("loop", None));
    assert_eq!(loops("do { await cio.destroy(x); } while (x);"), one("loop", None));
    assert_eq!(loops("for (let i = 0; i < 3; i++) await cio.destroy(i);"), one("loop", None));
    assert_eq!(loops("for (const x of ['1', '2']) await cio.destroy(x);"), one("loop", Some(2)));
    assert_eq!(loops("for (const x of xs) { if (x) { await cio.destroy(x); } }"), one("loop", None));
    assert_eq!(loops("await Promise.all(['1'].map((x) => cio.destroy(x)));"), one("map", Some(1)));
    assert_eq!(
        loops("for (const xs of all) xs.forEach(async (x) => { await cio.destroy(x); });"),
        [("forEach".to_owned(), None), ("loop".to_owned(), None)]
    );
    // What is only handed a function, or stands in one that is not called there, is no loop.
    assert_eq!(loops("for (const x of xs) { queue.add(() => cio.destroy(x)); }"), []);
    assert_eq!(loops("for (const x of await cio.destroy(1)) x;"), []);
}

#[test]
fn the_try_statements_around() {
    let tries = |code: &str| {
        only(code, |_, call| {
            let tries = call.around.tries.iter();
            let error =
                |it: &customerio_ls::testing::model::TryAround| it.error.as_ref().map(|(name, _)| name.to_string());
            (tries.map(|it| (it.part, error(it), it.rethrows)).collect::<Vec<_>>(), call.around.is_caught())
        })
    };
    let named = Some("error".to_owned());
    assert_eq!(
        tries("try { await cio.destroy(1); } catch (error) { log(error); }"),
        (vec![(TryPart::Block, named.clone(), false)], true)
    );
    assert_eq!(
        tries("try { await cio.destroy(1); } catch (error) { if (error.x) throw error; }"),
        (vec![(TryPart::Block, named.clone(), true)], false)
    );
    assert_eq!(tries("try { await cio.destroy(1); } catch {}"), (vec![(TryPart::Block, None, false)], true));
    assert_eq!(
        tries("try { x(); } finally { await cio.destroy(1); }"),
        (vec![(TryPart::Finalizer, None, false)], false)
    );
    assert_eq!(
        tries("try { x(); } catch (error) { await cio.destroy(1); }"),
        (vec![(TryPart::Handler, named.clone(), false)], false)
    );
    assert_eq!(
        tries("try { try { await cio.destroy(1); } finally {} } catch (error) {}"),
        (vec![(TryPart::Block, None, false), (TryPart::Block, named, false)], true)
    );
    // The function that is made there runs later.
    assert_eq!(tries("try { later(() => cio.destroy(1)); } catch (error) {}"), (vec![], false));
    assert_eq!(tries("try { later(() => { cio.destroy(1); }); } catch (error) {}"), (vec![], false));
}

#[test]
fn what_comes_before_what() {
    let before = |code: &str| with_calls(code, |_, calls| calls[0].comes_before(&calls[1]));
    assert!(before("await cio.identify(1); await cio.destroy(1);"));
    assert!(before("await cio.identify(1); if (x) await cio.destroy(1);"));
    assert!(!before("if (x) await cio.identify(1); await cio.destroy(1);"), "the first may not run");
    assert!(!before("if (x) await cio.identify(1); else await cio.destroy(1);"));
    assert!(!before("switch (x) { case 1: await cio.identify(1); break; case 2: await cio.destroy(1); }"));
    assert!(!before("try { await cio.identify(1); } catch { await cio.destroy(1); }"));
    assert!(!before("await cio.identify(1); later(() => cio.destroy(1));"));
    assert!(!before("await Promise.all([api.getAttributes(cio.identify(1))]);"));
}

#[test]
fn what_is_given() {
    let given = |code: &str| {
        only(&format!("async function f(id?: string) {{ await cio.identify({code}); }}"), |model, call| {
            model.given(&call.arguments[0])
        })
    };
    assert_eq!(given("'1'"), Given::Text("1".into()));
    assert_eq!(given("1"), Given::Number(Some(1.0)));
    assert_eq!(given("undefined"), Given::Nothing);
    assert_eq!(given("process.env.WHO"), Given::Environment("WHO".into()));
    assert_eq!(given("new Date()"), Given::Date);
    assert_eq!(given("{ id }"), Given::Object);
    assert_eq!(given("[id]"), Given::Array);
    assert_eq!(given("id"), Given::Unknown);
    assert_eq!(given("id ?? ''"), Given::OneOf(vec![Given::Unknown, Given::Text("".into())]));
    assert!(given("id ?? ''").may_be_missing());
    assert!(!given("id").may_be_missing());
}

#[test]
fn the_fields_of_a_request() {
    let code = "await api.sendEmail(new SendEmailRequest({ to: 'a@example.com', identifiers: { id: user.id } }));";
    only(code, |model, call| {
        let request = &call.arguments[0];
        assert_eq!(model.given(request), Given::Request("SendEmailRequest"));
        let fields = model.fields(request).expect("options");
        assert_eq!(fields.list.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["to", "identifiers"]);
        assert_eq!(model.people().of_call(call), ["user.id"]);
    });
}
