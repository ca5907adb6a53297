//! A large project to measure on.

use crate::code;
use std::fs;
use std::path::Path;

const FILES: usize = 20_000;
/// Every fiftieth reaches the SDK.
const REACHES: usize = 50;
const IN_A_FOLDER: usize = 100;

/// Writes the project; without `with_sdk` the same one in which nothing names the SDK.
pub fn project(root: &Path, with_sdk: bool) {
    write(root, "package.json", r#"{ "name": "shop", "workspaces": ["packages/*"] }"#);
    write(
        root,
        "tsconfig.json",
        r#"{ "compilerOptions": { "paths": { "@/*": ["./src/*"], "events": ["./src/lib/events.ts"] } } }"#,
    );
    let package = if with_sdk { "customerio-node" } else { "some-other-sdk" };
    let client = format!(
        "import {{ TrackClient, RegionEU }} from \"{package}\";\n\n\
         const siteId = process.env.TRACK_SITE_ID ?? \"\";\nconst apiKey = process.env.TRACK_API_KEY ?? \"\";\n\n\
         export const client = new TrackClient(siteId, apiKey, {{ region: RegionEU }});\n\n\
         export function nowSeconds(): number {{\n  return Math.floor(Date.now() / 1000);\n}}\n"
    );
    write(root, "src/lib/messaging.ts", &client);
    write(root, "src/lib/index.ts", "export * from \"./messaging\";\nexport { track } from \"./events\";\n");
    write(
        root,
        "src/lib/events.ts",
        "import { client, nowSeconds } from \"./messaging.js\";\n\n\
         export async function track(id: string, name: string, data: Record<string, unknown> = {}): Promise<void> {\n  \
         await client.track(id, { name, data: { ...data, at: nowSeconds() } });\n}\n",
    );
    write(root, "packages/notify/package.json", r#"{ "name": "@shop/notify", "main": "dist/index.js" }"#);
    write(root, "packages/notify/src/index.ts", &client);
    let plain = plain();
    for at in 0..FILES {
        let text = if at % REACHES == 0 { user(at) } else { imports(at) + &plain };
        write(root, &path_of(at), &text);
    }
}

fn path_of(at: usize) -> String {
    format!("src/part{}/file{}.ts", at / IN_A_FOLDER, at % IN_A_FOLDER)
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    fs::write(path, text).expect("the file");
}

/// About 6 kB of TypeScript that has nothing to do with the SDK.
fn plain() -> String {
    code::file(150).lines().skip(5).filter(|line| !line.contains("cio.")).collect::<Vec<_>>().join("\n")
}

/// Imports as files have them: packages, neighbours, other folders, aliases.
fn imports(at: usize) -> String {
    let other = |step: usize| {
        let other = (at * 31 + step * 977) % FILES;
        if other.is_multiple_of(REACHES) { other + 1 } else { other }
    };
    let (near, far, alias, lazy) = (other(1), other(2), other(3), other(4));
    format!(
        "import {{ useState, type ReactNode }} from \"react\";\nimport {{ z }} from \"zod\";\n\
         import {{ PrismaClient }} from \"@prisma/client\";\nimport get from \"lodash/get\";\n\
         import {{ operator0 as near }} from \"./file{}\";\nimport {{ operator1 as far }} from \"../part{}/file{}.js\";\n\
         import * as alias from \"@/part{}/file{}\";\nconst lazy = () => import(\"../part{}/file{}\");\n\n",
        near % IN_A_FOLDER / REACHES * REACHES + 1,
        far / IN_A_FOLDER,
        far % IN_A_FOLDER,
        alias / IN_A_FOLDER,
        alias % IN_A_FOLDER,
        lazy / IN_A_FOLDER,
        lazy % IN_A_FOLDER,
    )
}

/// A file of 15 to 20 lines that sends something, in one of the ways that projects do it.
fn user(at: usize) -> String {
    let (import, send) = match at / REACHES % 5 {
        0 => ("import { client, nowSeconds } from \"../lib/messaging\";", false),
        1 => ("import { client, nowSeconds } from \"@/lib\";", false),
        2 => ("import { client, nowSeconds } from \"@shop/notify\";", false),
        3 => ("import { track } from \"events\";", true),
        _ => ("import { track } from \"../lib\";", true),
    };
    let call = match send {
        true => "await track(user.id, \"order_placed\", { total: order.total });".to_owned(),
        false => "await client.identify(user.id, { email: user.email, created_at: nowSeconds() });\n  \
                  await client.track(user.id, { name: \"order_placed\", data: { total: order.total } });"
            .to_owned(),
    };
    format!(
        "import {{ z }} from \"zod\";\n{import}\n\ninterface User {{\n  id: string;\n  email: string;\n}}\n\n\
         const schema = z.object({{ total: z.number() }});\n\n\
         export async function notify{at}(user: User, order: {{ total: number }}): Promise<void> {{\n  schema.parse(order);\n  {call}\n}}\n"
    )
}
