//! Bounds of the command line, from both sides, and that what is cut off is said. See `docs/bounds.md`.

use super::project::{Output, Project};
use serde_json::Value;

const HEAD: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });
";

fn one(text: &str) -> Project {
    Project::new(&[("a.ts", format!("{HEAD}{text}").as_str())])
}

fn all(output: &Output) -> String {
    format!("{}{}", output.stdout, output.stderr)
}

/// Something inside of as many of something else.
fn inside(count: usize, open: &str, middle: &str, close: &str) -> String {
    format!("{}{middle}{}", open.repeat(count), close.repeat(count))
}

/// Functions that lead from one to the next to a call of the SDK: one more than are followed.
fn far_away() -> String {
    let functions: String =
        (0..12).map(|at| format!("async function f{at}(id, a) {{ await f{}(id, a); }}\n", at + 1)).collect();
    format!("\nf0('1', Date.now());\n{functions}async function f12(id, a) {{ await cio.identify(id, {{ at: a }}); }}\n")
}

#[test]
fn where_the_analysis_stops_is_said_in_every_format() {
    let project = one(&far_away());
    let said = "is not analyzed further here: too many functions call one another";
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
        let told = all(&project.run(&["check", "--format", format]));
        assert!(told.contains(said) && told.contains("a.ts"), "{format}: {told}");
        let places =
            ["a.ts:4", "line=4", "\"line\": 4", "\"line\":4", "\"startLine\": 4", "\"startLine\":4", "\"begin\": 4"];
        let is_placed = places.iter().any(|place| told.contains(place));
        assert!(is_placed, "{format}: {told}");
    }
    for args in [&["events"][..], &["check", "--show-calls"], &["check", "--statistics"]] {
        let told = all(&project.run(args));
        assert!(told.contains(said), "{args:?}: {told}");
    }
    let text = format!("{HEAD}{}", far_away());
    let told = all(&project.run_with_input(&["check", "--stdin-filename", "src/b.ts"], text.as_bytes()));
    assert!(told.contains(said), "{told}");
}

#[test]
fn steps_to_a_signed_body() {
    let run = |size: usize| {
        let forms = ".toString()".repeat(size);
        let text = format!(
            "import {{ createHmac }} from 'node:crypto';\nimport express from 'express';\nconst app = express();\n\
             const key = process.env.SIGNING_KEY!;\napp.post('/a', express.raw({{ type: '*/*' }}), (req, res) => {{\n\
             const expected = createHmac('sha256', key).update(req.body{forms}).digest('hex');\n\
             if (req.get('X-CIO-Signature') === expected) res.end();\n}});\n"
        );
        all(&Project::new(&[("a.ts", text.as_str())]).run(&["check", "--format", "agent"]))
    };
    let (few, many) = (run(11), run(12));
    assert!(few.contains("from the body alone") && !few.contains("not analyzed"), "{few}");
    assert!(!many.contains("from the body alone") && many.contains("too many steps"), "{many}");
}

#[test]
fn files_of_a_tsconfig() {
    let said = "is not read to the end: its `extends` lead to more than 1024 files";
    for (count, is_said) in [(1_023, false), (1_024, true)] {
        let bases: Vec<String> = (0..count).map(|at| format!("\"./base/{at}.json\"")).collect();
        let project = one("import x from '@x/y';\nx(cio);\n");
        project.write("tsconfig.json", format!("{{ \"extends\": [{}] }}", bases.join(",")));
        for at in 0..count {
            project.write(&format!("base/{at}.json"), "{}");
        }
        for format in ["text", "json", "agent"] {
            let told = all(&project.run(&["check", "--format", format]));
            assert_eq!(told.contains(said), is_said, "{count}: {told}");
        }
    }
}

#[test]
fn targets_of_a_name_in_a_package() {
    let said = "is not read to the end: one name has more than 1024 targets in `exports` or `imports`";
    for (count, is_said) in [(1_024, false), (1_025, true)] {
        let targets: Vec<String> = (0..count).map(|at| format!("\"./none/{at}.ts\"")).collect();
        let project = one("import x from '#c';\nx(cio);\n");
        project.write(
            "package.json",
            format!("{{ \"name\": \"p\", \"imports\": {{ \"#c\": [{}] }} }}", targets.join(",")),
        );
        let told = all(&project.run(&["check"]));
        assert_eq!(told.contains(said), is_said, "{count}: {told}");
    }
}

#[test]
fn configuration_files_that_are_too_large() {
    const MIB: usize = 1024 * 1024;
    for (name, most) in [
        ("tsconfig.json", 4 * MIB),
        ("package.json", 4 * MIB),
        (".gitignore", 4 * MIB),
        ("customerio.json", 64 * MIB),
        (".env", 64 * MIB),
    ] {
        for (size, is_said) in [(most, false), (most + 1, true)] {
            let project = one("import x from '@x/y';\nx(cio);\n");
            let text = match name {
                ".gitignore" | ".env" => "#".repeat(size),
                _ => format!("{{}}{}", " ".repeat(size - 2)),
            };
            project.write(name, text);
            let told = all(&project.run(&["check"]));
            let is_it = |line: &str| line.contains(name) && line.contains("too large");
            assert_eq!(told.lines().any(is_it), is_said, "{name} {size}: {told}");
        }
    }
}

#[test]
fn files_that_options_name() {
    const MOST: usize = 64 * 1024 * 1024;
    for (size, is_said) in [(MOST, false), (MOST + 1, true)] {
        let project = one("f(cio);\n");
        project.write("baseline.json", format!("{{ \"version\": 1, \"findings\": {{}} }}{}", " ".repeat(size - 32)));
        let told = all(&project.run(&["check", "--baseline", "baseline.json"]));
        assert_eq!(told.contains("baseline.json cannot be read: file too large"), is_said, "{size}: {told}");
    }
}

#[test]
fn depth_of_the_data_of_an_event() {
    let run = |depth: usize| {
        let data = inside(depth, "{ a: ", "{ z: 1 }", " }");
        all(&one(&format!("cio.track('1', {{ name: 'seen', data: {data} }});\n")).run(&["events"]))
    };
    let (few, many) = (run(7), run(8));
    assert!(few.contains(".z") && !few.contains("nested too deeply"), "{few}");
    assert!(!many.contains(".z") && many.contains("values are nested too deeply"), "{many}");
}

#[test]
fn depth_of_a_filter_that_names_a_segment() {
    let run = |depth: usize| {
        let filter = inside(depth, "{ not: ", "{ segment: { id: 7 } }", " }");
        let text = format!(
            "import {{ APIClient }} from 'customerio-node';\nnew APIClient(process.env.K!).triggerBroadcast(1, {{}}, {filter});\n"
        );
        all(&Project::new(&[("a.ts", text.as_str())]).run(&["events"]))
    };
    let (few, many) = (run(16), run(17));
    assert!(few.contains("Segments") && !few.contains("not analyzed further"), "{few}");
    assert!(many.contains("values are nested too deeply"), "{many}");
}

#[test]
fn choices_of_an_attribute() {
    let run = |size: usize| {
        let choice = inside(size, "(c ? y : ", "'x'", ")");
        all(&one(&format!("export const g = (c, y, z) => cio.identify('1', {{ plan: {choice} + z }});\n"))
            .run(&["events"]))
    };
    assert!(!run(10).contains("not analyzed further"), "{}", run(10));
    assert!(run(20).contains("values are nested too deeply"), "{}", run(20));
}

#[test]
fn places_of_an_event() {
    let run = |count: usize, format: &str| {
        let calls = "cio.track('1', { name: 'seen', data: {} });\n".repeat(count);
        one(&calls).run(&["events", "--format", format]).stdout
    };
    assert!(!run(12, "text").contains("more places"));
    assert!(run(15, "text").contains("and 3 more places"));
    assert_eq!(run(15, "json").matches("\"track\"").count(), 15, "{}", run(15, "json"));
}

/// The one finding of a rule in a project, as JSON, and as text.
fn found(project: &Project, rule: &str) -> (Value, String) {
    let report = project.run(&["check", "--select", rule, "--format", "json"]).stdout;
    let report: Value = serde_json::from_str(&report).expect("a report");
    (report["files"][0]["findings"][0].clone(), project.run(&["check", "--select", rule]).stdout)
}

#[test]
fn places_of_other_spellings() {
    for (places, related) in [(2, 2), (8, 8), (12, 8)] {
        let calls: String = (0..places)
            .map(|_| format!("cio.track('1', {{ name: 'signed_up', data: {{}} }});\n{}", "//\n".repeat(4_000)))
            .collect();
        let project = one(&format!("cio.track('1', {{ name: 'signedUp', data: {{}} }});\n{calls}"));
        let (finding, text) = found(&project, "event-name-inconsistent");
        assert_eq!(finding["related"].as_array().map(Vec::len), Some(related), "{finding}");
        assert_eq!(text.matches("is sent here").count(), related.min(4), "{text}");
    }
}

#[test]
fn places_that_one_fix_renames() {
    for (places, is_all) in [(60, true), (101, false)] {
        let most = "cio.track('1', { name: 'signed_up', data: {} });\n".repeat(places + 1);
        let others = "cio.track('1', { name: 'signedUp', data: {} });\n".repeat(places);
        let (finding, _) = found(&one(&format!("{most}{others}")), "event-name-inconsistent");
        let title = finding["fixes"][0]["title"].as_str().unwrap_or_default();
        assert_eq!(title.contains("places"), is_all, "{finding}");
    }
}

#[test]
fn credentials_that_are_offered() {
    for (names, offered) in [(2, 4), (12, 8)] {
        let keys: String = (0..names)
            .map(|at| format!("const cioAppApiKey{at} = process.env.CUSTOMERIO_APP_API_KEY_{at}!;\n"))
            .collect();
        let client = "new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!);\n";
        let text = format!("import {{ APIClient }} from 'customerio-node';\n{keys}{client}");
        let (finding, _) = found(&Project::new(&[("a.ts", text.as_str())]), "wrong-api-key");
        assert_eq!(finding["fixes"].as_array().map(Vec::len), Some(offered), "{finding}");
    }
}

#[test]
fn objects_that_contain_themselves() {
    let keys: String = (0..12).map(|at| format!("o.k{at} = o;\n")).collect();
    let rings: String = (0..64).map(|at| format!("r{}.k{} = r{};\n", at / 8, at % 8, at % 8)).collect();
    let made: String = (0..8).map(|at| format!("const r{at} = {{}};\n")).collect();
    for (text, sent) in [(format!("const o = {{}};\n{keys}"), "o"), (format!("{made}{rings}"), "r0")] {
        let call = format!("cio.track('1', {{ name: 'seen', data: {sent} }});\ncio.identify('1', {{ at: {sent} }});\n");
        let project = one(&format!("{text}{call}"));
        for args in [&["check"][..], &["events"]] {
            let told = all(&project.run(args));
            assert!(told.contains("not analyzed further"), "{args:?}: {told}");
        }
    }
}
