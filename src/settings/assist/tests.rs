//! Tests of the help in settings files: `|` is the cursor.

use super::*;

fn cursor(marked: &str) -> (String, usize) {
    let at = marked.find('|').expect("a cursor");
    (marked.replacen('|', "", 1), at)
}

/// The labels proposed at the cursor, and the text that they replace.
fn proposed(marked: &str) -> Option<(String, Vec<String>)> {
    let (text, at) = cursor(marked);
    let (range, found) = proposals(&text, at)?;
    Some((text[range.as_range()].to_owned(), found.into_iter().map(|it| it.label).collect()))
}

fn labels(marked: &str) -> Vec<String> {
    proposed(marked).map(|(_, labels)| labels).unwrap_or_default()
}

#[test]
fn keys_are_proposed_where_a_key_fits() {
    for text in [
        "{|}",
        "{ | }",
        "{ \"|\" }",
        "{ \"pr|\" }",
        "{ \"|",
        "{ \"root\": true, |",
        "{ \"root\": true, \"|\n}",
        "{ |, \"root\": true }",
        "// a { comment\n{ /* b */ |",
        "{ \"rules\": {}, \"|\": 1 }",
        "\u{feff}{|",
    ] {
        assert!(labels(text).contains(&"preset".to_owned()), "{text}");
    }
    assert!(!labels("{ \"preset\": \"all\", | }").contains(&"preset".to_owned()), "it is there before");
    assert!(!labels("{ |, \"preset\": \"all\" }").contains(&"preset".to_owned()), "it is there behind");
    assert!(labels("{ \"preset|\": \"all\" }").contains(&"preset".to_owned()), "it is the one being written");
    assert!(labels("{ \"rules\": { | } }").contains(&"floating-promise".to_owned()));
    assert!(labels("{ \"rules\": { \"floating-promise\": { \"|").contains(&"severity".to_owned()));
    assert!(labels("{ \"account\": { \"messages\": [{ \"id\": 1 }, { |").contains(&"triggerName".to_owned()));
}

#[test]
fn values_are_proposed_where_a_value_fits() {
    let presets = ["\"recommended\"", "\"strict\"", "\"all\""];
    for text in ["{ \"preset\": |", "{ \"preset\": \"|\" }", "{ \"preset\": \"st|", "{ \"preset\": str| }"] {
        assert_eq!(labels(text), presets, "{text}");
    }
    assert_eq!(labels("{ \"root\": | }"), ["true", "false"]);
    let severities = labels("{ \"rules\": { \"floating-promise\": \"|\" } }");
    assert!(severities.contains(&"\"off\"".to_owned()) && severities.contains(&"\"error\"".to_owned()));
    assert_eq!(severities, labels("{ \"rules\": { \"floating-promise\": { \"severity\": | } } }"));
    assert!(labels("{ \"account\": { \"events\": [|] } }").is_empty());
}

#[test]
fn nothing_is_proposed_elsewhere() {
    for text in
        ["|", "| {}", "{} |", "{ // a | b\n }", "{ /* | */ }", "{ \"root\" | : true }", "{ \"nothing\": { | } }", "[|]"]
    {
        assert!(labels(text).is_empty(), "{text}");
    }
}

#[test]
fn what_is_replaced_is_the_token_under_the_cursor() {
    let replaced = |text: &str| proposed(text).map(|(replaced, _)| replaced);
    assert_eq!(replaced("{ \"pre|set\": 1 }").as_deref(), Some("\"preset\""));
    assert_eq!(replaced("{ \"preset\": \"a|ll\" }").as_deref(), Some("\"all\""));
    assert_eq!(replaced("{ \"preset\": \"a|\n}").as_deref(), Some("\"a"));
    assert_eq!(replaced("{ \"root\": t|r }").as_deref(), Some("tr"));
    assert_eq!(replaced("{ | }").as_deref(), Some(""));
}

#[test]
fn a_key_comes_with_the_beginning_of_its_value() {
    let text = |marked: &str, label: &str| {
        let (text, at) = cursor(marked);
        let (_, found) = proposals(&text, at).expect("proposals");
        found.into_iter().find(|it| it.label == label).expect("the key").text
    };
    assert_eq!(text("{ | }", "rules"), "\"rules\": { $0 }");
    assert_eq!(text("{ | }", "include"), "\"include\": [$0]");
    assert_eq!(text("{ \"rul|\": {} }", "rules"), "\"rules\"");
}

#[test]
fn keys_and_values_are_explained() {
    let explained = |marked: &str| {
        let (text, at) = cursor(marked);
        explanation(&text, at).map(|(range, path, doc)| (text[range.as_range()].to_owned(), path, doc))
    };
    let (range, path, doc) = explained("{ \"re|gion\": \"eu\" }").expect("an explanation");
    assert_eq!((range.as_str(), path.join("/").as_str()), ("\"region\"", "region"));
    assert!(doc.contains("region of the Customer.io account"));
    assert_eq!(
        explained("{ \"rules\": { \"floating|-promise\": 1 } }").expect("a rule").1,
        ["rules", "floating-promise"]
    );
    assert!(explained("{ \"preset\": \"str|ict\" }").expect("a value").2.contains("good practices"));
    assert!(explained("{ \"sdkVersion\": \"5|.2.0\" }").is_none());
    assert!(explained("{ | }").is_none());
}

#[test]
fn any_text_and_any_place_are_survived() {
    let text = "{ \"rules\": { \"a\\\"b\": [1, {\"é\": \"𝄞\"}] }, // c\n \"x\": nul /* d */ }";
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        for at in 0..=end {
            if text.is_char_boundary(at) {
                let (_, _) = (proposals(&text[..end], at), explanation(&text[..end], at));
            }
        }
    }
    assert!(proposals("{}", 99).is_none_or(|(_, found)| found.is_empty()));
}
