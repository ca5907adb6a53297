//! `pull --extend`, and what rules and the plan make of what was pulled.

use super::pull::{project, pull, server};
use serde_json::{Value, json};

#[test]
fn the_settings_build_on_the_file_on_request() {
    let (project, server) = (project(), server(|_, _| None));
    project.write("customerio.json", "{ // ours\n  \"region\": \"us\" }\n");
    assert_eq!(pull(&project, &server, &[]).code, 0);
    assert!(!project.read("customerio.json").contains("extends"), "nobody asked for it");
    let output = pull(&project, &server, &["--extend"]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    let settings = project.read("customerio.json");
    assert_eq!(settings, "{\n  \"extends\": \"./customerio.account.json\", // ours\n  \"region\": \"us\" }\n");
    assert_eq!(pull(&project, &server, &["--extend"]).code, 0);
    assert_eq!(project.read("customerio.json"), settings);
    // Rules and the plan use it.
    project.write(
        "a.ts",
        "import { APIClient, TrackClient } from \"customerio-node\";
const cio = new TrackClient(process.env.SITE_ID!, process.env.TRACK_KEY!);
await cio.track(\"42\", { name: \"order_placed\" });
export const send = (api: APIClient) => api.triggerBroadcast(8, {}, { ids: [\"42\"] });
",
    );
    let found = project.run(&["check", "--format", "agent", "--select", "account-unknown-id", "a.ts"]);
    assert!(found.stdout.contains("no broadcast with the id 8"), "{}{}", found.stdout, found.stderr);
    let plan = project.run(&["events"]).stdout;
    assert!(plan.contains("order_placed") && plan.contains("waited for by segment \"Buyers\""), "{plan}");
    assert!(plan.contains("event purchase\n    waited for by campaign \"Order Confirmation\" (draft)"), "{plan}");
    let plan: Value = serde_json::from_str(&project.run(&["events", "--format", "json"]).stdout).unwrap();
    assert_eq!(plan["events"][0]["waitedForBy"], json!(["segment \"Buyers\""]), "{plan:#}");
    assert_eq!(plan["unsentWaitedForBy"]["left"], json!(["campaign \"Old\" (stopped)"]), "{plan:#}");
    assert!(project.run(&["events", "--format", "md"]).stdout.contains("waited for by `segment \"Buyers\"`"));
    // Where there are none, they come into being; what cannot be done is told.
    std::fs::remove_file(project.path("customerio.json")).unwrap();
    assert_eq!(pull(&project, &server, &["--extend"]).code, 0);
    assert_eq!(project.read("customerio.json"), "{\n  \"extends\": \"./customerio.account.json\"\n}\n");
    project.write("customerio.json", "[]");
    let wrong = pull(&project, &server, &["--extend"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("is not an object"), "{}", wrong.stderr);
}
