//! Statements beside syntax that the grammar does not know are repaired.

use super::project::Project;

const HEAD: &str = "import { TrackClient } from \"customerio-node\";\nconst cio = new TrackClient(\"s\", \"k\");\n";
const CALL: &str = "await cio.identify(\"1\", { created_at: Date.now() });";

#[test]
fn a_line_that_is_not_understood_stops_no_other_one_from_being_repaired() {
    for (name, line) in [
        ("a.ts", "const rows = await prisma.$queryRaw<{ id: string }[]>`select ${1}`;"),
        ("b.ts", "export type * from \"./types\";"),
        ("c.ts", "export { a } from \"./data.json\" with { type: \"json\" };"),
        ("d.ts", "export interface A<in T> { f(x: T): void }"),
        ("e.ts", "import defer * as x from \"./x\";"),
        ("f.ts", "const v = a?.<string>(b); const z = f<string>?.(1);"),
        ("g.ts", "export class A { static accessor x = 1; async f() { await 1; } }"),
        ("h.ts", "export class A { @foo?.bar g() {} }"),
        ("i.tsx", "export const a = <p>{x} & {y}</p>;"),
    ] {
        let text = format!("{HEAD}{line}\nexport async function later() {{ {CALL} }}\n");
        let project = Project::new(&[(name, &text)]);
        let output = project.run(&["check", "--fix"]);
        let fixed = text.replace("Date.now()", "Math.floor(Date.now() / 1000)");
        assert_eq!(project.read(name), fixed, "{line}\n{}", output.stdout);
    }
}

#[test]
fn what_is_not_repaired_is_not_counted() {
    let text = format!("{HEAD}export async function f() {{\n  const x = {{{{;\n  {CALL}\n}}\n");
    let project = Project::new(&[("a.ts", &text)]);
    let output = project.run(&["check", "--fix"]);
    assert_eq!(project.read("a.ts"), text);
    assert!(!output.stdout.contains("fixable"), "{}", output.stdout);
}
