//! Templates and what they use.

use super::{Template, read};
use proptest::prelude::*;

/// The paths, with `?` where the template renders without; `…` when it may use more.
fn data(text: &str) -> String {
    let Template { data, open, .. } = read(text);
    let paths = data.iter().map(|(path, optional)| format!("{}{}", path.join("."), if *optional { "?" } else { "" }));
    paths.chain(open.then(|| "…".to_owned())).collect::<Vec<_>>().join(" ")
}

#[test]
fn outputs_need_their_values() {
    assert_eq!(data("Hi {{ trigger.name }}, {{trigger.order.total}}"), "name order.total");
    assert_eq!(data("{{- trigger.name -}}"), "name");
    assert_eq!(data("{{ trigger['first name'] }} {{ trigger.a[\"b\"].c }}"), "a.b.c first name");
    assert_eq!(data("{{ trigger.at | date: '%Y' | upcase }}"), "at");
    assert_eq!(data("{{ customer.name }} {{ event.x }} text"), "");
}

#[test]
fn defaults_make_values_optional() {
    assert_eq!(data("{{ trigger.name | default: 'there' }}"), "name?");
    assert_eq!(data("{{ trigger.name | upcase | default: 'there' }}"), "name?");
    assert_eq!(data("{{ trigger.name | default: trigger.nick }}"), "name? nick");
    assert_eq!(data("{{ trigger.name | default: 'x' }} {{ trigger.name }}"), "name");
    assert_eq!(data("{{ 'Hi ' | append: trigger.name }}"), "name");
}

#[test]
fn branches_and_loops_make_values_optional() {
    assert_eq!(
        data("{% if trigger.a %}{{ trigger.b }}{% else %}{{ trigger.c }}{% endif %}{{ trigger.d }}"),
        "a? b? c? d"
    );
    assert_eq!(data("{% unless trigger.a == trigger.b %}x{% endunless %}"), "a? b?");
    assert_eq!(data("{% case trigger.a %}{% when 'x' %}{{ trigger.b }}{% endcase %}"), "a? b?");
    assert_eq!(
        data("{% for x in trigger.items limit: 3 %}{{ x.sku }}{{ trigger.b }}{% endfor %}{{ trigger.c }}"),
        "b? c items?"
    );
    assert_eq!(data("{% for i in (1..trigger.count) %}{{ i }}{% endfor %}"), "count?");
    assert_eq!(data("{% if trigger.a %}{% if trigger.b %}{% endif %}{{ trigger.c }}{% endif %}"), "a? b? c?");
}

#[test]
fn lists_are_named_and_not_what_is_in_them() {
    assert_eq!(data("{{ trigger.items[0].sku }} {{ trigger.tags.first }} {{ trigger.tags.size }}"), "items tags");
    assert_eq!(data("{{ trigger.size }}"), "size");
}

#[test]
fn variables_stand_for_what_is_assigned() {
    assert_eq!(data("{% assign o = trigger.order %}{{ o.total }}"), "order.total");
    assert_eq!(data("{% assign o = trigger.order %}{% assign t = o.total %}{{ t | default: 0 }}"), "order.total?");
    assert_eq!(data("{% assign n = trigger.name | default: 'x' %}{{ n }}"), "name?");
    assert_eq!(data("{% assign n = trigger.name | upcase %}{{ n }}"), "name");
    assert_eq!(data("{% if a %}{% assign n = trigger.name %}{% endif %}{{ n }}"), "name?");
    assert_eq!(data("{% capture x %}{{ trigger.a }}{% endcapture %}{{ x }}"), "a");
}

#[test]
fn keys_of_run_time_make_it_open() {
    assert_eq!(data("{{ trigger[customer.lang] }}"), "…");
    assert_eq!(data("{{ trigger.names[trigger.lang].x }}"), "lang names …");
    assert_eq!(data("{{ trigger | json }}"), "…");
    assert_eq!(data("{{ trigger.a }} {{ trigger.b"), "a …");
    assert_eq!(data("{% if trigger.a"), "…");
}

#[test]
fn tags_of_customer_io_and_of_newer_liquid_are_read() {
    assert_eq!(data("{% cio_link url: trigger.url track: false %}"), "url");
    assert_eq!(data("{% unsubscribe_url %}{% random 5 %}"), "");
    assert_eq!(data("{% echo trigger.a %}{% # trigger.b %}"), "a");
    assert_eq!(
        data("{% liquid\n assign o = trigger.order\n if o.x\n echo trigger.y\n endif\n echo o.z %}"),
        "order.x? order.z y?"
    );
    assert_eq!(
        data("{% raw %}{{ trigger.a }}{% endraw %}{% comment %}{{ trigger.b }}{%- endcomment -%}{{ trigger.c }}"),
        "c"
    );
    assert_eq!(data("{{ '}}' | append: trigger.a }}"), "a");
}

#[test]
fn snippets_and_unknown_roots_are_told() {
    let template = read("{{ snippets.footer }}{% if x %}{{ snippets['my name'] }}{% endif %}{{ data.url }}");
    let snippets: Vec<(&str, bool)> =
        template.snippets.iter().map(|(name, optional)| (name.as_str(), *optional)).collect();
    assert_eq!(snippets, [("footer", false), ("my name", true)]);
    assert_eq!(template.unknown.into_iter().collect::<Vec<_>>(), ["data", "x"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_text_is_read(text in "[{}%|.:'\"\\[\\]a-c0-9 \n\u{e9}-]{0,60}") {
        read(&text);
    }

    #[test]
    fn any_tags_are_read(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "{{", "}}", "{%", "%}", " trigger.a ", "if ", "endif", "for x in ", "endfor", "assign y = ", "| default: ",
                "'", "\"", "raw", "endraw", "liquid ", "\n", "[", "]", ".", "snippets", "-", "é", "(1..", "case ", "capture z",
            ]),
            0..30,
        )
    ) {
        read(&parts.concat());
    }
}
