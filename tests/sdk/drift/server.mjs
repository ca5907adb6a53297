// A server in this process, and clients of any version of the SDK that talk to it.

import http from 'node:http';
import https from 'node:https';

/** Answers what it is told, and keeps what it was asked. */
export class Server {
  asked = [];
  answer = { status: 200, body: '{}' };
  #server = http.createServer((request, response) => {
    // A request may begin and never end: with less of a body than it promised.
    const asked = { url: request.url, headers: request.headers, body: '' };
    this.asked.push(asked);
    request.on('data', (chunk) => (asked.body += chunk));
    request.on('end', () => {
      const { status, body, headers = {}, silent, hangUp } = typeof this.answer === 'function' ? this.answer(request) : this.answer;
      if (silent) return;
      if (hangUp) return request.socket.end();
      response.writeHead(status, { connection: 'close', ...headers });
      response.end(status === 204 ? undefined : body);
    });
  });
  async start() {
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
    this.port = this.#server.address().port;
  }
  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A Track client that talks to the port. */
export function clientFor(sdk, port, options = {}) {
  const Class = sdk.find('TrackClient') ?? sdk.load('customerio-node');
  const retry = { minTimeoutMs: 1, maxTimeoutMs: 2 };
  const client = new Class('site', 'key', { ...options, retry: { ...retry, ...options.retry } });
  route(sdk, client, port);
  return client;
}

/** Sends whatever the SDK sends to the port: by the `request` package, by `https.request`, by `fetch`. */
export function route(sdk, client, port) {
  const local = (uri) => {
    const url = new URL(uri);
    return `http://127.0.0.1:${port}${url.pathname}${url.search}`;
  };
  if (sdk.major < 3) {
    const name = client.request._request ? '_request' : 'request';
    const send = client.request[name];
    client.request[name] = (options, done) => send({ ...options, uri: local(options.uri) }, done);
  } else if (sdk.major < 5) {
    https.request = (first, ...rest) => {
      // Up to 3.0.2 the address stands before the options.
      const address = typeof first === 'string' ? new URL(first) : first;
      const given = typeof first === 'string' ? rest.shift() : first;
      const path = typeof first === 'string' ? address.pathname + address.search : given.path;
      return http.request({ ...given, protocol: 'http:', agent: undefined, hostname: '127.0.0.1', port, path }, ...rest);
    };
  } else {
    globalThis.fetch = (uri, init) => nativeFetch(local(uri), init);
  }
}
const nativeFetch = globalThis.fetch;

export const outcome = (promise) =>
  promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );

export const SHORT = 150;
const LONG = 1500;

/** The outcome, or that there was none for a long time. */
export const inTime = (promise) =>
  Promise.race([outcome(promise), new Promise((done) => setTimeout(done, LONG, { hangs: true }).unref())]);
