//! Lists what the engine sees in a project: every client that is made, every call of the SDK (direct, or by a function of
//! the project) and every request. To be held against a reading by hand.
//!
//! `cargo run --example sdk-calls -- FOLDER`

#![allow(clippy::print_stdout, reason = "it is a program whose output is the list")]

use customerio_ls::testing::model::{Files, Model, Modules};
use customerio_ls::testing::project::Project;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let folder = std::path::absolute(Path::new(&folder)).expect("a folder");
    let (project, _) = Project::discover(std::slice::from_ref(&folder), &|| false);
    let view = project.view();
    let reached = view.reached();
    println!("{} files reach the SDK", reached.len());
    for file in reached {
        let Some(path) = view.path(file) else { continue };
        let (Some(language), Ok(text)) = (Language::of_path(&path), std::fs::read_to_string(&path)) else { continue };
        let source = Source::parse(Rope::from_str(&text), language);
        let files = Files::of(source.facts.clone(), file, &view);
        let model = Model::new(&source.rope, &files, None);
        let shown = path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
        let line = |at: usize| source.rope.byte_to_line(at) + 1;
        for client in model.clients().made() {
            println!("{shown}:{}: new {}", line(client.range.start()), client.kind.class_name());
        }
        for request in model.requests().made() {
            println!("{shown}:{}: new {}", line(request.range.start()), request.class);
        }
        for call in model.calls().of_sdk() {
            let method = call.method.as_deref().unwrap_or("?");
            let through = call.through.as_ref().map(|through| format!(" by {}", through.name)).unwrap_or_default();
            println!("{shown}:{}: {}.{method}{through}", line(call.range.start()), call.client.class_name());
        }
        for event in model.events().names() {
            println!("{shown}:{}: event `{}`", line(event.at.start()), event.name);
        }
    }
}
