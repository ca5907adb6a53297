//! The order of questions makes no difference: whichever is asked first, the same is known, and the same is told where there
//! is too much. Of generated programs that mention themselves, of code that is nested deeply, and of files that import each
//! other; with the bounds that count, and with small ones that all of it exceeds.

use crate::guarded::{SELVES, USES, with_little_stack};
use crate::memory::Memory;
use crate::shapes::{CLIENT, MANY, SHAPES, each};
use customerio_ls::testing::engine;
use customerio_ls::testing::finding::Fixes;
use customerio_ls::testing::model::{Bounds, FileId, Files, Model, Modules, Stopped};
use customerio_ls::testing::rules::{Preset, RULES};
use customerio_ls::testing::settings::{RuleSetting, Settings};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

/// Numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

fn shuffled(numbers: &mut [usize], seed: u64) {
    let mut random = Numbers(seed);
    for at in (1..numbers.len()).rev() {
        numbers.swap(at, random.below(at + 1));
    }
}

/// Puts the expressions of a file in the order in which they are asked for.
type Order<'o> = &'o dyn Fn(&mut Vec<usize>);

/// What every expression is worth, and where the evaluation stopped.
type Known = (Vec<String>, Vec<Stopped>);

/// Returns what is known of a file whose expressions are asked for in an order, within the bounds that it is judged in; of
/// the first ones, with so many questions at the most.
fn known(source: &Source, project: Option<(FileId, &dyn Modules)>, most: u32, order: Order<'_>) -> Known {
    let anew = || match project {
        Some((file, modules)) => Files::of(source.facts.clone(), file, modules),
        None => Files::alone(source.facts.clone()),
    };
    let mut bounds = Bounds::of(&anew());
    if most < u32::MAX {
        bounds = bounds.with_work(most);
    }
    loop {
        let files = bounds.of_files(anew());
        let model = Model::within(&source.rope, &files, None, bounds);
        let worth = model.worth(order);
        match model.next_bounds(anew) {
            Some(next) => bounds = next,
            None => return (worth, model.stopped()),
        }
    }
}

/// How many of something are tried: as many as an environment variable says.
fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// Demands the same of several orders, and gives it.
#[track_caller]
fn same_in_any_order(text: &str, project: Option<(FileId, &dyn Modules)>, most: u32) -> Known {
    let source = Source::parse(Rope::from_str(text), Language::TypeScript);
    let forward = known(&source, project, most, &|_| {});
    let demand = |name: &str, order: Order<'_>| {
        let other = known(&source, project, most, order);
        let values = || forward.0.iter().zip(&other.0).filter(|(a, b)| a != b).take(3).collect::<Vec<_>>();
        let text = &text[..text.len().min(3_000)];
        assert!(forward == other, "{most}, {name}: {:?}\n{:?}\n{:?}\n{text}", values(), forward.1, other.1);
    };
    demand("backward", &|all| all.reverse());
    // Each text has an order of its own: all of them together are asked about in many.
    for seed in 0..number("SEEDS", 1) {
        let seed = seed + text.len() as u64;
        demand(&format!("seed {seed}"), &|all| shuffled(all, seed));
    }
    forward
}

fn of_every_kind(step: usize) -> impl Iterator<Item = String> {
    let selves = SELVES.iter().step_by(step).map(|this| format!("{CLIENT}{this}\n{}\n", USES.join("\n")));
    selves.chain(SHAPES.iter().chain(MANY).map(|(_, shape)| shape(6)))
}

#[test]
fn what_mentions_itself_is_the_same_in_any_order() {
    with_little_stack(|| {
        for text in of_every_kind(1) {
            same_in_any_order(&text, None, u32::MAX);
        }
    });
}

#[test]
fn where_there_is_too_much_the_same_is_known_and_told_in_any_order() {
    with_little_stack(|| {
        let (mut stopped, mut whole) = (0, 0);
        for text in of_every_kind(5) {
            for most in [1, 8, 60, 200] {
                match same_in_any_order(&text, None, most).1.len() {
                    0 => whole += 1,
                    _ => stopped += 1,
                }
            }
        }
        assert!(stopped > 100 && whole > 20, "{stopped} {whole}");
    });
}

/// Ways to make one variable, `A`, of others.
const FORMS: &[&str] = &[
    "const A = [...B, C];",
    "const A = { ...B, a: C };",
    "const A = B ?? C;",
    "const A = B || C || D;",
    "const A = c ? B : C;",
    "const A = () => B();",
    "const A = (a) => B(a, C);",
    "const A = (a) => (b) => B(C)(a ?? b);",
    "function A(a, b = C) { return a ? B(b) : D(a); }",
    "function A(a) { let x = a; x = B(x); x = C(x) ?? x; return x; }",
    "async function A(a) { return await B(await C(a)); }",
    "const A = B(C);",
    "const A = B(D)(C);",
    "const A = B.a;",
    "const A = B[0].a;",
    "const A = B + C;",
    "const A = `a${B}${C}`;",
    "const A = B.map((x) => ({ ...x, a: C }));",
    "const A = Object.assign({}, B, C);",
    "let A = B; A = C; A = A + D;",
    "let A; A = [...B]; A = { ...C };",
    "const { a: A = C } = B;",
    "const [A, ...rA] = B; const xA = rA;",
    "class KA { f = B; get g() { return this.f ?? C; } static s = D; } const A = new KA();",
    "class KA { constructor(a) { this.f = a ?? B; } } const A = new KA(C).f;",
    "const A = (B as any).f ?? (C as any).g;",
    "const A: typeof B = C;",
    "type TA = { a: typeof B } & { b: typeof C }; const A: TA = D;",
    "const A = Date.now();",
    "const A = 'name';",
    "const A = cio;",
    "const A = [{ type: 'person', action: 'event', name: 'x' }];",
    "const A = (x) => cio.identify(x, { at: B });",
    "const A = async (x) => { await B(x); await cio.track(x, { name: C }); };",
    "const A = []; A.push(B); A.push(...C);",
    "const A = {}; A.a = B; A[C] = D;",
];

fn generated(random: &mut Numbers, many: usize) -> String {
    let name = |at: usize| format!("v{at}");
    let mut text = String::from(CLIENT);
    for at in 0..many {
        let mut line = FORMS[random.below(FORMS.len())].replace("A", &name(at));
        for letter in ["B", "C", "D"] {
            line = line.replace(letter, &name(random.below(many)));
        }
        // `Date` and the class keep their names.
        text += &line.replace(&format!("K{}", name(at)), &format!("K{at}"));
        text.push('\n');
    }
    for _ in 0..3 {
        let [a, b, c] = [(); 3].map(|()| name(random.below(many)));
        text +=
            &format!("cio.identify({a}, {{ ...{b}, at: {c} }}); cio.track('1', {{ name: {a}.a, data: {c}({b}) }});\n");
    }
    text
}

#[test]
fn generated_programs_are_the_same_in_any_order() {
    let many = number("PROGRAMS", 150);
    with_little_stack(move || {
        let mut random = Numbers(7);
        let mut stopped = 0;
        for program in 0..many {
            let text = generated(&mut random, 3 + program as usize % 9);
            same_in_any_order(&text, None, u32::MAX);
            stopped += usize::from(!same_in_any_order(&text, None, 20).1.is_empty());
        }
        assert!(stopped as u64 > many / 2, "{stopped}");
    });
}

#[test]
fn depth_is_no_bound() {
    with_little_stack(|| {
        for text in [
            // Each is what the next one is.
            format!("const x0 = Date.now();\n{}", each(700, |at| format!("const x{} = x{at};", at + 1))),
            format!(
                "const y700 = Date.now();\n{}\nconst x700 = y0;",
                each(700, |at| { format!("const y{at} = (y{} as any)!;", at + 1) })
            ),
            format!(
                "const f0 = (a) => a;\n{}\nconst x700 = f700(Date.now());",
                each(700, |at| { format!("const f{} = f{at};", at + 1) })
            ),
        ] {
            let text = format!("{CLIENT}{text}\ncio.identify('1', {{ at: x700 }});\n");
            let (_, stopped) = same_in_any_order(&text, None, u32::MAX);
            assert!(stopped.is_empty(), "{stopped:?}");
            let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
            let found = engine::judge(&source, None, &Settings::default(), Fixes::Computed).found;
            assert!(found.iter().any(|it| it.rule == "timestamp-milliseconds"), "{}", &text[..400]);
        }
    });
}

#[test]
fn long_circles_are_known_or_told_in_any_order() {
    with_little_stack(|| {
        for (size, is_told) in [(100, false), (900, true)] {
            let circle = each(size, |at| format!("let x{at} = (x{} as any)!;", (at + 1) % size));
            let before = each(400, |at| format!("const y{at} = y{};", at + 1));
            let text =
                format!("{CLIENT}{circle}\n{before}\nconst y400 = x5;\ncio.identify('1', {{ at: y0, b: x9 }});\n");
            let (_, stopped) = same_in_any_order(&text, None, u32::MAX);
            assert_eq!(!stopped.is_empty(), is_told, "{size}: {stopped:?}");
            assert!(stopped.iter().all(|it| it.why == "values are nested too deeply"), "{stopped:?}");
        }
    });
}

fn imports(random: &mut Numbers) -> String {
    (0..4).map(|other| format!("import {{ v{} as w{other} }} from './f{other}';\n", random.below(5))).collect()
}

#[test]
fn files_that_import_each_other_are_the_same_in_any_order() {
    with_little_stack(|| {
        let mut random = Numbers(3);
        for _ in 0..25 {
            let files: Vec<(String, String)> = (0..4)
                .map(|at| {
                    let imports = imports(&mut random);
                    let mut text = generated(&mut random, 5);
                    for other in 0..4 {
                        text = text.replacen(&format!("= v{other}"), &format!("= w{other}"), 1 + at);
                    }
                    (format!("/src/f{at}.ts"), format!("{imports}\n{text}export {{ v0, v1, v2, v3, v4 }};\n"))
                })
                .collect();
            let project = Memory::new(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
            for (at, (_, text)) in files.iter().enumerate() {
                for most in [u32::MAX, 40] {
                    same_in_any_order(text, Some((FileId(at as u32), &project)), most);
                }
            }
        }
    });
}

/// Settings with which one rule alone looks at files.
fn only(wanted: &str) -> Settings {
    let mut settings = Settings { preset: Some(Preset::All), ..Settings::default() };
    for rule in RULES.iter().filter(|rule| rule.meta.id != wanted) {
        let off = RuleSetting { severity: Some(None), ..RuleSetting::default() };
        settings.rules.insert(rule.meta.id.to_owned(), off);
    }
    settings
}

#[test]
fn a_rule_finds_by_itself_what_it_finds_among_others() {
    with_little_stack(|| {
        let mut random = Numbers(11);
        let all = Settings { preset: Some(Preset::All), ..Settings::default() };
        let judged = |text: &str, settings: &Settings| {
            let source = Source::parse(Rope::from_str(text), Language::TypeScript);
            engine::judge(&source, None, settings, Fixes::Computed).found
        };
        let mut texts: Vec<String> = of_every_kind(9).collect();
        texts.extend((0..20).map(|_| generated(&mut random, 9)));
        // Too much for the file.
        let line = |at: usize| {
            format!("const l{} = [...l{at}, {{ id: {at} }}]; cio.track('1', {{ name: 'seen', data: l{at} }});", at + 1)
        };
        texts.push(format!("{CLIENT}const l0 = [];\n{}\ncio.identify('1', {{ at: Date.now() }});", each(900, line)));
        let mut found = 0;
        for text in texts {
            let among = judged(&text, &all);
            let mut rules: Vec<&str> = among.iter().map(|it| it.rule).collect();
            rules.sort();
            rules.dedup();
            for rule in rules {
                let alone = judged(&text, &only(rule));
                let places = |found: &[customerio_ls::testing::finding::Finding]| {
                    found.iter().filter(|it| it.rule == rule).map(|it| (it.range, it.what.clone())).collect::<Vec<_>>()
                };
                assert_eq!(places(&alone), places(&among), "{rule}: {}", &text[..text.len().min(2_000)]);
                found += 1;
            }
        }
        assert!(found > 50, "{found}");
    });
}
