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

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
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

/// The URI of a file.
pub fn uri(path: &Path) -> String {
    Url::from_file_path(path).expect("an absolute path").to_string()
}
