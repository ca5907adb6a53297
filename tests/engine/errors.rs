//! Handlers of the SDK's errors: which are found, what is read in them, what sends a request again.

use crate::support::source;
use customerio_ls::testing::model::{ErrorHandler, Files, Model, Origin, RetryBy};
use customerio_ls::testing::syntax::Language;

const HEAD: &str = "import { TrackClient } from 'customerio-node';\nconst cio = new TrackClient('a', 'b');\n";

fn with_model<T>(text: &str, ask: impl FnOnce(&Model<'_>) -> T) -> T {
    let source = source(&format!("{HEAD}{text}"), Language::TypeScript);
    ask(&Model::new(&source.rope, &Files::alone(source.facts.clone()), None))
}

fn handlers(text: &str) -> Vec<ErrorHandler> {
    with_model(text, |model| model.errors().handlers().to_vec())
}

/// The paths that are read in the only handler.
fn paths(text: &str) -> Vec<String> {
    let handlers = handlers(text);
    let [only] = handlers.as_slice() else { panic!("{} handlers", handlers.len()) };
    only.reads.iter().map(|read| read.dotted()).collect()
}

fn caught(body: &str) -> String {
    format!("async function f() {{ try {{ await cio.identify('1', {{}}); }} catch (err) {{ {body} }} }}")
}

fn codes(text: &str) -> Vec<u16> {
    with_model(text, |model| {
        let codes = model.errors().status_codes();
        codes.iter().for_each(|it| assert_eq!(model.text(it.range), it.code.to_string()));
        codes.iter().map(|it| it.code).collect()
    })
}

#[test]
fn status_codes_are_found_however_they_are_compared() {
    assert_eq!(codes(&caught("if (err.statusCode === 429) wait();")), [429]);
    assert_eq!(codes(&caught("if (401 == (err as any)?.statusCode) wait();")), [401]);
    assert_eq!(codes(&caught("if ([401, 403].includes(err.statusCode)) wait();")), [401, 403]);
    assert_eq!(codes(&caught("switch (err.statusCode) { case 404: return; case 422: wait(); default: }")), [404, 422]);
    assert_eq!(codes(&caught("const code = err.statusCode ?? err.status; if (code === 503) wait();")), [503]);
    assert_eq!(codes(&caught("const { statusCode: code } = err; if (code !== 400) wait();")), [400]);
    assert_eq!(codes("cio.identify('1', {}).catch(({ statusCode }) => statusCode === 404);"), [404]);
    assert_eq!(
        codes(&format!("const AGAIN = new Set([429, 500]);\n{}", caught("AGAIN.has(err.statusCode)"))),
        [429, 500]
    );
    assert_eq!(codes(&caught("if (err.code === 429 || other.statusCode === 500) wait();")), [0u16; 0]);
}

#[test]
fn an_error_is_followed_through_names_and_functions() {
    assert_eq!(paths(&caught("use(err.headers?.['retry-after']);")), ["headers.retry-after"]);
    assert_eq!(paths(&caught("use((<any>err).response!.headers.get('x'));")), ["response.headers.get"]);
    assert_eq!(paths(&caught("const e = err as any; use(e.body);")), ["", "body"]);
    assert_eq!(paths(&caught("const { response } = err; use(response.status);")), ["", "response", "response.status"]);
    let helper = "function isLimit(e: any) { return e.status === 429; }\n";
    assert_eq!(paths(&format!("{helper}{}", caught("if (isLimit(err)) wait();"))), ["", "status"]);
    // What is written to is not read.
    assert_eq!(paths(&caught("err.status = 500; throw err;")), ["status", ""]);
}

#[test]
fn only_the_sdk_s_own_errors_are_sure() {
    let origin = |text: &str| handlers(text).first().map(|handler| handler.origin);
    let tried = |body: &str| format!("async function f(id, db) {{ try {{ {body} }} catch (err) {{ log(err); }} }}");
    assert_eq!(origin(&tried("await cio.identify(id, {});")), Some(Origin::Sdk));
    assert_eq!(
        origin(&tried("await Promise.all([cio.identify(id, {}), cio.track(id, { name: 'a' })]);")),
        Some(Origin::Sdk)
    );
    assert_eq!(
        origin(&tried("await new Promise((r) => setTimeout(r, 10)); await cio.identify(id, {});")),
        Some(Origin::Sdk)
    );
    assert_eq!(origin(&tried("const user = await db.find(id); await cio.identify(user.id, {});")), Some(Origin::Mixed));
    assert_eq!(origin(&tried("await fetch('/'); await cio.identify(id, {});")), Some(Origin::Mixed));
    assert_eq!(origin("cio.identify('1', {}).catch((err) => err.body);"), Some(Origin::Sdk));
    assert_eq!(origin("cio.identify('1', {}).then(() => fetch('/'), (err) => err.body);"), Some(Origin::Sdk));
    // Nothing comes to this one: the promise is not awaited inside.
    assert_eq!(origin("function f() { try { return cio.identify('1', {}); } catch (err) { log(err.status); } }"), None);
}

#[test]
fn a_helper_s_handler_is_found_through_its_callback() {
    let helper =
        "async function safely(fn) { try { return await fn(); } catch (err) { log(err.status); return null; } }\n";
    let found = handlers(&format!("{helper}await safely(() => cio.identify('1', {{}}));"));
    assert_eq!(found.iter().map(|it| (it.origin, it.reads.len())).collect::<Vec<_>>(), [(Origin::Sdk, 1)]);
    let found = handlers(&format!("export {helper}await safely(() => cio.identify('1', {{}}));"));
    assert_eq!(found[0].origin, Origin::Shared);
    let found =
        handlers(&format!("{helper}await safely(() => cio.identify('1', {{}}));\nawait safely(() => fetch('/'));"));
    assert_eq!(found[0].origin, Origin::Mixed);
}

#[test]
fn what_sends_a_request_again_is_told_from_what_does_the_next_one() {
    let by = |text: &str| {
        with_model(text, |model| model.retries().of_sdk().iter().map(|it| it.by.clone()).collect::<Vec<_>>())
    };
    let tried = "try { return await cio.identify(id, {}); } catch (err) {";
    assert_eq!(
        by(&format!("async function f(id) {{ for (let i = 0; i < 3; i++) {{ {tried} await sleep(i); }} }} }}")),
        [RetryBy::Loop]
    );
    assert_eq!(
        by(&format!(
            "async function f(id) {{ for (let i = 0; i < 3; i++) {{ {tried} if (i < 2) {{ continue; }} throw err; }} }} }}"
        )),
        [RetryBy::Loop]
    );
    assert_eq!(
        by(&format!("async function f(id, n = 3) {{ {tried} if (n) return f(id, n - 1); throw err; }} }}")),
        [RetryBy::Recursion("f".into())]
    );
    let helper =
        "async function again(fn) { while (true) { try { return await fn(); } catch (err) { await sleep(1); } } }\n";
    assert_eq!(by(&format!("{helper}again(() => cio.identify('1', {{}}));")), [RetryBy::Helper("again".into())]);
    assert_eq!(
        by("import retry from 'p-retry';\nawait retry(() => cio.identify('1', {}));"),
        [RetryBy::Package("p-retry".into())]
    );
    assert_eq!(
        by(
            "for (let i = 0; i < ids.length; i++) { try { await cio.identify(ids[i], {}); } catch (err) { log(err); } }"
        ),
        []
    );
    assert_eq!(
        by(
            "async function f(ids) { for (const id of ids) { try { await cio.identify(id, {}); return; } catch (err) { log(err); } } }"
        ),
        []
    );
}
