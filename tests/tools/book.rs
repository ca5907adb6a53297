//! Writes the source of the site into `target/book`: `mdbook build target/book` makes HTML of it.

use std::fs;
use std::path::Path;

fn main() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = root.join("target/book");
    let fail = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let readme = root.join("README.md");
    let readme = fs::read_to_string(&readme).map_err(|error| fail(&readme, error))?;
    let source = out.join("src");
    // Pages of rules that are gone must go, too.
    if source.exists() {
        fs::remove_dir_all(&source).map_err(|error| fail(&source, error))?;
    }
    for page in customerio_ls::pages::book(&readme)? {
        let path = source.join(page.path);
        let folder = path.parent().expect("below the source");
        fs::create_dir_all(folder).map_err(|error| fail(folder, error))?;
        fs::write(&path, page.text).map_err(|error| fail(&path, error))?;
    }
    let config = root.join("docs/book.toml");
    fs::copy(&config, out.join("book.toml")).map_err(|error| fail(&config, error))?;
    Ok(())
}
