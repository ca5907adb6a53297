//! Real files in temporary folders.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tower_lsp::lsp_types::Url;

/// Code that makes a client and exports it.
pub const CLIENT: &str = "import { TrackClient, RegionUS } from 'customerio-node';
export const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { region: RegionUS });
";

/// Code that does not name the SDK and sends milliseconds: one error, on the second line.
pub const CALLER: &str = "import { cio } from './client';
export const greet = (id: string) => cio.identify(id, { created_at: Date.now() });
";

/// A folder with files.
pub struct Folder {
    dir: TempDir,
}

impl Folder {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self { dir: TempDir::new().expect("a folder") };
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    /// A copy of the example shop. In place it belongs to this repository, and each server would read all of its fixtures.
    pub fn shop() -> Self {
        let folder = Self::new(&[]);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shop"), folder.dir.path());
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name).components().collect()
    }

    pub fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub fn remove(&self, name: &str) {
        let path = self.path(name);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("it was there");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a copy");
        }
    }
}

/// The URI of a file.
pub fn uri(path: &Path) -> String {
    Url::from_file_path(path).expect("an absolute path").to_string()
}
