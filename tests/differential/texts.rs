//! What the files of a session begin as, and what is written into them.

/// Names that a file may have. Some are files from the beginning.
pub const NAMES: [&str; 18] = [
    "src/client.ts",
    "src/names.ts",
    "src/clock.ts",
    "src/signup.ts",
    "src/routes/+server.ts",
    "src/routes/[id]/+page.ts",
    "src/routes/(group)/a b.ts",
    "src/newsletter.ts",
    "src/index.ts",
    "src/Form.vue",
    "README.md",
    "docs/guide.mdx",
    "src/late.ts",
    "src/übung#1.ts",
    "worker/worker.js",
    "worker/names.ts",
    "src/types.d.ts",
    "src/lib/index.ts",
];

/// The files of a session at its beginning.
pub const FILES: [(&str, &str); 14] = [
    (
        "src/client.ts",
        "import { TrackClient, RegionUS } from 'customerio-node';
export const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
export const track = (id: string, name: string) => cio.track(id, { name });
",
    ),
    ("src/names.ts", "export const SIGNED_UP = 'signed_up';\nexport const LEFT = 'left';\nexport const ms = 1000;\n"),
    (
        "src/clock.ts",
        "export const now = () => Math.floor(Date.now() / 1000);\nexport const later = () => Date.now();\n",
    ),
    (
        "src/signup.ts",
        "import { cio, track } from './client';
import { SIGNED_UP } from './names';
import { now } from './clock';
export async function signUp(id: string) {
  await cio.identify(id, { created_at: now(), email: 'a@b.example' });
  await cio.track(id, { name: SIGNED_UP });
  await track(id, 'SignedUp');
}
",
    ),
    (
        "src/routes/+server.ts",
        "import { cio } from '../index';
export async function POST({ request }) {
  const { id } = await request.json();
  await cio.track(id, { name: 'signedUp' });
  return new Response();
}
",
    ),
    (
        "src/routes/[id]/+page.ts",
        "import { later } from '../../clock';
import { cio } from '../../client';
export const load = (id: string) => cio.identify(id, { created_at: later() });
",
    ),
    ("src/routes/(group)/a b.ts", "import * as all from '../../index';\nall.cio.track('1', { name: 'left' });\n"),
    ("src/index.ts", "export * from './client';\nexport { now, later } from './clock';\n"),
    (
        "src/newsletter.ts",
        "// The newsletter's list, and a broadcast when something new is in.
import { APIClient, RegionEU, TrackClient } from \"customerio-node\";
const list = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionEU });
const broadcasts = new APIClient(process.env.CIO_APP_KEY!);
export const subscribe = (id: string) => list.identify(id, { newsletter: true, firstName: 'a' });
export const announce = (product: string) => broadcasts.triggerBroadcast(12, { product }, { segment: { id: 7 } });
",
    ),
    (
        "src/Form.vue",
        "<template><p>x</p></template>\n<script setup lang=\"ts\">\nimport { cio } from './client';\nconst send = (id: string) => cio.identify(id, { first_name: 'é😀', created_at: Date.now() });\n</script>\n",
    ),
    (
        "README.md",
        "# é😀\n\n```ts\nimport { TrackClient } from 'customerio-node';\nconst cio = new TrackClient('a', 'b');\n```\n\n> ```js\n> cio.identify('1', { created_at: Date.now() });\n> ```\n\n```ts\nimport { cio } from './src/client';\nawait cio.track(id, { name: 'signedUp', timestamp: Date.now() });\n```\n",
    ),
    (
        "worker/worker.js",
        "const { cio } = require('../src/client');\nconst { SIGNED_UP } = require('./names');\ncio.track('1', { name: SIGNED_UP });\ncio.track('1', { name: 'Left' });\n",
    ),
    ("worker/names.ts", "export const SIGNED_UP = 'Signed Up';\n"),
    ("package.json", "{ \"name\": \"fuzz\", \"dependencies\": { \"customerio-node\": \"^5.2.0\" } }\n"),
];

/// Lines that may come in.
pub const LINES: [&str; 51] = [
    "cio.track(id, { name: 'signed_up' });",
    "cio.track(id, { name: 'SignedUp' });",
    "cio.track('7', { name: 'Left' });",
    // Enough names in one style to be the project's.
    "cio.track('7', { name: 'OrderPaid' }); cio.track('7', { name: 'OrderSent' }); cio.track('7', { name: 'CartViewed' }); cio.track('7', { name: 'TrialEnded' });",
    "await cio.track(id, { name: SIGNED_UP });",
    "await cio.track(id, { name: `signed_${'up'}` });",
    "cio.identify(id, { created_at: Date.now() });",
    "cio.identify(id, { created_at: now(), firstName: 'x' });",
    "cio.identify(id, { first_name: 'y', email: 'not an address' });",
    "cio.identify('a@b.example', { plan: 'x' });",
    "track(id, 'left');",
    "list.track(id, { name: 'signed-up' });",
    "const id = '1';",
    "const name = SIGNED_UP;",
    "const cio = new TrackClient('a', 'b');",
    "const api = new APIClient(process.env.CIO_APP_KEY);",
    "const other = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);",
    "import { cio } from './client';",
    "import { cio } from '../client';",
    "import { cio } from './index';",
    "import { cio as list } from '.';",
    "import { SIGNED_UP } from './names';",
    "import { SIGNED_UP } from '../src/names';",
    "import { now, later as now2 } from './clock';",
    "import { TrackClient, RegionEU } from 'customerio-node';",
    "import { APIClient } from 'customerio-node';",
    "const { cio } = require('./client');",
    "export const SIGNED_UP = 'signedUp';",
    "export const LEFT = SIGNED_UP;",
    "export const now = () => Date.now();",
    "export const later = () => now() / ms;",
    "export * from './names';",
    "export * from './late';",
    "export { cio } from './client';",
    "export { cio as default } from './client';",
    "export default cio;",
    "module.exports = { SIGNED_UP: 'x', now: () => 5 };",
    "// customerio-disable-next-line event-name-inconsistent",
    "/* customerio-disable */",
    "// customerio-disable-next-line timestamp-milliseconds -- why",
    "export function send(id, at) { return cio.identify(id, { created_at: at }); }",
    "send('1', Date.now());",
    "try { await cio.identify(id, {}); } catch (error) { if (error.statusCode === 429) throw error; }",
    "export class Mailer { constructor(public cio: any) {} go() { return this.cio.track('1', { name: 'left' }); } }",
    "// ünïcödé 😀",
    "```ts",
    "```",
    "> ~~~js",
    "### Bad",
    "<!-- customerio-disable-next-line timestamp-milliseconds -->",
    "// src/lib/cio.ts",
];

/// Words that take each other's place, in all of a text.
pub const WORDS: [&str; 21] = [
    "cio",
    "list",
    "SIGNED_UP",
    "LEFT",
    "now",
    "later",
    "track",
    "send",
    "'signed_up'",
    "'SignedUp'",
    "'left'",
    "'Left'",
    "RegionUS",
    "RegionEU",
    "./client",
    "./index",
    "./names",
    "1000",
    "customerio-node",
    "customerio-nod",
    "cust",
];

/// What is typed.
pub const TYPED: [&str; 26] = [
    "x",
    " ",
    "\n",
    "\r\n",
    "'",
    "\"",
    "`",
    "{",
    "}",
    "(",
    ")",
    ";",
    "/",
    "*",
    "//",
    "/*",
    "é",
    "😀",
    "=",
    ".",
    ",",
    "${",
    "</script>",
    "```",
    "> ",
    "1",
];

/// What the settings file may hold; nothing for none.
pub const SETTINGS: [&str; 7] = [
    "",
    "{}",
    "{ \"preset\": \"all\" }",
    "{ \"preset\": \"all\", \"rules\": { \"event-name-inconsistent\": \"off\" } }",
    "{ \"rules\": { \"timestamp-milliseconds\": \"hint\", \"region-mismatch\": \"off\" } }",
    "{ \"preset\": \"all\", \"exclude\": [\"worker\"] }",
    "{ \"rules\": { \"no-such-rule\": 1 },",
];

/// What an editor may say.
pub const EDITORS: [&str; 5] = [
    "null",
    "{}",
    "{ \"preset\": \"all\" }",
    "{ \"rules\": { \"event-name-snake-case\": \"error\", \"timestamp-milliseconds\": \"off\" } }",
    "{ \"openFilesOnly\": true }",
];

/// Other files of a project, and what may stand in them; nothing for none.
pub const BESIDE: [(&str, [&str; 3]); 5] = [
    (
        "worker/package.json",
        [
            "",
            "{ \"name\": \"worker\" }",
            "{ \"name\": \"worker\", \"dependencies\": { \"customerio-node\": \"^4.0.0\" } }",
        ],
    ),
    (
        "tsconfig.json",
        [
            "",
            "{ \"compilerOptions\": { \"baseUrl\": \".\", \"paths\": { \"@/*\": [\"src/*\"] } } }",
            "{ \"compilerOptions\": { \"paths\": { \"./names\": [\"./worker/names\"] } } }",
        ],
    ),
    (".env", ["", "CIO_SITE_ID=1\n", "CIO_TRACK_KEY=\nCIO_SITE_ID=abc\n"]),
    (".gitignore", ["", "worker/\nsrc/late.ts\n", "worker/names.ts\n"]),
    (
        "package.json",
        [
            "{ \"name\": \"fuzz\" }",
            "{ \"name\": \"fuzz\", \"dependencies\": { \"customerio-node\": \"^5.2.0\" } }",
            "{ \"name\": \"fuzz\", \"workspaces\": [\"worker\"], \"dependencies\": { \"customerio-node\": \"^4.1.0\" } }",
        ],
    ),
];
