//! Every way of holding a client, and of calling it.

use crate::support::{clients, names, slots};
use customerio_ls::testing::model::{RegionGiven, SameCredential};
use customerio_ls::testing::sdk::{ClientKind, CredentialKind, Region};

const IMPORT: &str = r#"import { TrackClient, APIClient, PipelinesClient, RegionEU, RegionUS, SendEmailRequest } from "customerio-node";"#;

fn seen(code: &str) {
    assert_eq!(names(&format!("{IMPORT}\n{code}")), ["e"], "{code}");
}

fn unseen(code: &str) {
    assert_eq!(names(&format!("{IMPORT}\n{code}")), [""; 0], "{code}");
}

#[test]
fn variables() {
    seen(r#"const cio = new TrackClient(); cio.track("1", { name: "e" });"#);
    seen(r#"let cio; cio = new TrackClient(); cio.track("1", { name: "e" });"#);
    seen(r#"const cdp = new PipelinesClient("k"); cdp.track({ userId: "1", event: "e" });"#);
    seen(
        r#"let cio: TrackClient | null = null; function f() { cio ??= new TrackClient(); cio.track("1", { name: "e" }); }"#,
    );
    seen(r#"var cio = new TrackClient(); (() => { cio.track("1", { name: "e" }); })();"#);
    seen(r#"const a = new TrackClient(); const cio = a; cio.track("1", { name: "e" });"#);
    seen(r#"f(); function f() { cio.track("1", { name: "e" }); } const cio = new TrackClient();"#);
}

#[test]
fn classes() {
    seen(r#"class A { cio = new TrackClient(); f() { return this.cio.track("1", { name: "e" }); } }"#);
    seen(r#"class A { #cio = new TrackClient(); f() { return this.#cio.track("1", { name: "e" }); } }"#);
    seen(r#"class A { static cio = new TrackClient(); f() { return A.cio.track("1", { name: "e" }); } }"#);
    seen(r#"class A { static cio = new TrackClient(); static f() { return this.cio.track("1", { name: "e" }); } }"#);
    seen(
        r#"class A { private readonly cio: TrackClient; constructor() { this.cio = new TrackClient(); } f() { this.cio.track("1", { name: "e" }); } }"#,
    );
    seen(
        r#"class A { cio; constructor() { this.cio = new TrackClient(); } f = async () => { await this.cio.track("1", { name: "e" }); } }"#,
    );
    seen(
        r#"class A { constructor(private readonly cio: TrackClient) {} f() { this.cio.track("1", { name: "e" }); } }"#,
    );
    seen(
        r#"class A { get cio() { return new TrackClient(); } f() { [1].map(() => this.cio.track("1", { name: "e" })); } }"#,
    );
    seen(r#"class B { cio = new TrackClient(); } class A extends B { f() { this.cio.track("1", { name: "e" }); } }"#);
    seen(
        r#"class B { get cio() { return new TrackClient(); } } class A extends B { f() { super.cio.track("1", { name: "e" }); } }"#,
    );
    seen(
        r#"class B { static cio = new TrackClient(); } class A extends B { static f() { super.cio.track("1", { name: "e" }); } }"#,
    );
    unseen(r#"class B {} class A extends B { cio = new TrackClient(); f() { super.cio.track("1", { name: "e" }); } }"#);
    unseen(r#"class A { cio = new TrackClient(); f() { super.cio.track("1", { name: "e" }); } }"#);
    seen(r#"class B { cio = new TrackClient(); } const b = new B(); b.cio.track("1", { name: "e" });"#);
    seen(
        r#"class A { static #c: TrackClient; static get() { return (this.#c ??= new TrackClient()); } f() { A.get().track("1", { name: "e" }); } }"#,
    );
    unseen(r#"class A { cio = new TrackClient(); f() { function g() { this.cio.track("1", { name: "e" }); } } }"#);
}

#[test]
fn objects_and_functions() {
    seen(r#"const s = { cio: new TrackClient() }; s.cio.track("1", { name: "e" });"#);
    seen(r#"const s = { cio: new TrackClient(), f() { this.cio.track("1", { name: "e" }); } };"#);
    seen(r#"const { cio } = { cio: new TrackClient() }; cio.track("1", { name: "e" });"#);
    seen(r#"function make() { return new TrackClient(); } make().track("1", { name: "e" });"#);
    seen(r#"const make = (): TrackClient => container.get(X); make().track("1", { name: "e" });"#);
    seen(
        r#"let c: TrackClient | undefined; function get() { if (!c) { c = new TrackClient(); } return c; } get().track("1", { name: "e" });"#,
    );
    seen(
        r#"async function make() { return new TrackClient(); } async function f() { (await make()).track("1", { name: "e" }); }"#,
    );
    seen(r#"const cio = eu ? new TrackClient("a", "b") : new TrackClient("c", "d"); cio.track("1", { name: "e" });"#);
    seen(r#"function f({ cio }: { cio: TrackClient }) { cio.track("1", { name: "e" }); }"#);
    seen(r#"interface Deps { cio: TrackClient } function f(deps: Deps) { deps.cio.track("1", { name: "e" }); }"#);
    seen(r#"type Deps = { cio: TrackClient } & Other; function f({ cio: c }: Deps) { c.track("1", { name: "e" }); }"#);
    seen(r#"function f(cio: InstanceType<typeof TrackClient>) { cio.track("1", { name: "e" }); }"#);
}

#[test]
fn casts_and_containers() {
    seen(r#"const cio = locals.cio as TrackClient; cio.track("1", { name: "e" });"#);
    seen(r#"(app.get("cio") as TrackClient).track("1", { name: "e" });"#);
    seen(r#"const cio = <TrackClient>locals.cio; cio.track("1", { name: "e" });"#);
    seen(r#"(locals as { cio: TrackClient }).cio.track("1", { name: "e" });"#);
    seen(r#"container.resolve(TrackClient).track("1", { name: "e" });"#);
    seen(r#"const cio = Container.get(TrackClient); cio.track("1", { name: "e" });"#);
    seen(r#"const cio = container.resolve<TrackClient>("cio"); cio.track("1", { name: "e" });"#);
    seen(r#"class A { cio = inject(TrackClient); f() { this.cio.track("1", { name: "e" }); } }"#);
    seen(r#"class A { put(name) { new TrackClient().track("1", { name }); } } app.get(A).put("e");"#);
    unseen(r#"const cio = locals.cio as Other; cio.track("1", { name: "e" });"#);
    unseen(r#"const cio = locals.cio as unknown as Other; cio.track("1", { name: "e" });"#);
    unseen(r#"class Other { track() {} } container.resolve(Other).track("1", { name: "e" });"#);
    unseen(r#"container.register(TrackClient).track("1", { name: "e" });"#);
    unseen(r#"const found = get<TrackClient[]>("all"); found.track("1", { name: "e" });"#);
}

#[test]
fn classes_that_extend_a_client() {
    seen(r#"class A extends TrackClient { f() { return this.track("1", { name: "e" }); } }"#);
    seen(r#"class A extends TrackClient { track(id, data) { return super.track(id, { name: "e" }); } }"#);
    seen(r#"class A extends TrackClient {} const a = new A(); a.track("1", { name: "e" });"#);
    seen(r#"class B extends TrackClient {} class A extends B {} new A().track("1", { name: "e" });"#);
    seen(r#"class A extends TrackClient { put(name) { this.track("1", { name }); } } new A().put("e");"#);
    seen(
        r#"class B { cio = new TrackClient(); put(name) { this.cio.track("1", { name }); } }
        class A extends B { put() { super.put("e"); } }"#,
    );
    // It is the class's own method that is called.
    unseen(r#"class A extends TrackClient { track() {} } new A().track("1", { name: "e" });"#);
    unseen(r#"class A extends TrackClient { track = () => {}; } new A().track("1", { name: "e" });"#);
    unseen(r#"class A extends Other { f() { this.track("1", { name: "e" }); super.track("1", { name: "e" }); } }"#);
}

#[test]
fn objects_that_something_is_put_into() {
    let put = |read: &str| {
        format!(r#"const app = express(); app.locals.cio = new TrackClient(); {read}.track("1", {{ name: "e" }});"#)
    };
    seen(&put("app.locals.cio"));
    seen(&put("(app.locals as any).cio"));
    seen(
        r#"import settings from "settings"; settings.cio = new TrackClient(); settings.cio.track("1", { name: "e" });"#,
    );
    unseen(&put("app.other.cio"));
    unseen(&put("other.locals.cio"));
    unseen(&put("app.locals.cio.inner"));
    unseen(
        r#"const app = express(); app.cio = new TrackClient(); app.cio = makeOther(); app.cio.track("1", { name: "e" });"#,
    );
    unseen(
        r#"function f(app) { app.cio = new TrackClient(); } function g(app) { app.cio.track("1", { name: "e" }); }"#,
    );
}

#[test]
fn what_is_handed_on_by_others() {
    seen(r#"const get = once(() => new TrackClient()); get().track("1", { name: "e" });"#);
    seen(r#"const get = _.memoize(() => { return new TrackClient(); }); get().track("1", { name: "e" });"#);
    seen(r#"import("customerio-node").then(({ TrackClient: T }) => new T().track("1", { name: "e" }));"#);
    seen(
        r#"const connect = async () => new TrackClient(); connect().then((cio) => { cio.track("1", { name: "e" }); });"#,
    );
    seen(r#"const all = { us: new TrackClient(), eu: new TrackClient() }; all[region].track("1", { name: "e" });"#);
    seen(
        r#"const all = { us: new TrackClient(), eu: new TrackClient() };
        for (const cio of Object.values(all)) cio.track("1", { name: "e" });"#,
    );
    seen(
        r#"const all = [new TrackClient("a", "b"), new TrackClient("c", "d")];
        all.forEach((cio) => cio.track("1", { name: "e" }));"#,
    );
    seen(r#"function f(cio: Pick<TrackClient, "track">) { cio.track("1", { name: "e" }); }"#);
    unseen(r#"const get = wrap(() => new TrackClient()); get().track("1", { name: "e" });"#);
    unseen(r#"const all = { cio: new TrackClient(), other: make() }; all[name].track("1", { name: "e" });"#);
    unseen(r#"const all = { cio: new TrackClient(), ...others }; all[name].track("1", { name: "e" });"#);
}

#[test]
fn calls() {
    let on = |call: &str| format!(r#"const cio = new TrackClient(); {call}"#);
    seen(&on(r#"cio?.track("1", { name: "e" });"#));
    seen(&on(r#"cio!.track("1", { name: "e" })!;"#));
    seen(&on(r#"(cio as any).track("1", { name: "e" } as any);"#));
    seen(&on(r#"cio["track"]("1", { name: "e" });"#));
    seen(&on(r#"const m = "track"; cio[m]("1", { name: "e" });"#));
    seen(&on(r#"void Promise.all([cio.track("1", { name: "e" })]);"#));
    seen(&on(r#"login().then((u) => cio.track(u.id, { name: "e" })).catch(log);"#));
    seen(&on(r#"retry(async () => { await cio.track("1", { name: "e" }); });"#));
    seen(&on(r#"for (const u of users) { if (u) try { await cio.track("1", { name: "e" }) } catch {} }"#));
    seen(&on(r#"switch (x) { case 1: cio.track("1", { name: "e" }); }"#));
}

#[test]
fn scopes() {
    unseen(r#"const cio = new TrackClient(); function f(cio) { cio.track("1", { name: "e" }); }"#);
    unseen(r#"const cio = new TrackClient(); { const cio = other(); cio.track("1", { name: "e" }); }"#);
    unseen(r#"const cio = new TrackClient(); try {} catch (cio) { cio.track("1", { name: "e" }); }"#);
    unseen(r#"const cio = new TrackClient(); list.forEach((cio) => cio.track("1", { name: "e" }));"#);
    unseen(r#"let cio = new TrackClient(); cio = new Analytics(); cio.track("1", { name: "e" });"#);
}

#[test]
fn kinds_and_regions() {
    let made = clients(&format!(
        r#"{IMPORT}
        new TrackClient("s", "k");
        new APIClient(key, {{ region: RegionEU, timeout: 1 }});
        new TrackClient("s", "k", RegionEU);
        new APIClient(key, {{ region: process.env.R }});
        new APIClient(key, {{ url: "http://localhost" }});
        new APIClient(key, options);
        new APIClient(key, {{ region: eu ? RegionEU : RegionUS }});
        new APIClient(key, {{ Region: RegionEU }});"#
    ));
    let regions: Vec<&RegionGiven> = made.iter().map(|client| &client.region).collect();
    assert!(matches!(regions[0], RegionGiven::Absent));
    assert!(matches!(regions[1], RegionGiven::Known(Region::Eu, _)));
    assert_eq!(made[1].kind, ClientKind::App);
    assert!(made[2].positional_region.is_some());
    assert!(matches!(regions[3], RegionGiven::Environment(name, _) if name == "R"));
    assert!(matches!(regions[4], RegionGiven::CustomUrl(_)));
    assert!(matches!(regions[5], RegionGiven::Unknown));
    assert!(matches!(regions[6], RegionGiven::Unknown));
    assert!(matches!(regions[7], RegionGiven::Misspelled { key, .. } if key == "Region"));
}

#[test]
fn credentials() {
    let made = clients(&format!(
        r#"{IMPORT}
        const {{ CUSTOMERIO_APP_API_KEY: appKey }} = process.env;
        const trackKey = process.env["CUSTOMERIO_TRACK_API_KEY"]!;
        new TrackClient(process.env.CUSTOMERIO_SITE_ID!, trackKey);
        new APIClient(appKey);
        new APIClient(env("CUSTOMERIO_TRACKING_API_KEY"));
        new APIClient(process.env.CUSTOMERIO_API_KEY ?? "");
        new APIClient(import.meta.env.CUSTOMERIO_TRACK_API_KEY);"#
    ));
    let kind = |i: usize, at: usize| made[i].credentials[at].named.as_ref().map(|(kind, _)| *kind);
    assert_eq!(kind(0, 0), Some(CredentialKind::SiteId));
    assert_eq!(kind(0, 1), Some(CredentialKind::TrackKey));
    assert_eq!(kind(1, 0), Some(CredentialKind::AppKey));
    assert_eq!(kind(2, 0), Some(CredentialKind::TrackKey));
    assert_eq!(kind(3, 0), None);
    assert_eq!(made[0].credentials[1].same, Some(SameCredential::Environment("CUSTOMERIO_TRACK_API_KEY".into())));
    assert_eq!(made[4].credentials[0].same, made[0].credentials[1].same);
}

#[test]
fn requests_have_slots_too() {
    let found = slots(&format!(r#"{IMPORT} new SendEmailRequest({{ to: "x", send_at: Date.now() }});"#));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].method, "SendEmailRequest");
}
