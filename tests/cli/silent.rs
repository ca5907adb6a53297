//! What well-kept projects look like: nothing is said of them unless somebody asks for more than the default preset.

use super::project::Project;
use serde_json::Value;

const MANIFEST: &str = "{\n  \"dependencies\": {\n    \"customerio-node\": \"4.2.0\"\n  }\n}\n";

/// Mail of an account, through one function that looks at its key first.
const MAIL: &str = r#"import { APIClient, SendEmailRequest } from "customerio-node";
import type { SendEmailRequestOptions } from "customerio-node/dist/lib/api/requests";
import { MAIL_KEY } from "./config";

function send(request: SendEmailRequestOptions) {
  if (!MAIL_KEY) {
    console.warn("MAIL_KEY is not set");
    return;
  }
  return new APIClient(MAIL_KEY).sendEmail(new SendEmailRequest(request));
}

export async function failed(to: string, name: string) {
  return send({ transactional_message_id: "21", to, message_data: { name }, identifiers: { email: to } });
}
"#;
const CONFIG: &str = r#"const read = (name: string): string => process.env[name] || "";
export const MAIL_KEY = read("MAIL_KEY");
"#;
/// The owners of one account are few.
const HOOK: &str = r#"import { failed } from "./mail";

export async function tell(owners: string[], name: string) {
  await Promise.all(owners.map((to) => failed(to, name)));
}
"#;

fn rules(args: &[&str]) -> Vec<String> {
    let files = [("package.json", MANIFEST), ("src/mail.ts", MAIL), ("src/config.ts", CONFIG), ("src/hook.ts", HOOK)];
    let project = Project::new(&files);
    let output = project.run(&[&["check", "--format", "json"], args].concat());
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    let found = report["files"].as_array().unwrap().iter().flat_map(|file| file["findings"].as_array().unwrap());
    found.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn mail_of_one_account_is_in_order() {
    assert_eq!(rules(&[]), Vec::<String>::new());
}

#[test]
fn whoever_asks_for_more_is_told_more() {
    assert_eq!(rules(&["--select", "all"]), ["upgrade-advice", "rate-limit-unhandled"]);
}

#[test]
fn declarations_and_bundles_are_passed_over_by_every_door() {
    let text = "import { TrackClient } from 'customerio-node';\nnew TrackClient('a', 'b').track('1', {});\n";
    let names = ["a.d.ts", "b.d.mts", "c.d.cts", "d.min.js"];
    let project = Project::new(&names.map(|name| (name, text)));
    let walked = project.run(&["check", "."]);
    assert_eq!(walked.code, 0, "{}{}", walked.stdout, walked.stderr);
    for name in names {
        let outputs = [
            project.run(&["check", name]),
            project.run_with_input(&["check", "--stdin-filename", name], text.as_bytes()),
        ];
        for output in outputs {
            let all = format!("{}{}", output.stdout, output.stderr);
            assert!(output.code == 0 && all.contains("is skipped"), "{name}: {all}");
        }
    }
}
