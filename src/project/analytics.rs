//! The files that use the global `analytics` of web pages where a file of their package makes it one of Customer.io's:
//! nothing else in them need name Customer.io. Which code it really is, the analysis decides.

use super::file::FileState;
use super::view::View;
use crate::model::FileId;
use rustc_hash::FxHashSet;

impl View {
    /// The files of the walk that may use a global `analytics` of Customer.io's, or say that it is another vendor's.
    pub(super) fn using_analytics(&self) -> Vec<FileId> {
        let groups: FxHashSet<_> =
            self.files_where(|file| file.names().makes_analytics).map(|it| self.group(it)).collect();
        if groups.is_empty() {
            return Vec::new();
        }
        self.files_where(|file| file.names().names_analytics)
            .filter(|file| groups.contains(&self.group(*file)))
            .collect()
    }

    fn files_where(&self, is_it: impl Fn(&FileState) -> bool) -> impl Iterator<Item = FileId> {
        let files = self.state.files.iter();
        files.filter(move |(_, file)| is_it(file)).map(|(file, _)| FileId(file as u32))
    }
}
