//! What the analysis of a file costs by its size, the same on every machine: questions by the nodes of the tree. Of every
//! fixture, and of code of every shape that grows.

use crate::nested;
use crate::shapes::SHAPES;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::{Files, Model};
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use std::path::Path;

/// How many questions a node may cost.
const MOST: f64 = 2.0;

/// The same for code that is all functions that call each other: what a function gives is asked for in up to 32 ways that
/// lead there, each with other arguments.
const MOST_OF_CALLS: f64 = 40.0;

/// How many nodes a text has at the least for its questions to be counted: a line that is all calls is no measure.
const LEAST: usize = 100;

/// The questions of all rules about a text, by the nodes of its tree.
fn questions(text: &str, language: Language) -> Option<f64> {
    let source = Source::parse(Rope::from_str(text), language);
    let nodes = source.tree.root_node().descendant_count();
    let files = Files::alone(source.facts.clone());
    let model = Model::new(&source.rope, &files, None);
    customerio_ls::testing::rules::run(
        &model,
        &Settings { preset: Some(Preset::All), ..Settings::default() },
        Fixes::Computed,
    );
    (nodes >= LEAST).then(|| model.steps() as f64 / nodes as f64)
}

/// Every file below a folder.
fn files(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

#[test]
fn every_fixture_costs_few_questions_a_node() {
    let mut fixtures = Vec::new();
    files(Path::new("tests/rules"), &mut fixtures);
    let mut costs: Vec<(f64, String)> = Vec::new();
    for path in fixtures {
        let Some(language) = Language::of_path(&path) else { continue };
        let text = std::fs::read_to_string(&path).expect("a fixture");
        costs.extend(questions(&text, language).map(|cost| (cost, path.display().to_string())));
    }
    assert!(costs.len() > 500, "{}", costs.len());
    costs.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert!(costs[0].0 <= MOST, "{:?}", &costs[..10]);
}

#[test]
fn code_that_grows_costs_few_questions_a_node() {
    let shapes = SHAPES.iter().map(|(name, shape)| (*name, shape(40)));
    let all = shapes.chain(nested::NESTED.iter().map(|kind| (kind.0, nested::nested(*kind, 40))));
    let costs = all.filter_map(|(name, text)| Some((questions(&text, Language::TypeScript)?, name)));
    let mut costs: Vec<(f64, &str)> = costs.collect();
    costs.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert!(costs[0].0 <= MOST_OF_CALLS, "{:?}", &costs[..10]);
}
