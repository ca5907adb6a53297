//! Clients of which only the type is known: as TypeScript writes it, and as comments do.

use crate::support::names;

const IMPORT: &str = r#"import { TrackClient, type APIClient } from "customerio-node";"#;
const REQUIRE: &str = r#"const { TrackClient } = require("customerio-node");"#;

/// `@` stands for `track("1", { name: "e" })`.
fn found(head: &str, code: &str) -> Vec<String> {
    names(&format!("{head}\n{}", code.replace("@@", r#"track("1", { name: "e" })"#)))
}

fn seen(code: &str) {
    assert_eq!(found(IMPORT, code), ["e"], "{code}");
}

fn unseen(code: &str) {
    assert_eq!(found(IMPORT, code), [""; 0], "{code}");
}

fn seen_by_comment(code: &str) {
    assert_eq!(found(REQUIRE, code), ["e"], "{code}");
}

fn unseen_by_comment(code: &str) {
    assert_eq!(found(REQUIRE, code), [""; 0], "{code}");
}

#[test]
fn lists() {
    for list in [
        "TrackClient[]",
        "readonly TrackClient[]",
        "ReadonlyArray<TrackClient>",
        "Array<TrackClient>",
        "Iterable<TrackClient>",
    ] {
        seen(&format!("function f(all: {list}) {{ for (const c of all) c.@@; }}"));
        seen(&format!("function f(all: {list}) {{ for (const c of [...all]) c.@@; }}"));
    }
    seen("function f(all: TrackClient[]) { all[0].@@; }");
    seen("function f(all: TrackClient[], at: number) { all[at]?.@@; }");
    seen("function f(all: TrackClient[]) { all.at(-1)?.@@; }");
    seen("function f(all: TrackClient[]) { const [c] = all; c.@@; }");
    seen("function f([c]: TrackClient[]) { c.@@; }");
    seen("function f({ all: [c] }: { all: TrackClient[] }) { c.@@; }");
    seen("function f(...all: TrackClient[]) { all[0].@@; }");
    seen("function f(all: TrackClient[]) { all.forEach((c) => { c.@@; }); }");
    seen("function f(all: TrackClient[]) { all.filter(Boolean).map((c) => { c.@@; }); }");
    seen("function f(all: TrackClient[]) { all.find((it) => it)!.@@; }");
    seen("function f(all: Set<TrackClient>) { for (const c of all) c.@@; }");
    seen("function f(all: Set<TrackClient>) { all.forEach((c) => { c.@@; }); }");
    seen("function f(all: Set<TrackClient>) { for (const c of all.values()) c.@@; }");
    seen("type All = TrackClient[]; function f(all: All) { all[0].@@; }");
    seen("function f(pair: [string, TrackClient]) { pair[1].@@; }");
    seen("function f([, c]: [name: string, client: TrackClient]) { c.@@; }");
    unseen("function f(pair: [string, TrackClient]) { pair[0].@@; }");
    unseen("function f(all: string[]) { all[0].@@; }");
    unseen("function f(all: TrackClient[]) { all.@@; }");
    unseen("function f(all: (TrackClient | Other)[]) { all[0].@@; }");
    unseen("function f([, ...c]: TrackClient[]) { c.@@; }");
}

#[test]
fn by_key() {
    for record in ["Record<string, TrackClient>", "{ [region: string]: TrackClient }", "{ [K in Region]: TrackClient }"]
    {
        seen(&format!("function f(all: {record}, key: string) {{ all[key].@@; }}"));
        seen(&format!("function f(all: {record}) {{ all.eu.@@; }}"));
        seen(&format!("function f(all: {record}) {{ all[\"eu\"].@@; }}"));
        seen(&format!("function f(all: Partial<{record}>) {{ all.eu?.@@; }}"));
        seen(&format!("function f(all: {record}) {{ for (const c of Object.values(all)) c.@@; }}"));
        seen(&format!("function f(all: {record}) {{ for (const [, c] of Object.entries(all)) c.@@; }}"));
        seen(&format!("const all: {record} = {{}}; function f(key: string) {{ all[key].@@; }}"));
    }
    seen("class A { private all: Record<string, TrackClient> = {}; f(key: string) { this.all[key].@@; } }");
    for map in ["Map", "ReadonlyMap", "WeakMap"] {
        seen(&format!("function f(all: {map}<string, TrackClient>, key: string) {{ all.get(key)?.@@; }}"));
        unseen(&format!("function f(all: {map}<TrackClient, string>, key: TrackClient) {{ all.get(key)?.@@; }}"));
    }
    seen("function f(all: Map<string, TrackClient>) { for (const c of all.values()) c.@@; }");
    seen("function f(all: Map<string, TrackClient>) { for (const [, c] of all) c.@@; }");
    seen("function f(all: Map<string, TrackClient>) { for (const [, c] of all.entries()) c.@@; }");
    seen("function f(all: Map<string, TrackClient>) { all.forEach((c) => { c.@@; }); }");
    seen("const all = new Map<string, TrackClient>(); function f(key: string) { all.get(key)!.@@; }");
    seen("class A { #all = new Map<string, TrackClient>(); f(key: string) { this.#all.get(key)?.@@; } }");
    unseen("const all = new Map<string, Other>(); function f(key: string) { all.get(key)!.@@; }");
    unseen("function f(all: Map<string, TrackClient>) { for (const [c] of all) c.@@; }");
    unseen("function f(all: Map<string, TrackClient>) { for (const c of all.keys()) c.@@; }");
    unseen("function f(all: Record<string, string>) { all.eu.@@; }");
}

#[test]
fn around_a_type() {
    for ty in [
        "Promise<TrackClient>",
        "Partial<TrackClient>",
        "Readonly<TrackClient>",
        "NonNullable<TrackClient | undefined>",
        "import(\"customerio-node\").TrackClient",
        "InstanceType<typeof TrackClient>",
        "InstanceType<typeof import(\"customerio-node\").TrackClient>",
        "TrackClient & { tenant: string }",
        "TrackClient | null | undefined",
        "TrackClient | false",
        "Clients[\"track\"]",
        "typeof made",
        "typeof held.cio",
    ] {
        let around =
            "type Clients = { track: TrackClient }; const made = new TrackClient(); const held = { cio: made };";
        seen(&format!("{around} async function f(c: {ty}) {{ (await c)?.@@; }}"));
    }
    seen("interface Mine extends TrackClient { tenant: string } function f(c: Mine) { c.@@; }");
    seen("type All = { cio: TrackClient; app: APIClient }; function f(all: Omit<All, \"app\">) { all.cio.@@; }");
    unseen("type TrackClient = { track(id: string, data: object): void }; function f(c: TrackClient) { c.@@; }");
    unseen("function f(c: import(\"./own\").TrackClient) { c.@@; }");
    unseen("function f(c: TrackClient | Segment) { c.@@; }");
}

#[test]
fn functions() {
    seen("function f(get: () => TrackClient) { get().@@; }");
    seen("async function f(get: () => Promise<TrackClient>) { (await get()).@@; }");
    seen("function f(deps: { client(): TrackClient }) { deps.client().@@; }");
    seen("type Job = (c: TrackClient) => void; const job: Job = (c) => { c.@@; };");
    seen("type Job = (deps: { cio: TrackClient }) => void; const job: Job = ({ cio }) => { cio.@@; };");
    seen("abstract class A { abstract client(): TrackClient; f() { this.client().@@; } }");
    seen("function f<T extends TrackClient>(c: T) { c.@@; }");
    seen("class A<T extends TrackClient> { constructor(private c: T) {} f() { this.c.@@; } }");
    seen("function f(this: { cio: TrackClient }) { this.cio.@@; }");
    seen("interface Deps { cio: TrackClient } function f(this: Deps) { [1].forEach(() => { this.cio.@@; }); }");
    unseen("function f<T extends Other>(c: T) { c.@@; }");
    unseen("function f(get: (c: TrackClient) => void) { get().@@; }");
    unseen("function f(get: () => TrackClient) { get.@@; }");
    // What `this` is takes no place among the arguments.
    seen("function f(this: Window, c: TrackClient) { c.@@; }");
    seen("const cio = new TrackClient(); function f(this: unknown, name) { cio.track('1', { name }); } f('e');");
}

#[test]
fn declared_names() {
    seen("declare const cio: TrackClient; function f() { cio.@@; }");
    seen("declare function client(): TrackClient; function f() { client().@@; }");
    seen("declare global { var cio: TrackClient } function f() { cio.@@; }");
    seen("declare global { var cio: TrackClient } function f() { globalThis.cio.@@; }");
    seen("declare global { interface Window { cio: TrackClient } } function f() { window.cio.@@; }");
    seen("const shelf = globalThis as unknown as { cio: TrackClient }; function f() { shelf.cio.@@; }");
    unseen("declare global { var cio: TrackClient } function f(cio: Other) { cio.@@; }");
    unseen("declare global { var cio: Other } function f() { cio.@@; }");
    unseen("const cio: TrackClient = make(); function f() { globalThis.cio.@@; }");
}

#[test]
fn added_to_types_of_packages() {
    let global = "declare global { namespace NodeJS { interface Global { cio: TrackClient } } }";
    seen(&format!("{global} function f() {{ global.cio.@@; }}"));
    seen(&format!("{global} function f() {{ globalThis.cio.@@; }}"));
    let fastify = "import { FastifyInstance, FastifyRequest } from 'fastify'; declare module 'fastify' { interface FastifyInstance { cio: TrackClient } }";
    seen(&format!("{fastify} export default async (app: FastifyInstance) => {{ app.cio.@@; }};"));
    seen(&format!("{fastify} export default async (app: import('fastify').FastifyInstance) => {{ app.cio.@@; }};"));
    seen(&format!("{fastify} async function f(request: FastifyRequest) {{ await request.server.cio.@@; }}"));
    unseen(&format!("{fastify} async function f(request: FastifyRequest) {{ await request.cio.@@; }}"));
    unseen(&format!("{fastify} async function f(app: FastifyInstance) {{ await app.other.@@; }}"));
    let express = "declare global { namespace Express { interface Request { cio: TrackClient } } }";
    seen(&format!("import {{ Request }} from 'express'; {express} function f(req: Request) {{ req.cio.@@; }}"));
    seen(&format!("import type {{ Request as R }} from 'express'; {express} function f(req: R) {{ req.cio.@@; }}"));
    seen(&format!("import express from 'express'; {express} function f(req: express.Request) {{ req.cio.@@; }}"));
    seen(&format!("{express} function f(req: Express.Request) {{ req.cio.@@; }}"));
    unseen(&format!("import {{ Request }} from 'undici'; {express} function f(req: Request) {{ req.cio.@@; }}"));
    unseen(&format!("{express} function f(req: Request) {{ req.cio.@@; }}"));
    seen(
        "import { Request } from 'express'; declare module 'express-serve-static-core' { export interface Request { cio?: TrackClient } } function f(req: Request) { req.cio?.@@; }",
    );
    unseen(
        "import { Request } from 'express'; declare module 'express' { interface Request { cio: Other } } function f(req: Request) { req.cio.@@; }",
    );
}

#[test]
fn by_comments() {
    seen_by_comment("/** @type {TrackClient} */ let cio; function f() { cio.@@; }");
    seen_by_comment("/** @type {TrackClient} */\nexport let cio; function f() { cio.@@; }");
    seen_by_comment("/** @param {TrackClient} c the client */ function f(c) { c.@@; }");
    seen_by_comment("/** @param {TrackClient} c */ export function f(c) { c.@@; }");
    seen_by_comment("/** @param {TrackClient} c */ export const f = (c) => { c.@@; };");
    seen_by_comment("/** @param {TrackClient} c */ exports.f = (c) => { c.@@; };");
    seen_by_comment("module.exports = { /** @param {TrackClient} c */ f(c) { c.@@; } };");
    seen_by_comment("module.exports = { /** @param {TrackClient} c */ f: (c) => { c.@@; } };");
    seen_by_comment("run(/** @param {TrackClient} c */ (c) => { c.@@; });");
    seen_by_comment("function f(/** @type {TrackClient} */ c) { c.@@; }");
    seen_by_comment("/** @param {{ cio: TrackClient }} deps */ function f({ cio }) { cio.@@; }");
    seen_by_comment("/** @param {Object} deps\n * @param {TrackClient} deps.cio */ function f(deps) { deps.cio.@@; }");
    seen_by_comment("/** @param {Object} deps\n * @param {TrackClient} deps.cio */ function f({ cio }) { cio.@@; }");
    seen_by_comment("/** @returns {TrackClient} */ function get() { return make(); } get().@@;");
    seen_by_comment(
        "/** @returns {Promise<TrackClient>} */ const get = async () => make(); get().then((c) => { c.@@; });",
    );
    seen_by_comment(
        "/** @typedef {import('customerio-node').TrackClient} C */ /** @param {C} c */ function f(c) { c.@@; }",
    );
    seen_by_comment(
        "/**\n * @typedef {Object} Deps\n * @property {TrackClient} cio\n */\n/** @param {Deps} d */ function f(d) { d.cio.@@; }",
    );
    seen_by_comment(
        "/** @import { TrackClient as C } from 'customerio-node' */ /** @param {C} c */ function f(c) { c.@@; }",
    );
    seen_by_comment("/** @callback Job\n * @param {TrackClient} c */ /** @type {Job} */ const f = (c) => { c.@@; };");
    seen_by_comment("/** @template {TrackClient} T\n * @param {T} c */ function f(c) { c.@@; }");
    seen_by_comment("/** @this {{ cio: TrackClient }} */ function f() { this.cio.@@; }");
    seen_by_comment("class A { /** @type {TrackClient} */ cio; f() { this.cio.@@; } }");
    seen_by_comment("class A { /** @param {TrackClient} c */ constructor(c) { this.c = c; } f() { this.c.@@; } }");
    seen_by_comment("class A { /** @param {TrackClient} c */ f(c) { c.@@; } }");
    seen_by_comment("function f(x) { /** @type {TrackClient} */ (x).@@; }");
    seen_by_comment("/** @type {Map<string, TrackClient>} */ const all = new Map(); all.get('a').@@;");
    for ty in [
        "TrackClient=",
        "?TrackClient",
        "!TrackClient",
        "(TrackClient | null)",
        "import('customerio-node').TrackClient",
    ] {
        seen_by_comment(&format!("/** @param {{{ty}}} c */ function f(c) {{ c.@@; }}"));
    }
    for ty in
        ["TrackClient[]", "Array.<TrackClient>", "Array<TrackClient>", "ReadonlyArray<TrackClient>", "[TrackClient]"]
    {
        seen_by_comment(&format!("/** @param {{{ty}}} all */ function f(all) {{ all[0].@@; }}"));
    }
    for ty in ["Object.<string, TrackClient>", "Record<string, TrackClient>", "{ [key: string]: TrackClient }"] {
        seen_by_comment(&format!("/** @param {{{ty}}} all */ function f(all, key) {{ all[key].@@; }}"));
    }
    for ty in ["(c: TrackClient) => void", "function(TrackClient): void"] {
        seen_by_comment(&format!("/** @type {{{ty}}} */ const f = (c) => {{ c.@@; }};"));
    }
}

#[test]
fn comments_that_say_nothing() {
    unseen_by_comment("/** @param {TrackClient} other */ function f(c) { c.@@; }");
    unseen_by_comment("/* @param {TrackClient} c */ function f(c) { c.@@; }");
    unseen_by_comment("/** {@link TrackClient} c */ function f(c) { c.@@; }");
    unseen_by_comment("/** @param {TrackClient} c */ const x = 1; function f(c) { c.@@; }");
    unseen_by_comment("const doc = '/** @param {TrackClient} c */'; function f(c) { c.@@; }");
    unseen_by_comment("/** @param {Segment} c */ function f(c) { c.@@; }");
    unseen_by_comment("/** @param {TrackClient c */ function f(c) { c.@@; }");
    unseen_by_comment("/** @type {TrackClient} */ class A {} function f(c) { c.@@; }");
    assert_eq!(found("", "/** @param {TrackClient} c */ function f(c) { c.@@; }"), [""; 0]);
}
