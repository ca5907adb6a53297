//! A server that speaks like Customer.io's App API, as far as a test tells it to.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request that came.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`
    pub method: String,
    /// The path with its parameters.
    pub path: String,
    /// The value of `Authorization`.
    pub authorization: String,
}

/// What the server does with a request.
pub enum Reply {
    /// Answers 200 with JSON.
    Json(Value),
    /// Answers with a status, headers, and a body.
    Status(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// Promises a body and closes the connection in the middle of it.
    CutOff,
    /// Never answers.
    Silence,
}

/// A server.
pub struct Server {
    /// Its address.
    pub url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Serves what `answer` says of each request, which is told how many came before it.
    pub fn new(answer: impl Fn(&Request, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (known, answer) = (requests.clone(), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (known, answer) = (known.clone(), answer.clone());
                thread::spawn(move || serve(stream, &known, &*answer));
            }
        });
        Self { url, requests }
    }

    /// The requests that came so far.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// The paths of the requests that came so far, without the version of the API.
    pub fn paths(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.path.replacen("/v1", "", 1)).collect()
    }
}

/// Serves the requests of one connection.
fn serve(stream: TcpStream, known: &Mutex<Vec<Request>>, answer: &dyn Fn(&Request, usize) -> Reply) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut stream = stream;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let mut words = line.split_whitespace();
        let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
        let mut authorization = String::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok()?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("authorization") {
                authorization = value.to_owned();
            }
        }
        let request = Request { method, path, authorization };
        let before = {
            let mut known = known.lock().unwrap();
            known.push(request.clone());
            known.len() - 1
        };
        let (status, headers, body) = match answer(&request, before) {
            Reply::Json(value) => {
                (200, vec![("Content-Type", "application/json".to_owned())], value.to_string().into_bytes())
            }
            Reply::Status(status, headers, body) => (status, headers, body),
            Reply::CutOff => {
                write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{{\"cam").ok()?;
                return None;
            }
            // The process that asks ends first.
            Reply::Silence => {
                let _ = reader.read_line(&mut String::new());
                return None;
            }
        };
        write!(stream, "HTTP/1.1 {status} X\r\nContent-Length: {}\r\n", body.len()).ok()?;
        for (name, value) in headers {
            write!(stream, "{name}: {value}\r\n").ok()?;
        }
        stream.write_all(b"\r\n").ok()?;
        stream.write_all(&body).ok()?;
    }
}
