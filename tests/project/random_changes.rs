//! Random changes of random projects: after each the project is what a new look at everything finds, and who sees
//! something else is told.

use crate::property::{CONFIGS, FILES, named, ways};
use crate::support::Disk;
use customerio_ls::testing::model::{FileId, Modules};
use customerio_ls::testing::project::{Project, ProjectDelta, View};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use ropey::Rope;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A text: what it exports from others, whether it names the SDK, whether it makes (2) or names (1) the global
/// `analytics`, a value that others see and one that they do not.
#[derive(Clone, Debug)]
struct Text {
    imports: Vec<(Index, Index)>,
    sdk: bool,
    analytics: u8,
    seen: u8,
    private: u8,
}

#[derive(Clone, Debug)]
enum Step {
    Write(&'static str, Text),
    Delete(&'static str),
    Open(&'static str, Text),
    Close(&'static str),
    /// A configuration that is there or is not.
    Toggle(usize),
}

fn text() -> impl Strategy<Value = Text> {
    let imports = prop::collection::vec((any::<Index>(), any::<Index>()), 0..3);
    let analytics = prop_oneof![8 => Just(0), 2 => Just(1), 1 => Just(2)];
    (imports, prop::bool::weighted(0.15), analytics, 0..2u8, 0..2u8)
        .prop_map(|(imports, sdk, analytics, seen, private)| Text { imports, sdk, analytics, seen, private })
}

fn step() -> impl Strategy<Value = Step> {
    let file = || select(&FILES[..]);
    prop_oneof![
        4 => (file(), text()).prop_map(|(file, text)| Step::Write(file, text)),
        1 => file().prop_map(Step::Delete),
        3 => (file(), text()).prop_map(|(file, text)| Step::Open(file, text)),
        1 => file().prop_map(Step::Close),
        1 => (0..CONFIGS.len()).prop_map(Step::Toggle),
    ]
}

impl Text {
    fn of(&self, path: &str) -> String {
        let mut text = format!("const own = {};\nexport const seen = {};\n", self.private, self.seen);
        for (target, way) in &self.imports {
            let target = *target.get(&FILES);
            text += &format!("export * from '{}';\n", way.get(&ways(path, target)));
        }
        if self.sdk {
            text += "import 'customerio-node';\n";
        }
        text += match self.analytics {
            0 => "",
            1 => "window.analytics.track('a');\n",
            _ => {
                "window.analytics = window.analytics || [];\nload('https://cdp.customer.io/v1/analytics-js/snippet/a');\n"
            }
        };
        text
    }
}

fn open(project: &Project, path: &Path, text: &str) -> ProjectDelta {
    let language = Language::of_path(path).expect("code");
    let source = Source::parse(Rope::from_str(text), language);
    project.set_editor(path, &source.rope, language, Some(&source.facts))
}

fn paths(view: &View, files: impl IntoIterator<Item = FileId>) -> BTreeSet<PathBuf> {
    files.into_iter().map(|file| view.path(file).expect("a path").to_path_buf()).collect()
}

/// All that a judgement of a file can see of others: what they show, whether they reach the SDK, what names mean.
type Sight = BTreeMap<FileId, (Option<u64>, bool, Vec<(String, Option<FileId>)>)>;

fn sight(view: &View, file: FileId) -> Sight {
    let mut sight = Sight::new();
    let mut open = vec![file];
    while let Some(other) = open.pop() {
        if sight.contains_key(&other) {
            continue;
        }
        let facts = view.facts(other);
        let mut modules = BTreeSet::new();
        if let Some(facts) = &facts {
            named(&facts.root, &mut modules);
        }
        let means: Vec<_> = modules.into_iter().map(|module| (module.clone(), view.resolve(other, &module))).collect();
        open.extend(means.iter().filter_map(|(_, target)| *target));
        // Its own text is its own matter.
        let shows = facts.filter(|_| other != file).map(|facts| facts.fingerprint());
        sight.insert(other, (shows, view.reaches(other), means));
    }
    sight
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_project_is_what_a_new_look_finds(
        first in prop::collection::vec((select(&FILES[..]), text()), 0..FILES.len()),
        steps in prop::collection::vec(step(), 1..12),
    ) {
        let disk = Disk::with(&CONFIGS);
        for (path, text) in &first {
            disk.write(path, &text.of(path));
        }
        let project = disk.project();
        let mut opened: BTreeMap<&str, String> = BTreeMap::new();
        let mut configured = [true; CONFIGS.len()];
        for step in steps {
            let before = project.view();
            let seen: BTreeMap<FileId, Sight> = before.reached().into_iter().map(|file| (file, sight(&before, file))).collect();
            let on_disk = |path: &str| project.disk_changed(&[disk.path(path)], &|| false).expect("not cancelled");
            let change = match &step {
                Step::Write(path, text) => {
                    disk.write(path, &text.of(path));
                    on_disk(path)
                }
                Step::Delete(path) if disk.path(path).exists() => {
                    disk.delete(path);
                    on_disk(path)
                }
                Step::Delete(path) => on_disk(path),
                Step::Open(path, text) => {
                    opened.insert(path, text.of(path));
                    open(&project, &disk.path(path), &text.of(path))
                }
                Step::Close(path) => {
                    opened.remove(path);
                    project.drop_editor(&disk.path(path))
                }
                Step::Toggle(at) => {
                    let (path, text) = CONFIGS[*at];
                    configured[*at] = !configured[*at];
                    if configured[*at] { disk.write(path, text) } else { disk.delete(path) };
                    on_disk(path)
                }
            };
            let after = project.view();
            let (old, new) = (paths(&before, before.reached()), paths(&after, after.reached()));

            let anew = disk.project();
            for (path, text) in &opened {
                open(&anew, &disk.path(path), text);
            }
            let anew = anew.view();
            prop_assert_eq!(&new, &paths(&anew, anew.reached()), "{:?}", step);

            prop_assert_eq!(paths(&after, change.reached.clone()), new.difference(&old).cloned().collect());
            prop_assert_eq!(paths(&after, change.ceased.clone()), old.difference(&new).cloned().collect());
            for file in after.reached() {
                let told = change.affected.contains(&file) || change.changed.contains(&file);
                if let Some(seen) = seen.get(&file).filter(|_| !told) {
                    prop_assert_eq!(seen, &sight(&after, file), "{:?} after {:?}", after.path(file), step);
                }
            }
        }
    }
}
