//! Bytes that no well-behaved client sends, and that editors send all the same.

use super::support::{Client, capabilities, range, real, text_to_wire};
use proptest::prelude::*;
use serde_json::{Value, json};

const FILE: &str = "file:///a.ts";

/// Half an emoji, as JavaScript writes it.
const HALF: &str = r"\ud83d";

fn text(comment: &str) -> String {
    format!(
        "import {{ TrackClient, RegionUS }} from 'customerio-node';\\nconst cio = new TrackClient(process.env.CIO_SITE!, \
         process.env.CIO_KEY!, {{ region: RegionUS }});\\nexport const f = (id: string) => /* {comment} */ \
         cio.identify(id, {{ created_at: Date.now() }});\\n"
    )
}

fn open(text: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{{"textDocument":{{"uri":"{FILE}","languageId":"typescript","version":1,"text":"{text}"}}}}}}"#
    )
}

fn frame(body: &str) -> Vec<u8> {
    let body = text_to_wire(body);
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn utf16() -> Value {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!(["utf-16"]);
    capabilities
}

/// Where the finding about the time is.
async fn place(client: &mut Client, version: i64) -> Value {
    let found = client.pushed_for(FILE, version).await["diagnostics"].take();
    let all = found.as_array().expect("a list");
    let time = all.iter().find(|found| found["code"] == "timestamp-milliseconds");
    time.unwrap_or_else(|| panic!("{all:?}"))["range"].clone()
}

#[tokio::test]
async fn half_an_emoji_is_one_unit() {
    let mut client = Client::start(real(), utf16()).await;
    client.send_bytes(&frame(&open(&text(HALF)))).await;
    let (start, end) = (72, 82);
    assert_eq!(place(&mut client, 1).await, range(2, start, end));
    // Another half, written before the finding; then the first one is taken out.
    let change = |version: i64, at: u32, length: u32, text: &str| {
        let range = range(2, at, at + length);
        format!(
            r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{FILE}","version":{version}}},"contentChanges":[{{"range":{range},"text":"{text}"}}]}}}}"#
        )
    };
    client.send_bytes(&frame(&change(2, 37, 0, &format!("{HALF}x")))).await;
    assert_eq!(place(&mut client, 2).await, range(2, start + 2, end + 2));
    client.send_bytes(&frame(&change(3, 37, 1, ""))).await;
    assert_eq!(place(&mut client, 3).await, range(2, start + 1, end + 1));
}

#[tokio::test]
async fn numbers_out_of_range_and_deep_nesting_cost_nothing() {
    let mut client = Client::start(real(), utf16()).await;
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let good = open(&text("😀"));
    for extra in ["1e400", "-1E+999", &deep, &format!("{{\"a\":{deep}}}")] {
        for key in ["\"version\"", "\"params\""] {
            let message = good.replacen(key, &format!("\"extra\":{extra},{key}"), 1);
            client.send_bytes(&frame(&message)).await;
            place(&mut client, 1).await;
            client.close(FILE).await;
        }
    }
    for id in [deep.as_str(), "1e400", "18446744073709551616", "1.5", "{}"] {
        let body = format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"textDocument/hover","params":{{}}}}"#);
        client.send_bytes(&frame(&body)).await;
        let answer = client.next(|message| message.get("error").is_some()).await;
        assert_eq!(answer["id"], Value::Null, "{answer}");
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_read_is_answered_by_its_id() {
    let mut client = Client::start(real(), capabilities()).await;
    for (body, code) in [
        (r#"{"jsonrpc":"2.0","id":"q","method":"textDocument/hover","params":{"a":tru}}"#, -32700),
        (r#"{"id":"q","method":"textDocument/hover","params":{}}"#, -32600),
    ] {
        client.send_bytes(&frame(body)).await;
        let answer = client.next(|message| message["id"] == "q").await;
        assert_eq!(answer["error"]["code"], code, "{answer}");
    }
}

#[tokio::test]
async fn a_document_whose_edit_cannot_be_read_is_given_up_until_it_is_opened_again() {
    let mut client = Client::start(real(), utf16()).await;
    let good = frame(&open(&text("")));
    client.send_bytes(&good).await;
    place(&mut client, 1).await;
    let broken = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{FILE}","version":2}},"contentChanges":[{{"text":"a"#
    );
    client.send_bytes(&frame(&broken)).await;
    assert_eq!(client.pushed(FILE).await["diagnostics"], json!([]));
    let told = client.next(|message| message["method"] == "window/showMessage").await;
    assert!(told["params"]["message"].as_str().is_some_and(|text| text.contains("/a.ts")), "{told}");
    client.close(FILE).await;
    client.send_bytes(&good).await;
    place(&mut client, 1).await;
}

/// One change of bytes.
#[derive(Clone, Debug)]
enum Change {
    Put(usize, Vec<u8>),
    Cut(usize, usize),
    Copy(usize, usize, usize),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len() + 1;
        match self {
            Self::Put(at, piece) => {
                bytes.splice(at % length..at % length, piece.iter().copied());
            }
            Self::Cut(at, count) => {
                let at = at % length;
                bytes.drain(at..(at + count).min(bytes.len()));
            }
            Self::Copy(from, count, to) => {
                let from = from % length;
                let piece = bytes[from..(from + count).min(bytes.len())].to_vec();
                bytes.splice(to % length..to % length, piece);
            }
        }
    }
}

fn any_change() -> impl Strategy<Value = Change> {
    let pieces: Vec<&[u8]> = vec![
        b"\\ud83d",
        b"\\",
        b"\"",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"1e999",
        b"9",
        b"-",
        b"\0",
        b"\xFF",
        b"\xED\xA0\xBD",
        b"\r\n",
        b"\n\n",
        b"\r\n\r\n",
        b"Content-Length: 3\r\n\r\n",
        b"Content-Length: 99999999\r\n",
        b"null",
        b"\"id\":",
        b"\"method\":",
        b"\"result\":1,",
    ];
    let put = prop_oneof![
        proptest::sample::select(pieces).prop_map(<[u8]>::to_vec),
        proptest::collection::vec(any::<u8>(), 1..9)
    ];
    prop_oneof![
        (any::<usize>(), put).prop_map(|(at, piece)| Change::Put(at, piece)),
        (any::<usize>(), 1..40_usize).prop_map(|(at, count)| Change::Cut(at, count)),
        (any::<usize>(), 1..200_usize, any::<usize>()).prop_map(|(from, count, to)| Change::Copy(from, count, to)),
    ]
}

/// Messages of a session.
fn session() -> Vec<u8> {
    let request = |id: i64, method: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"textDocument/{method}","params":{{"textDocument":{{"uri":"{FILE}"}},"position":{{"line":2,"character":60}},"range":{{"start":{{"line":2,"character":0}},"end":{{"line":2,"character":90}}}},"context":{{"diagnostics":[]}}}}}}"#
        )
    };
    let change = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{FILE}","version":2}},"contentChanges":[{{"range":{{"start":{{"line":0,"character":0}},"end":{{"line":0,"character":0}}}},"text":"/* é😀 */"}}]}}}}"#
    );
    let answer = r#"{"jsonrpc":"2.0","id":1,"result":[null]}"#.to_owned();
    let all = [open(&text("é")), request(11, "hover"), change, answer, request(12, "codeAction")];
    all.iter().flat_map(|body| frame(body)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, max_shrink_iters: 4, ..ProptestConfig::default() })]

    /// Whatever is done to bytes on their way, a message that comes after them is answered.
    #[test]
    fn any_bytes_are_survived(changes in proptest::collection::vec(any_change(), 1..12)) {
        let mut bytes = session();
        for change in &changes {
            change.apply(&mut bytes);
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let mut client = Client::start(real(), capabilities()).await;
            client.send_bytes(&bytes).await;
            let alive = json!({ "jsonrpc": "2.0", "id": "alive", "method": "textDocument/hover", "params": {} });
            client.send(alive).await;
            let answered = client.next(|message| message["id"] == "alive");
            // Many tries may follow one that fails.
            let answered = tokio::time::timeout(std::time::Duration::from_secs(20), answered).await;
            assert!(answered.is_ok(), "no answer after {:?}", String::from_utf8_lossy(&bytes));
        });
    }
}
