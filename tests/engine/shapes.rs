//! Code that grows: of every shape in which a value, a call or a promise may rest on others.

/// A client to send with.
pub const CLIENT: &str = "import { TrackClient } from 'customerio-node';\nconst cio = new TrackClient(process.env.SITE_ID!, process.env.KEY!);\n";

/// Lines of code, numbered.
pub fn each(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().join("\n")
}

/// Code of some size.
pub type Shape = fn(usize) -> String;

/// Code of every shape that was thought of: twice the size takes about twice the steps, and nothing is left out.
pub const SHAPES: &[(&str, Shape)] = &[
    ("a variable that is written again and again", |size| {
        let writes = each(size, |_| "value = value.trim();".into());
        format!(
            "{CLIENT}function normal(email) {{ let value = email; {writes} return value; }}\ncio.identify(normal(e), {{ at: Date.now() }});"
        )
    }),
    ("several variables written in terms of each other", |size| {
        let writes = each(size, |at| format!("v{} = v{at} + v{};", (at + 1) % 4, (at + 2) % 4));
        format!(
            "{CLIENT}function f(a) {{ let v0 = a, v1 = a, v2 = a, v3 = a; {writes} return v0; }}\ncio.identify(f(e), {{ at: f(1) }});"
        )
    }),
    ("functions that call one another in a circle", |size| {
        let functions = each(size, |at| format!("function f{at}(a) {{ return a ? f{}(a) : '1'; }}", (at + 1) % size));
        format!("{CLIENT}{functions}\ncio.identify(f0(e), {{ at: f0(1) }});")
    }),
    ("functions without parameters that call one another in a circle", |size| {
        let functions = each(size, |at| format!("function f{at}() {{ return c ? f{}() : '1'; }}", (at + 1) % size));
        format!("{CLIENT}{functions}\ncio.identify(f0(), {{ at: f0() }});")
    }),
    ("loops", |size| {
        let loops = each(size, |at| format!("for (let i = 0; i < n; i++) {{ s = s + i; t += s; u{at} = s; }}"));
        format!("{CLIENT}function f(n) {{ let s = 0, t = 0; {loops} return s; }}\ncio.identify(f(1), {{ at: f(2) }});")
    }),
    ("text that is built", |size| {
        let parts = each(size, |at| format!("s = s + `a{at}${{n}}`; s += 'x';"));
        format!("{CLIENT}function f(n) {{ let s = ''; {parts} return s; }}\ncio.track('1', {{ name: f('a') }});")
    }),
    ("reducers", |size| {
        let parts = each(size, |at| {
            format!(
                "const r{at} = xs.reduce((all, x) => ({{ ...all, [x]: {{ ...all }} }}), {});",
                if at == 0 { "{}".into() } else { format!("r{}", at - 1) }
            )
        });
        format!("{CLIENT}{parts}\ncio.identify('1', r{});", size - 1)
    }),
    ("helpers inside helpers", |size| {
        let functions = each(size, |at| match at {
            0 => "function f0(a) { return { at: a, ...a }; }".into(),
            _ => format!("function f{at}(a) {{ return f{}(a); }}", at - 1),
        });
        format!("{CLIENT}{functions}\ncio.identify('1', f{}({{ b: Date.now() }}));", size - 1)
    }),
    ("a table of cases", |size| {
        let cases = each(size, |at| format!("case {at}: return {{ name: 'a{at}', at: x }};"));
        format!("{CLIENT}function f(x) {{ switch (x) {{ {cases} }} }}\ncio.track('1', f(e));")
    }),
    ("one condition after another", |size| {
        let branches = each(size, |at| format!("c === {at} ? 'a{at}' :"));
        format!("{CLIENT}const x = {branches} 'z';\ncio.track('1', {{ name: x }});")
    }),
    ("lists that double", |size| {
        let lists = each(size, |at| format!("const l{} = [...l{at}, ...l{at}];", at + 1));
        format!("{CLIENT}const l0 = [{{ id: 1 }}];\n{lists}\ncio.identify('1', {{ l: l{} }});", size.min(12))
    }),
    ("objects that are spread into each other", |size| {
        let objects = each(size, |at| format!("const o{} = {{ ...o{at}, ...o{at}, a{at}: Date.now() }};", at + 1));
        format!("{CLIENT}const o0 = {{ id: 1 }};\n{objects}\ncio.identify('1', o{size});")
    }),
    ("calls of one function", |size| {
        let calls = each(size, |at| format!("cio.identify(normal(e{at}), {{ at: Date.now() }});"));
        format!("{CLIENT}function normal(a) {{ let v = a; v = v.trim(); return v; }}\n{calls}")
    }),
    ("types that double", |size| {
        let types = each(size, |at| format!("type T{} = T{at} & T{at};", at + 1));
        format!(
            "{CLIENT}type T0 = {{ a: Date }};\n{types}\ndeclare const t: T{size};\ncio.identify('1', {{ at: t.a, b: t.b }});"
        )
    }),
    ("functions that each call another one from many places", |size| {
        let functions = each(size, |at| {
            let call = format!("f{}(a)", at + 1);
            format!("function f{at}(a) {{ return {call} ?? {call} ?? {call} ?? {call}; }}")
        });
        format!("{CLIENT}{functions}\nfunction f{size}(a) {{ return a; }}\ncio.identify(f0(e), {{ at: f0(1) }});")
    }),
    ("layers of functions that each call all of the next", |size| {
        let layer = |at: usize| {
            let calls = each(4, |next| format!("f{}_{next}(a) ??", at + 1));
            each(4, |one| format!("function f{at}_{one}(a) {{ return {calls} a; }}"))
        };
        let last = each(4, |one| format!("function f{size}_{one}(a) {{ return a; }}"));
        format!("{CLIENT}{}\n{last}\ncio.identify(f0_0(e), {{ at: f0_0(1) }});", each(size, layer))
    }),
    ("functions that call themselves from many places", |size| {
        let calls = each(size, |_| "f(a - 1) +".into());
        format!("{CLIENT}function f(a) {{ if (!a) return 1; return {calls} 0; }}\ncio.identify(f(e), {{ at: f(1) }});")
    }),
    ("functions in two circles", |size| {
        let functions = each(size, |at| {
            format!("function f{at}(a) {{ return a ? f{}(a) : f{}(a); }}", (at + 1) % size, (at + 2) % size)
        });
        format!("{CLIENT}{functions}\ncio.identify(f0(e), {{ at: f0(1) }});")
    }),
    ("variables in two circles", |size| {
        let variables = each(size, |at| format!("let v{at} = a;"));
        let writes = each(size, |at| format!("v{at} = c ? v{} : v{};", (at + 1) % size, (at + 2) % size));
        format!("{CLIENT}function f(a) {{ {variables} {writes} return v0; }}\ncio.identify(f(e), {{ at: f(1) }});")
    }),
    ("a variable that is rewritten where something fails", |size| {
        let tries = each(size, |_| "try { x = await g(x); } catch (e) { x = x ?? e; } finally { x = x || a; }".into());
        format!(
            "{CLIENT}async function f(a) {{ let x = a; {tries} return x; }}\ncio.identify(await f(1), {{ at: await f(2) }});"
        )
    }),
    ("functions that wait for one another", |size| {
        let functions = each(size, |at| match at {
            0 => "const w0 = async (a) => await a;".into(),
            _ => format!(
                "const w{at} = async (a) => {{ const r = await w{}(a); return r ?? (await w{}(a)); }};",
                at - 1,
                at - 1
            ),
        });
        format!("{CLIENT}{functions}\ncio.identify('1', {{ at: await w{}(Date.now()) }});", size - 1)
    }),
    ("parameters that are made of those before", |size| {
        let parameters = each(size, |at| match at {
            0 => "p0 = 1,".into(),
            _ => format!("p{at} = c ? p{} : p{},", at - 1, at - 1),
        });
        format!(
            "{CLIENT}function f({parameters} q) {{ return p{}; }}\ncio.identify('1', {{ at: f(), b: f(1), c: f(1, 2) }});",
            size - 1
        )
    }),
    ("patterns with defaults that are made of those before", |size| {
        let patterns = each(size, |at| {
            format!(
                "const {{ a{} = a{at}, b{at} = a{at}, c{at}: {{ d{at} = a{at} }} = {{ d: a{at} }} }} = options;",
                at + 1
            )
        });
        format!(
            "{CLIENT}const {{ a0 = 1 }} = options;\n{patterns}\ncio.identify('1', {{ at: a{size}, b: b{} }});",
            size - 1
        )
    }),
    ("fields and getters", |size| {
        let fields = each(size, |at| {
            format!("f{} = this.f{at} + this.f{at}; get g{}() {{ return this.f{at} ?? this.g{at}; }}", at + 1, at + 1)
        });
        format!(
            "{CLIENT}class A {{ f0 = Date.now(); get g0() {{ return 1; }} {fields} }}\nconst a = new A();\ncio.identify('1', {{ at: a.f{size}, b: a.g{size} }});"
        )
    }),
    ("variables that change places", |size| {
        let variables = each(size, |at| format!("let v{at} = a;"));
        let swaps = each(size, |at| {
            let (one, other) = (at, (at + 1) % size);
            format!("[v{one}, v{other}] = [v{other}, v{one}]; ({{ a: v{one} }} = {{ a: v{other} }});")
        });
        format!(
            "{CLIENT}function f(a) {{ {variables} {swaps} return v0; }}\ncio.identify('1', {{ at: f(Date.now()) }});"
        )
    }),
    ("functions that rewrite what is around them", |size| {
        let functions = each(size, |at| match at {
            0 => "const s0 = () => { x = g(x); return x; };".into(),
            _ => format!("const s{at} = () => {{ x = x + 1; x = g(x); s{}(); return x; }};", at - 1),
        });
        format!("{CLIENT}let x = 0;\n{functions}\ncio.identify('1', {{ at: s{}(), b: x }});", size - 1)
    }),
    ("lists that are made of lists", |size| {
        let lists =
            each(size, |at| format!("const l{} = l{at}.map((x) => ({{ ...x, n: x.n }})).filter((x) => x.n);", at + 1));
        format!("{CLIENT}{lists}\nl{size}.forEach((x) => cio.identify(x.id, {{ ...x, at: Date.now() }}));")
    }),
    ("generators", |size| {
        let functions = each(size, |at| {
            format!("function* g{}() {{ for (const x of g{at}()) {{ yield x; yield* g{at}(); }} }}", at + 1)
        });
        format!("{CLIENT}function* g0() {{ yield 1; }}\n{functions}\nfor (const x of g{size}()) cio.identify(x.id, x);")
    }),
    ("functions inside functions", |size| {
        let functions = each(size, |at| match at {
            0 => "const g0 = (b) => a ?? b;".into(),
            _ => format!("const g{at} = (b) => g{}(b) ?? g{}(a);", at - 1, at - 1),
        });
        format!("{CLIENT}function f(a) {{ {functions} return g{}(a); }}\ncio.identify(f(e), {{ at: f(1) }});", size - 1)
    }),
    ("functions that make functions", |size| {
        let functions = each(size, |at| match at {
            0 => "const c0 = (a) => (b) => a ?? b;".into(),
            _ => format!("const c{at} = (a) => (b) => c{}(a)(b) ?? c{}(b)(a);", at - 1, at - 1),
        });
        format!("{CLIENT}{functions}\ncio.identify('1', {{ at: c{}(1)(Date.now()) }});", size - 1)
    }),
    ("a switch that writes a variable", |size| {
        let cases = each(size, |at| format!("case {at}: r = {{ name: 'a{at}', at: x }}; break;"));
        format!(
            "{CLIENT}function f(x) {{ let r = {{}}; switch (x) {{ {cases} }} return r; }}\ncio.track('1', f(e)); cio.track('2', f(g));"
        )
    }),
    ("a variable that one `if` after another writes", |size| {
        let branches = each(size, |at| format!("if (c === {at}) x = 'a{at}'; else if (c > {at}) {{ x = x + 'b'; }}"));
        format!("{CLIENT}function f(c) {{ let x = 'z'; {branches} return x; }}\ncio.track('1', {{ name: f(c) }});")
    }),
    ("helpers of the SDK that are called from many places", |size| {
        let calls = each(size, |at| format!("await f0(e{at}, Date.now());"));
        format!(
            "{CLIENT}async function f0(id, a) {{ await f1(id, a); await f1(id, a); }}\nasync function f1(id, a) {{ await cio.identify(id, {{ at: a }}); }}\n{calls}"
        )
    }),
];

/// The same, for code that is too much to be followed to the end: that is said, and the rest is seen.
pub const MANY: &[(&str, Shape)] = &[
    ("functions that each call another one from many places with something else", |size| {
        let functions = each(size, |at| {
            let calls = each(4, |more| format!("f{}(a + {more}) ??", at + 1));
            format!("function f{at}(a) {{ return {calls} a; }}")
        });
        format!("{CLIENT}{functions}\nfunction f{size}(a) {{ return a; }}\ncio.identify(f0(e), {{ at: f0(1) }});")
    }),
    ("helpers of the SDK that each call another one from many places", |size| {
        let functions = each(size, |at| {
            let call = format!("await f{}(id, a);", at + 1);
            format!("async function f{at}(id, a) {{ {call} {call} {call} {call} }}")
        });
        format!(
            "{CLIENT}{functions}\nasync function f{size}(id, a) {{ await cio.identify(id, {{ at: a }}); }}\nawait f0(e, Date.now());"
        )
    }),
    ("helpers of the SDK that call one another", |size| {
        let functions = each(size, |at| format!("async function f{at}(id, a) {{ await f{}(id, a); }}", at + 1));
        format!(
            "{CLIENT}{functions}\nasync function f{size}(id, a) {{ await cio.identify(id, {{ at: a }}); }}\nawait f0(e, Date.now());"
        )
    }),
];
