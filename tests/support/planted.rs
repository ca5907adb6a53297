//! Secrets planted in code: one line each, with a finding on it, so that the line is shown.

/// A secret in a line of code.
pub struct Planted {
    /// What the line is.
    pub shape: &'static str,
    /// The line.
    pub line: String,
    /// What must not leave the process: the secret, or the parts that it is written in.
    pub never: Vec<String>,
}

/// Digits as a key has them, the same for the same seed.
pub fn hex(seed: u64, length: usize) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut digits = String::new();
    while digits.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        digits.push(char::from_digit((state >> 32) as u32 % 16, 16).unwrap_or('0'));
    }
    digits
}

fn uuid(seed: u64) -> String {
    let digits = hex(seed, 32);
    format!("{}-{}-4{}-8{}-{}", &digits[..8], &digits[8..12], &digits[12..15], &digits[15..18], &digits[18..30])
}

/// The first lines of each file.
pub const HEAD: &str = "import { TrackClient, APIClient, PipelinesClient } from \"customerio-node\";
import { createHmac } from \"node:crypto\";
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
";

/// Lines with secrets. `cio` is a client.
pub fn planted() -> Vec<Planted> {
    let mut all = Vec::new();
    let mut seed = 40;
    let mut plant =
        |shape: &'static str, make: &dyn Fn(&str) -> (String, Vec<String>), secret: &dyn Fn(u64) -> String| {
            seed += 1;
            let secret = secret(seed);
            let (line, parts) = make(&secret);
            let line = format!("{line} void cio.identify(\"1\", {{ created_at: Date.now() }});");
            let never = if parts.is_empty() { vec![secret] } else { parts };
            all.push(Planted { shape, line, never });
        };
    let hex20 = |seed| hex(seed, 20);
    let hex32 = |seed| hex(seed, 32);
    let hex64 = |seed| hex(seed, 64);
    let password = |seed| format!("hunter-{seed}x{}", seed * 7);
    let whole = |before: &'static str, after: &'static str| {
        move |secret: &str| (format!("{before}{secret}{after}"), Vec::new())
    };
    plant("a Track API key", &whole("new TrackClient('s', '", "');"), &hex20);
    plant("an App API key", &whole("new APIClient('", "');"), &hex32);
    plant("a signing key", &whole("const sign = '", "';"), &hex64);
    plant("a key in capitals", &whole("new APIClient('", "');"), &|seed| hex32(seed).to_uppercase());
    plant("a UUID for a client", &whole("new APIClient('", "');"), &uuid);
    plant("a UUID under a name", &whole("const apiKey = '", "';"), &uuid);
    plant("a UUID over a variable", &whole("const u = '", "'; new APIClient(u);"), &uuid);
    plant("a UUID over a member", &whole("const c = { k: '", "' }; new APIClient(c.k);"), &uuid);
    plant("a fallback", &whole("const k = process.env.CIO_APP_KEY ?? '", "';"), &uuid);
    plant("a fallback in a call", &whole("new APIClient(process.env.X || '", "');"), &uuid);
    plant("a secret key", &whole("const a = 'ak_us_", "';"), &hex20);
    plant("a service account", &whole("const a = 'sa_live_", "';"), &password);
    plant("a token behind Bearer", &whole("const h = { Authorization: 'Bearer ", "' };"), &password);
    plant("a token of words", &whole("const h = { Authorization: 'Bearer ", "' };"), &|_| {
        "open-sesame-please".to_owned()
    });
    plant("a token in a template", &whole("const h = { authorization: `Bearer ", "` };"), &hex32);
    plant("a token added", &whole("const h = { authorization: 'Bearer ' + '", "' };"), &password);
    plant("a pair behind Basic", &whole("const h = { Authorization: 'Basic ", "' };"), &|_| {
        "c2l0ZTpteS1rZXktMTIz".to_owned()
    });
    plant("a pair before Base64", &whole("const h = 'Basic ' + btoa('site:", "');"), &password);
    plant("a pair in a buffer", &whole("const h = Buffer.from('site:", "').toString('base64');"), &password);
    plant("a header by a call", &whole("new Headers().set('Authorization', '", "');"), &password);
    plant("a key in a header", &whole("const h = { 'x-api-key': '", "' };"), &password);
    plant("a user in an address", &whole("const u = 'https://site:", "@track.customer.io/';"), &password);
    plant("a password", &whole("void cio.identify('1', { password: '", "' });"), &password);
    plant("a password of one word", &whole("void cio.identify('1', { password: '", "' });"), &|_| {
        "opensesame".to_owned()
    });
    plant("a password by a variable", &whole("const p = '", "'; void cio.identify('1', { password: p });"), &password);
    plant("a number of a card", &whole("void cio.identify('1', { card_number: '", "' });"), &|_| {
        "4111 1111 1111 1234".to_owned()
    });
    plant("a secret of a webhook", &whole("createHmac('sha256', '", "');"), &password);
    plant("a token of another service", &whole("const t = 'ghp_", "';"), &|seed| hex(seed, 36));
    plant("a JSON Web Token", &whole("const t = 'eyJhbGciOiJIUzI1NiJ9.", "';"), &|_| {
        "eyJzdWIiOiI0MiJ9.Sig1-x_Y".to_owned()
    });
    plant("Base64", &whole("const t = '", "';"), &|_| "kJ8f3Q9zL2xP7vB4nM6tR1wY5aZ0".to_owned());
    plant("an event with a key", &whole("void cio.track('1', { name: 'SignedUp ", "' });"), &hex20);
    plant("an event grown to a key", &whole("void cio.track('1', { name: 'SignedUp", "' });"), &hex32);
    plant("an attribute with a key", &whole("void cio.identify('1', { 'Plan ", "': 1 });"), &hex32);
    plant("a comment", &whole("/* ", " */"), &hex20);
    plant("a suppression", &whole("/* customerio-disable-next-line wrong-api-key -- ", " */"), &hex20);
    plant("an id", &whole("void cio.identify('", "', {});"), &hex32);
    let halves = |before: &'static str, between: &'static str, after: &'static str| {
        move |secret: &str| {
            let (one, two) = secret.split_at(secret.len() / 2);
            (format!("{before}{one}{between}{two}{after}"), vec![one.to_owned(), two.to_owned()])
        }
    };
    plant("a key in two halves", &halves("const k = '", "' + '", "';"), &hex20);
    plant("a key in a template", &halves("const k = `", "${''}", "`;"), &hex32);
    plant("a key in a list", &halves("const k = ['", "', '", "'].join('');"), &hex32);
    plant("halves with names", &halves("const one = '", "', two = '", "'; const k = one + two;"), &hex32);
    plant("a concatenation", &halves("const k = '", "'.concat('", "');"), &hex32);
    let escaped = |quote: &'static str| {
        move |secret: &str| {
            let first = secret.as_bytes()[0];
            let line = format!("const k = {quote}\\x{first:02x}{}{quote};", &secret[1..]);
            (line, vec![secret[1..].to_owned()])
        }
    };
    plant("an escape", &escaped("'"), &hex20);
    plant("an escape in a template", &escaped("`"), &hex32);
    // Short ones, which nothing tells but the place that they stand in.
    plant("an attribute of markup", &whole("const e = <Widget apiKey=\"", "\" />;"), &password);
    plant("an attribute with braces", &whole("const e = <Widget api-key={'", "'} />;"), &password);
    plant("an attribute of a template", &whole("const e = <Widget secret={`", "`} />;"), &password);
    plant("a member of a class", &whole("class A { apiKey = '", "'; }"), &password);
    plant("a static member", &whole("class A { static readonly secret: string = '", "'; }"), &password);
    plant("a private member", &whole("class A { #token = '", "'; }"), &password);
    plant("a parameter's default", &whole("function f(apiKey = '", "') {}"), &password);
    plant("a property of a parameter", &whole("class A { constructor(private token: string = '", "') {} }"), &password);
    plant("a default of a pattern", &whole("const { token = '", "' } = settings;"), &password);
    plant("a member of an enum", &whole("enum Keys { ApiKey = '", "' }"), &password);
    plant("a type", &whole("let token: '", "';"), &password);
    plant("a comparison", &whole("if (apiKey === '", "') {}"), &password);
    plant("a comparison the other way", &whole("void (token !== '", "');"), &password);
    plant("an index", &whole("settings['token'] = '", "';"), &password);
    plant("a computed key", &whole("const o = { ['apiKey']: '", "' };"), &password);
    plant("a quoted key", &whole("const o = { \"api-key\": \"", "\" };"), &password);
    plant("a pair of a list", &whole("const m = new Map([['apiKey', '", "']]);"), &password);
    plant("a call by its name", &whole("setApiKey('", "');"), &password);
    plant("a logical assignment", &whole("token ??= '", "';"), &password);
    plant("a shorthand", &whole("const k1 = '", "'; const o1 = { k1 }; new APIClient(o1.k1);"), &password);
    plant("a choice", &whole("const ks = { prod: '", "' }; new APIClient(ks[stage]);"), &password);
    plant("a spread list", &whole("const pair = ['site', '", "']; new TrackClient(...pair);"), &password);
    plant("an arrow", &whole("const ka = () => '", "'; new APIClient(ka());"), &password);
    plant("a function", &whole("function kf() { return '", "'; } new APIClient(kf());"), &password);
    plant("a text backwards", &whole("new APIClient('", "'.split('').reverse().join(''));"), &password);
    plant("a decoded text", &whole("new APIClient(atob('", "'));"), &|_| "aHVudGVyNzUK".to_owned());
    plant("a decoded buffer", &whole("new APIClient(Buffer.from('", "', 'base64').toString());"), &|_| {
        "aHVudGVyNzYK".to_owned()
    });
    plant("a pair in a buffer's template", &whole("const h = Buffer.from(`site:", "`).toString('base64');"), &password);
    plant("the Base64 of a pair", &whole("const h = { Authorization: 'Basic ", "' };"), &|seed| {
        format!("c2l0ZTpodW50ZXI{seed}Cg==")
    });
    plant("the Base64 by a name", &whole("const b = '", "'; const h = { Authorization: `Basic ${b}` };"), &|seed| {
        format!("c2l0ZTpodW50ZXI{seed}=")
    });
    plant("a key in an address", &whole("const u = 'https://api.customer.io/v1?api_key=", "&x=1';"), &password);
    plant(
        "a later key in an address",
        &whole("const u = `https://api.customer.io/v1?x=1&access_token=", "#f`;"),
        &password,
    );
    plant("a pair in an address", &whole("const u = `https://site:", "@track.customer.io/api`;"), &password);
    plant("settings in a text", &whole("const dsn = 'user=site;password=", ";tls=1';"), &password);
    plant("a remark", &whole("/* api key: ", " */"), &password);
    plant("a setting in a comment", &whole("/* CUSTOMERIO_API_KEY=", " */"), &password);
    plant("a quoted remark", &whole("/* the password is: password = \"", "\" */"), &password);
    plant("code in a comment", &whole("/* new APIClient(\"", "\") */"), &password);
    plant("two of them in a comment", &whole("/* new TrackClient(siteId, '", "', { region }) */"), &password);
    plant("a header in a comment", &whole("/* Authorization: Bearer ", " */"), &password);
    plant(
        "escapes throughout",
        &|secret: &str| {
            let line: String = secret.bytes().map(|b| format!("\\u00{b:02x}")).collect();
            (format!("const k = '{line}';"), vec![line, secret.to_owned()])
        },
        &hex20,
    );
    plant(
        "halves behind many pieces",
        &|secret: &str| {
            let (one, two) = secret.split_at(secret.len() / 2);
            let before = "'a ' + ".repeat(300);
            (format!("const k = {before}'{one}' + '{two}';"), vec![one.to_owned(), two.to_owned()])
        },
        &hex32,
    );
    // What is said beside the secret tells it.
    plant("a field of markup", &whole("const e = <input type=\"password\" value=\"", "\" />;"), &password);
    plant("a field with braces", &whole("const e = <input defaultValue={'", "'} type={'password'} />;"), &password);
    plant("a field by its name", &whole("const e = <input {...all} name='apiKey' value='", "' />;"), &password);
    plant("metadata", &whole("const e = <meta name=\"api-key\" content=\"", "\" />;"), &password);
    plant("a field without quotes", &whole("const e = html`<input type=password value=", ">`;"), &password);
    plant("a field of a template", &whole("const e = html`<input value=\"", "\" type=\"password\">`;"), &password);
    plant("a field as an object", &whole("h('input', { type: 'password', value: '", "' });"), &password);
    plant("a header as a pair", &whole("const h = [{ name: 'x-api-key', value: '", "' }];"), &password);
    plant("a label", &whole("switch (apiKey) { case '", "': break; }"), &password);
    plant(
        "a later label",
        &whole("switch (req.headers['x-api-key']) { case 'a': f(); case (\"", "\"): f(); }"),
        &password,
    );
    plant("a label of a template", &whole("switch (user.token!) { default: {} case `", "`: }"), &password);
    plant("a regular expression", &whole("void /^", "$/.test(apiKey);"), &password);
    plant("a regular expression on a name", &whole("void settings.token.match(/", "/i);"), &password);
    plant("a regular expression by a name", &whole("const secret = /^(", "|x)[a-z]+$/;"), &password);
    plant("a regular expression in an object", &whole("const o = { password: /", "\\/[/]/g };"), &password);
    plant("a tagged template", &whole("void apiKey`", "`;"), &password);
    plant("a raw template", &whole("const token = String.raw`", "`;"), &password);
    plant("a raw template in an object", &whole("const o = { password: String.raw`", "` };"), &password);
    plant("a query", &whole("void gql`mutation { login(password: \"", "\") { id } }`;"), &password);
    plant("a statement", &whole("void sql`update users set password = '", "'`;"), &password);
    plant("settings of a template", &whole("void yaml`user: site, password: ", "`;"), &password);
    // The last one: it makes two lines.
    plant("a text of two lines", &whole("const k2 = `\\\n", "`; new APIClient(k2);"), &password);
    all
}
