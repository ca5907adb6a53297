//! Fixes are computed only for those who ask; what is found does not depend on it.

use customerio_ls::testing::engine;
use customerio_ls::testing::finding::{Finding, Fixes};
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use std::path::Path;

#[test]
fn findings_are_the_same_with_and_without_their_fixes() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let settings = Settings { preset: Some(Preset::All), ..Settings::default() };
    let (mut findings, mut fixes) = (0, 0);
    let entries =
        |folder: &Path| std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let folders = entries(&fixtures).filter(|folder| folder.is_dir());
    for file in folders.flat_map(|folder| entries(&folder).filter(|file| file.is_file()).collect::<Vec<_>>()) {
        let Some(language) = Language::of_path(&file) else { continue };
        let text = std::fs::read_to_string(&file).expect("the fixture");
        let source = Source::parse(Rope::from_str(&text), language);
        let found = |fixes| engine::judge(&source, None, &settings, fixes).found;
        let (with, without) = (found(Fixes::Computed), found(Fixes::Omitted));
        assert!(without.iter().all(|finding| finding.fixes.is_empty()), "{}", file.display());
        let bare = |finding: &Finding| Finding { fixes: Vec::new(), ..finding.clone() };
        assert_eq!(with.iter().map(bare).collect::<Vec<_>>(), without, "{}", file.display());
        findings += with.len();
        fixes += with.iter().map(|finding| finding.fixes.len()).sum::<usize>();
    }
    assert!(findings > 300 && fixes > 100, "{findings} findings with {fixes} fixes");
}
