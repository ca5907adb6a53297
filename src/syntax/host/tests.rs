//! The ranges of the code, and the tree of it.

use super::*;
use crate::source::Source;
use crate::source::{CommentPlace, comment_place};
use ropey::Rope;

/// The blocks of a text, and their dialect.
fn blocks(text: &str, language: Language) -> (Vec<&str>, Dialect) {
    let scripts = Scripts::of(text, language).expect("a language that holds code");
    (scripts.blocks.iter().map(|block| &text[block.as_range()]).collect(), scripts.dialect)
}

#[track_caller]
fn expect(language: Language, text: &str, expected: &[&str]) {
    assert_eq!(blocks(text, language).0, expected, "{text}");
}

#[test]
fn vue() {
    for (text, expected) in [
        ("<script>a</script>", &["a"][..]),
        ("<template><b/></template>\n<script setup lang=\"ts\">\na\n</script>\n<style>b</style>", &["\na\n"]),
        ("<script>a</script>\n<script setup>b</script>", &["a", "b"]),
        ("<script\n  generic='T extends A<B>'\n  setup\n>a</script >", &["a"]),
        ("<script>'</scripts>' + \"<script>\"</SCRIPT>", &["'</scripts>' + \"<script>\""]),
        ("<!-- <script>a</script> --><script>b</script>", &["b"]),
        ("<template><script>a</script></template><script>b</script>", &["b"]),
        (
            "<template><template #a>{{ '</template>' }}</template><i :b=\"'</template>'\"/></template><script>c</script>",
            &["c"],
        ),
        ("<template lang=\"pug\">\np(a=\"<template>\")\n</template><script>b</script>", &["b"]),
        ("<docs># <script>a</script></docs><script>b</script>", &["b"]),
        ("<style>a::before { content: '<script>' }</style><script>b</script>", &["b"]),
        ("<script src=\"./a.js\"></script><script src='b.js'/><script>c</script>", &["c"]),
        ("<script type=\"application/ld+json\">{}</script>", &[]),
        ("<script lang=\"coffee\">a = -> b</script>", &[]),
        ("<script></script>", &[""]),
        ("<script>a", &[]),
        ("<template>a</template>", &[]),
        ("", &[]),
    ] {
        expect(Language::Vue, text, expected);
    }
}

#[test]
fn svelte() {
    for (text, expected) in [
        ("<script lang='ts'>a</script>\n{#if b < c}<p>{d}</p>{/if}", &["a"][..]),
        ("<script context=\"module\">a</script><script>b</script>", &["a", "b"]),
        ("<script>b</script><script module lang=\"ts\">a</script>", &["b", "a"]),
        ("<svelte:head><script>a</script></svelte:head><script>b</script>", &["b"]),
        ("{@html `<script>a</script>`}<script>b</script>", &["b"]),
        ("<p on:click={() => a > b}>{'<script>'}</p><script>c</script>", &["c"]),
        ("<script>a</script><div><script>b</script></div>", &["a"]),
        ("<style>a { b: c }</style><script>d</script>", &["d"]),
        ("<script type=\"text/typescript\">a</script>", &["a"]),
    ] {
        expect(Language::Svelte, text, expected);
    }
}

#[test]
fn astro() {
    for (text, expected) in [
        ("---\na\n---\n<p>{b}</p><script>c</script>", &["\na\n"][..]),
        ("\u{feff}\n <!-- x -->\n---\r\na\r\n---\r\n", &["\r\na\r\n"]),
        ("---\n---\n<p/>", &["\n"]),
        ("---\na -- b\n  --- c", &["\na -- b\n"]),
        ("<p/><script>a</script><script>b</script>", &["a"]),
        ("<p/>\n---\na\n---", &[]),
        ("---\na", &[]),
    ] {
        expect(Language::Astro, text, expected);
    }
}

#[test]
fn what_runs_for_each_component_is_told_from_what_runs_once() {
    for (language, text, repeated) in [
        (Language::Vue, "<script>a</script><script setup>b</script>", &["b"][..]),
        (Language::Vue, "<script>a</script>", &[]),
        (Language::Svelte, "<script context='module'>a</script><script>b</script>", &["b"]),
        (Language::Astro, "---\na\n---", &["\na\n"]),
        (Language::Astro, "<script>a</script>", &[]),
    ] {
        let scripts = Scripts::of(text, language).unwrap();
        let found: Vec<&str> = scripts.repeated.iter().map(|block| &text[block.as_range()]).collect();
        assert_eq!(found, repeated, "{text}");
    }
}

#[test]
fn dialects() {
    for (text, dialect) in [
        ("<script>a</script>", Dialect::Tsx),
        ("<script lang='ts'>a</script>", Dialect::TypeScript),
        ("<script lang=typescript>a</script>", Dialect::TypeScript),
        ("<script lang='tsx'>a</script>", Dialect::Tsx),
        ("<script type='text/typescript'>a</script>", Dialect::TypeScript),
        ("<script lang='ts'>a</script><script setup lang='ts'>b</script>", Dialect::TypeScript),
        ("<script>a</script><script setup lang='ts'>b</script>", Dialect::TypeScript),
        ("<script lang='ts'>a</script><script setup lang='tsx'>b</script>", Dialect::Tsx),
    ] {
        assert_eq!(blocks(text, Language::Vue).1, dialect, "{text}");
    }
    assert_eq!(blocks("---\n---", Language::Astro).1, Dialect::TypeScript);
}

fn parse(text: &str, language: Language) -> Source {
    Source::parse(Rope::from_str(text), language)
}

/// The statements of the module, as in the text.
fn statements(text: &str, language: Language) -> Vec<&str> {
    let source = parse(text, language);
    assert_eq!(source.syntax_errors().count, 0, "{text}");
    source.facts.root.children.iter().map(|child| &text[child.start as usize..][..child.len as usize]).collect()
}

#[test]
fn offsets_are_those_of_the_file() {
    let text = "<template>é <p>😀</p></template>\n<script lang='ts'>\nconst a = <T>b\n</script>\n<style/>";
    assert_eq!(statements(text, Language::Vue), ["const a = <T>b"]);
    assert_eq!(statements("<p>{a}</p>", Language::Svelte), [""; 0]);
    assert_eq!(statements("", Language::Vue), [""; 0]);
    assert_eq!(statements("---\nreturn a(b)\n---\n<p>{{}}</p>", Language::Astro), ["return a(b)"]);
}

#[test]
fn blocks_are_one_module_and_end_their_statements() {
    for (first, second) in [
        ("\na = 1\n", "\nb = 2\n"),
        ("a = 1", "b = 2"),
        ("\na = 1\n", "\n(b)\n"),
        ("\na = 1\n", "\n[b].c()\n"),
        ("\na = 1 // x", "b = 2"),
    ] {
        let text = format!("<script>{first}</script>\n<template>x</template>\n<script setup>{second}</script>");
        // What stands between the two is nothing.
        assert_eq!(statements(&text, Language::Vue).len(), 3, "{text}");
        let text = format!("<script>{first}</script><script setup>{second}</script>");
        assert_eq!(statements(&text, Language::Vue).len(), 3, "{text}");
    }
}

#[test]
fn comments_may_be_written_in_blocks_only() {
    let text = "<template>\n|\n</template>\n|<script>\n|a\n|</script>\n|";
    let plain = text.replace('|', "");
    let source = parse(&plain, Language::Vue);
    let marks = text.match_indices('|').enumerate().map(|(before, (at, _))| at - before);
    let places: Vec<CommentPlace> = marks.map(|at| comment_place(&source, at)).collect();
    use CommentPlace::{Code, Verbatim};
    assert_eq!(places, [Verbatim, Verbatim, Code, Code, Verbatim]);
}

#[test]
fn where_too_many_ends_are_missing_is_told() {
    let text = |count: usize| format!("{}<script>a</script>", "<style>b\n".repeat(count));
    for (count, is_found) in [(0, true), (20, false)] {
        // Of `<docs>` no end is there at all.
        let text = text(count).replace("style", "docs");
        let scripts = Scripts::of(&text, Language::Vue).expect("a language that holds code");
        assert_eq!((!scripts.blocks.is_empty(), scripts.gave_up.is_none()), (is_found, is_found), "{text}");
        let source = Source::parse(Rope::from_str(&text), Language::Vue);
        let errors = source.syntax_errors();
        assert_eq!((errors.count, errors.first.is_none()), (0, is_found), "{text}");
    }
    // As long as few are missing, the code is found.
    let few = text(10).replace("style", "docs");
    assert_eq!(blocks(&few, Language::Vue).0, ["a"]);
}
