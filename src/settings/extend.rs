//! Adds a file to `extends` of a settings file, and leaves everything else in it as it is.

use super::node::{Kind, Node};

/// Returns the text of a settings file that builds on `file` too; `None` where it does already.
///
/// # Errors
/// For people: why it cannot be changed.
pub fn with_extended(text: &str, file: &str) -> Result<Option<String>, String> {
    let written = serde_json::to_string(file).unwrap_or_default();
    let node = Node::parse(text).map_err(|(_, what)| format!("cannot be read: {what}"))?;
    let Some(Node { kind: Kind::Object(members), range: Some(whole), .. }) = node else {
        return Err("is not an object".to_owned());
    };
    let same = |node: &Node| matches!(&node.kind, Kind::String(known) if plain(known) == plain(file));
    let insert = |at: usize, new: String| Ok(Some(format!("{}{new}{}", &text[..at], &text[at..])));
    let Some(extends) = members.iter().find(|member| member.key == "extends") else {
        let comma = if members.is_empty() { "\n" } else { "," };
        return insert(whole.start() + 1, format!("\n  \"extends\": {written}{comma}"));
    };
    let Some(range) = extends.value.range else { return Err("has no places".to_owned()) };
    match &extends.value.kind {
        Kind::String(_) if same(&extends.value) => Ok(None),
        Kind::String(_) => {
            let old = &text[range.start()..range.end()];
            Ok(Some(format!("{}[{old}, {written}]{}", &text[..range.start()], &text[range.end()..])))
        }
        Kind::Array(items) if items.iter().any(same) => Ok(None),
        Kind::Array(items) => match items.last().and_then(|item| item.range) {
            Some(last) => insert(last.end(), format!(", {written}")),
            None => insert(range.start() + 1, written),
        },
        _ => Err("has an \"extends\" that is neither a string nor an array".to_owned()),
    }
}

fn plain(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::with_extended;

    #[test]
    fn everything_else_stays() {
        for (text, wanted) in [
            ("{}", "{\n  \"extends\": \"./a.json\"\n}"),
            ("{ \"region\": \"eu\" } // end", "{\n  \"extends\": \"./a.json\", \"region\": \"eu\" } // end"),
            ("{ // first\n \"extends\": \"./b.json\" }", "{ // first\n \"extends\": [\"./b.json\", \"./a.json\"] }"),
            ("{ \"extends\": [\"./b.json\",] }", "{ \"extends\": [\"./b.json\", \"./a.json\",] }"),
            ("{ \"extends\": [] }", "{ \"extends\": [\"./a.json\"] }"),
            ("\u{feff}{}", "\u{feff}{\n  \"extends\": \"./a.json\"\n}"),
        ] {
            assert_eq!(with_extended(text, "./a.json").unwrap().as_deref(), Some(wanted), "{text}");
        }
        for same in ["{ \"extends\": \"a.json\" }", "{ \"extends\": [\"b\", \"./a.json\"] }"] {
            assert_eq!(with_extended(same, "./a.json"), Ok(None));
        }
        for wrong in ["[]", "", "{ \"extends\": 1 }", "{"] {
            assert!(with_extended(wrong, "./a.json").is_err(), "{wrong}");
        }
    }
}
