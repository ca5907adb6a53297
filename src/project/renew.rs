//! A state of a project with a part of it made again, after a change that the rest does not depend on.

use super::index::{ImportIndex, Parts};
use super::kind::is_source;
use super::reach::{World, reach};
use super::resolve::{Resolver, configs_above};
use super::view::{State, View};
use crate::disk::{Stage, caught};
use crate::model::FileId;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl State {
    /// With everything rebuilt that depends on which files there are, and on configurations.
    pub fn resolved_anew(mut self, cancelled: &dyn Fn() -> bool) -> Self {
        if !self.scanned {
            return self;
        }
        let mut configs = self.configs.to_vec();
        configs.extend(configs_above(&self.shared.roots));
        configs.sort();
        configs.dedup();
        // What so far exists in the editor only.
        let edited = self.files.iter().filter(|(_, file)| file.is_in_editor());
        let paths = edited.filter_map(|(file, _)| self.shared.paths.get(FileId(file as u32)));
        let unsaved = paths.filter(|path| !path.exists()).map(|path| path.to_path_buf()).collect();
        self.resolver = Arc::new(Resolver::new(&configs, self.shared.roots.clone(), unsaved));
        self.resolved = Arc::default();
        self.indexed_anew(cancelled)
    }

    /// With everything rebuilt that depends on the names in files.
    pub fn indexed_anew(mut self, cancelled: &dyn Fn() -> bool) -> Self {
        if !self.scanned {
            return self;
        }
        let leads_on = |link: &&PathBuf| is_source(link) || link.is_dir();
        let links: Vec<PathBuf> = self.links.iter().filter(leads_on).cloned().collect();
        let index = || {
            ImportIndex::new(&Parts {
                files: &self.files,
                paths: &self.shared.paths.all(),
                specifiers: &self.shared.specifiers.all(),
                packages: &self.resolver.packages,
                aliases: self.resolver.aliases(),
                links: &links,
            })
        };
        // Without an index files are judged by what they say themselves.
        let root = self.shared.roots.first().map_or(Path::new(""), |root| &root.given);
        self.index = Arc::new(caught(root, Stage::Index, index).unwrap_or_default());
        self.edited = Arc::default();
        self.searched_anew(cancelled)
    }

    /// With the files that reach the SDK computed again.
    pub fn searched_anew(self, cancelled: &dyn Fn() -> bool) -> Self {
        if !self.scanned {
            return self;
        }
        let view = View::of(self);
        let state = &view.state;
        let world = World {
            index: &state.index,
            packages: &state.resolver.packages,
            paths: &state.shared.paths.all(),
            texts: &state.shared.specifiers.all(),
            edited: &state.edited,
            resolve: &|from, specifier| view.resolve_id(from, specifier),
            walked: &|file| state.files.get(file.0 as usize).is_some(),
            other: &|file| view.file(file),
        };
        let seeds = state.files.iter().filter(|(_, file)| file.names().names_sdk).map(|(file, _)| FileId(file as u32));
        let seeds: FxHashSet<FileId> = seeds.collect();
        let root = state.shared.roots.first().map_or(Path::new(""), |root| &root.given);
        let reached = caught(root, Stage::Index, || reach(seeds.iter().copied(), &world, cancelled));
        let mut reached = reached.unwrap_or(seeds);
        // A variable or a header is named by itself: what imports such a file has nothing of the SDK from it.
        let mentions = state.files.iter().filter(|(_, file)| file.names().is_mentioned);
        reached.extend(mentions.map(|(file, _)| FileId(file as u32)));
        reached.extend(view.using_analytics());
        let reached = Arc::new(reached);
        Self { reached, ambient: state.find_ambient(), others_reach: Arc::default(), ..(**state).clone() }
    }
}
