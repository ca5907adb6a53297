//! Notes and warnings of `pull`: templates that read something unknown, and files that it could not use.

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
        "note: messages 12, 13 read `data`: the data of a call is under `trigger` in templates\n",
        "note: messages 12, 13 read `rates`: it has no value unless a collection has this name\n",
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
    assert!(output.stderr.contains("warning: customerio.json:1:3: unknown setting"), "{}", output.stderr);
}
