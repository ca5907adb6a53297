//! What a client shows, in a form in which two can be compared.

use super::disk::Disk;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use tower_lsp::lsp_types::Url;

/// The findings of each file that has some, by its name.
pub type Shown = BTreeMap<String, Vec<Value>>;

/// The path of a URI.
pub fn path_of(uri: &str) -> PathBuf {
    Url::parse(uri).expect("a URI").to_file_path().expect("of a file")
}

/// The spelling in which a server publishes a URI: with those characters escaped that no URI may have.
pub fn allowed(uri: &str) -> String {
    let escaped = [("[", "%5B"), ("]", "%5D"), ("^", "%5E"), ("|", "%7C")];
    escaped.iter().fold(uri.to_owned(), |uri, (plain, escaped)| uri.replace(plain, escaped))
}

/// Diagnostics of the protocol, with names in place of URIs.
pub fn named(diagnostics: &Value, disk: &Disk) -> Vec<Value> {
    let mut all = diagnostics.as_array().cloned().unwrap_or_default();
    for diagnostic in &mut all {
        for related in diagnostic["relatedInformation"].as_array_mut().into_iter().flatten() {
            let path = path_of(related["location"]["uri"].as_str().expect("a URI"));
            related["location"]["uri"] = json!(disk.name(&path));
        }
    }
    all
}

/// Returns what of diagnostics of the protocol `check` says, too.
pub fn reduced(shown: &Shown) -> Shown {
    let place = |range: &Value| {
        let at = |end: &str| (range[end]["line"].as_u64(), range[end]["character"].as_u64());
        json!([at("start"), at("end")])
    };
    let reduce = |name: &str, diagnostic: &Value| {
        let related = diagnostic["relatedInformation"].as_array().into_iter().flatten();
        let related: Vec<Value> =
            related.map(|related| json!([related["location"]["uri"], place(&related["location"]["range"])])).collect();
        let _ = name;
        json!([diagnostic["code"], diagnostic["severity"], place(&diagnostic["range"]), related])
    };
    let of_code = |diagnostic: &&Value| diagnostic["code"] != "settings";
    let files = shown.iter().map(|(name, all)| {
        let mut all: Vec<Value> = all.iter().filter(of_code).map(|diagnostic| reduce(name, diagnostic)).collect();
        all.sort_by_key(Value::to_string);
        (name.clone(), all)
    });
    files.filter(|(_, all)| !all.is_empty()).collect()
}

/// Returns what `check` says of a folder, and of the files that are open: those count where a walk would pass them
/// over, too.
pub fn checked(disk: &Disk, open: &[&str]) -> Result<Shown, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_customerio-ls"))
        .args(["check", "--format", "json", "."])
        .args(open)
        .current_dir(disk.root())
        .output()
        .expect("it starts");
    let report: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}: {:?} {}", output.status, String::from_utf8_lossy(&output.stderr)))?;
    let place = |range: &Value| {
        let at = |end: &str| {
            let number = |key: &str| range[end][key].as_u64().map(|number| number - 1);
            (number("line"), number("column"))
        };
        json!([at("start"), at("end")])
    };
    let severity = |word: &Value| match word.as_str() {
        Some("error") => 1,
        Some("warning") => 2,
        Some("info") => 3,
        _ => 4,
    };
    let mut shown = Shown::new();
    for file in report["files"].as_array().into_iter().flatten() {
        let findings = file["findings"].as_array().into_iter().flatten().map(|finding| {
            let related = finding["related"].as_array().into_iter().flatten();
            let related: Vec<Value> = related
                .filter(|related| !related["range"].is_null())
                .map(|related| json!([related["file"], place(&related["range"])]))
                .collect();
            json!([finding["rule"], severity(&finding["severity"]), place(&finding["range"]), related])
        });
        let mut findings: Vec<Value> = findings.collect();
        findings.sort_by_key(Value::to_string);
        if !findings.is_empty() {
            shown.insert(file["path"].as_str().expect("a path").to_owned(), findings);
        }
    }
    Ok(shown)
}

/// Where the two differ.
pub fn difference(own: &Shown, other: &Shown) -> Option<String> {
    let names = own.keys().chain(other.keys());
    let mut out = String::new();
    for name in names.collect::<std::collections::BTreeSet<_>>() {
        let empty = Vec::new();
        let (a, b) = (own.get(name).unwrap_or(&empty), other.get(name).unwrap_or(&empty));
        let only = |these: &[Value], those: &[Value]| {
            these.iter().filter(|it| !those.contains(it)).map(|it| format!("    {it}\n")).collect::<String>()
        };
        if a != b {
            let (mut shown, mut expected) = (only(a, b), only(b, a));
            if shown.is_empty() && expected.is_empty() {
                // The same ones, in another order or another number of times.
                (shown, expected) = (only(a, &[]), only(b, &[]));
            }
            out += &format!("  {name}\n   shown:\n{shown}   expected:\n{expected}");
        }
    }
    (!out.is_empty()).then_some(out)
}
