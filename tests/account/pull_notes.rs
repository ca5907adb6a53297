//! Words of `pull` to people: what it writes, templates that read something unknown, and files that it could not use.

use super::pull::{project, pull, server};
use super::server::Reply;
use serde_json::json;

#[test]
fn names_in_templates_that_nothing_is_known_of_are_noted() {
    let project = project();
    let server = server(|request, _| {
        let contents = json!({ "contents": [{ "id": 3, "body": "{{ data.url }}{{ rates.eur }}\u{1b}[31m" }] });
        request.path.ends_with("/contents").then_some(Reply::Json(contents))
    });
    let output = pull(&project, &server, &[]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    for wanted in [
        "note: messages 12 and 13 read `data`: the data of a call is under `trigger` in templates\n",
        "note: messages 12 and 13 read `rates`: it has no value unless a collection has this name\n",
    ] {
        assert!(output.stderr.contains(wanted), "{}", output.stderr);
    }
}

#[test]
fn what_is_not_seen_of_the_project_is_told() {
    let (project, server) = (project(), server(|_, _| None));
    assert_eq!(pull(&project, &server, &[]).stderr.matches("warning").count(), 0);
    project.write("customerio.json", "{ \"regionn\": \"eu\" }");
    project.write("src/b.ts", b"import { APIClient } from \"customerio-node\"; // \xff\xfe\x00");
    let output = pull(&project, &server, &[]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    for wanted in ["customerio.json:1:3: unknown setting", "src/b.ts is not valid UTF-8 (byte 49); save it as UTF-8\n"]
    {
        assert!(output.stderr.contains(&format!("warning: {wanted}")), "{}", output.stderr);
    }
}

#[test]
fn the_documentation_shows_what_it_prints() {
    let (project, server) = (project(), server(|_, _| None));
    let output = pull(&project, &server, &[]);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/account.md")).unwrap();
    let shown = page.split("$ customerio-ls pull\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!((shown, output.stdout.as_str()), (output.stderr.as_str(), ""));
    // Every file is shown as it is seen from here.
    let args = ["--extend", "--output", "data/account.json"];
    let without_folder = pull(&project, &server, &args);
    assert!(
        without_folder.code == 2 && without_folder.stderr.starts_with("error: data/account.json cannot be written")
    );
    std::fs::create_dir_all(project.path("data")).unwrap();
    let wanted = "data/account.json: written\ncustomerio.json: extends ./data/account.json\n";
    assert_eq!(pull(&project, &server, &args).stderr, wanted);
}
