// The claims: where each is said, of which versions it holds, and the check.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { clientFor, outcome, Server } from '../drift/server.mjs';

const since = (major, minor = 0) => (sdk) => !sdk.before(major, minor);
const between = (from, to) => (sdk) => !sdk.before(...from) && sdk.before(...to);
const all = () => true;
const rule = (name, phrase) => [`src/rules/${name}.rs`, phrase];
// What clients of older versions are routed by takes the place of this one.
const httpsRequest = https.request;
const NO_RETRY = { retry: { maxRetries: 0 } };

/** Runs a check with a server, which stops afterwards. */
const served = (check) => async (sdk) => {
  const server = new Server();
  await server.start();
  try {
    await check(sdk, server);
  } finally {
    server.stop();
  }
};

const TrackClient = (sdk) => sdk.find('TrackClient') ?? sdk.load('customerio-node');

export const claims = [
  {
    id: 'timeout-error',
    said: [rule('error_network_code', 'TimeoutError')],
    holds: since(5),
    check: served(async (sdk, server) => {
      server.answer = { silent: true };
      const { error } = await outcome(clientFor(sdk, server.port, { timeout: 100, ...NO_RETRY }).identify('1', {}));
      assert.equal(error.name, 'TimeoutError');
      assert.equal(error.cause, undefined);
      assert.notEqual(error.code, 'ETIMEDOUT');
    }),
  },
  {
    id: 'closed-socket',
    said: [rule('error_network_code', 'cause')],
    holds: since(3),
    check: served(async (sdk, server) => {
      server.answer = { hangUp: true };
      const { error } = await outcome(clientFor(sdk, server.port, NO_RETRY).identify('1', {}));
      assert.equal(sdk.major < 5 ? error.code : error.cause?.code, sdk.major < 5 ? 'ECONNRESET' : 'UND_ERR_SOCKET');
    }),
  },
  {
    id: 'empty-region',
    said: [
      rule('region_not_instance', 'An empty string and `undefined` do not throw: the SDK uses the US.'),
      ['src/sdk/client_options.rs', 'An empty string'],
    ],
    holds: since(1, 1),
    check(sdk) {
      const Class = TrackClient(sdk);
      for (const region of ['', undefined]) new Class('site', 'key', { region });
      for (const region of ['EU', 'us', {}]) assert.throws(() => new Class('site', 'key', { region }));
    },
  },
  {
    id: 'segment-style-identify',
    said: [rule('segment_style_call', 'Before that, `identify` used `[object Object]` as the id')],
    holds: all,
    check: served(async (sdk, server) => {
      const client = clientFor(sdk, server.port);
      if (sdk.major >= 5) {
        assert.throws(() => client.identify({ userId: '1' }), /customerId is required/);
        return;
      }
      await client.identify({ userId: '1' }, {});
      assert.match(decodeURIComponent(server.asked[0].url), /\[object Object\]/);
    }),
  },
  {
    id: 'segment-style-track',
    said: [rule('segment_style_call', '`track` has thrown since 1.1 because')],
    holds: since(1, 1),
    check: served(async (sdk, server) => {
      assert.throws(() => clientFor(sdk, server.port).track({ userId: '1', event: 'e' }), /is required/);
      assert.equal(server.asked.length, 0);
    }),
  },
  {
    id: 'pipelines-write-key',
    said: [rule('client_constructor_shape', '`PipelinesClient` throws `writeKey is required`')],
    holds: since(5),
    check(sdk) {
      const Class = sdk.find('PipelinesClient');
      for (const key of [{ writeKey: 'k' }, undefined, '']) assert.throws(() => new Class(key), /writeKey is required/);
    },
  },
  {
    id: 'credentials-unchecked',
    said: [rule('client_constructor_shape', '`TrackClient` and `APIClient` do not check their')],
    holds: since(3),
    check(sdk) {
      const Track = TrackClient(sdk);
      new Track({ siteId: 'site', apiKey: 'key' });
      new (sdk.find('APIClient'))(undefined);
    },
  },
  {
    id: 'retries-multiply',
    said: [rule('double_retry', 'around the SDK\'s four are up to sixteen requests')],
    holds: since(5),
    check: served(async (sdk, server) => {
      server.answer = { status: 503, body: '{}' };
      const client = clientFor(sdk, server.port);
      for (let attempt = 0; attempt < 4; attempt++) await outcome(client.identify('1', {}));
      assert.equal(server.asked.length, 16);
    }),
  },
  {
    id: 'retry-after-is-kept',
    said: [rule('broadcast_in_loop', 'the delay in `Retry-After`, up to 30 seconds')],
    holds: since(5),
    check: served(async (sdk, server) => {
      const times = [];
      server.answer = () => {
        times.push(Date.now());
        return times.length === 1
          ? { status: 429, body: '{}', headers: { 'Retry-After': '1' } }
          : { status: 200, body: '{}' };
      };
      await clientFor(sdk, server.port).identify('1', {});
      assert.ok(times[1] - times[0] >= 950, `it waited ${times[1] - times[0]} ms`);
    }),
  },
  {
    id: 'runs-here',
    said: [rule('upgrade_advice', 'declares `engines: node >=22`')],
    holds: since(4, 5),
    check: served(async (sdk, server) => {
      await clientFor(sdk, server.port).identify('1', {});
      const manifest = JSON.parse(readFileSync(join(sdk.folder, 'package.json'), 'utf8'));
      assert.equal(manifest.engines.node, '>=22');
    }),
  },
  {
    id: 'signature-check-throws',
    said: [rule('webhook_unverified', 'for a body that is neither a string nor a buffer (including')],
    holds: (sdk) => sdk.find('verifyRequestSignature') !== undefined,
    check(sdk) {
      const verify = sdk.find('verifyRequestSignature');
      const given = { signingSecret: 'secret', timestamp: 1, signature: 'ab'.repeat(32) };
      assert.equal(verify({ ...given, body: '{}' }), false);
      for (const body of [undefined, { metric: 'sent' }]) assert.throws(() => verify({ ...given, body }), TypeError);
    },
  },
  {
    id: 'url-is-host-and-path',
    said: [rule('ignored_agent_option', 'From 3.0 to 4.5.1 only the host name and the path of `url` are used')],
    holds: since(3),
    async check(sdk) {
      const send = sdk.major < 5 ? https.request : globalThis.fetch;
      let address;
      const stop = new Error('not sent');
      try {
        if (sdk.major < 5) {
          https.request = (first) => {
            address = `https://${first.hostname ?? first.host}${first.port ? `:${first.port}` : ''}${first.path ?? ''}`;
            throw stop;
          };
        } else {
          globalThis.fetch = async (uri) => {
            address = String(uri);
            throw stop;
          };
        }
        const client = new (TrackClient(sdk))('site', 'key', { url: 'http://localhost:3000/api/v1', ...NO_RETRY });
        await outcome(Promise.resolve().then(() => client.identify('1', {})));
      } finally {
        if (sdk.major < 5) https.request = send;
        else globalThis.fetch = send;
      }
      assert.match(address, sdk.major < 5 ? /^https:\/\/localhost(:443)?\// : /^http:\/\/localhost:3000\//);
    },
  },
  {
    id: 'http-agent-fails',
    said: [rule('ignored_agent_option', 'every request fails with an `http.Agent`')],
    holds: between([3, 0], [5, 0]),
    async check(sdk) {
      https.request = httpsRequest;
      const client = new (TrackClient(sdk))('site', 'key', { agent: new http.Agent(), url: 'https://127.0.0.1' });
      const { error } = await outcome(Promise.resolve().then(() => client.identify('1', {})));
      assert.match(String(error?.message ?? error), /Protocol/);
    },
  },
  {
    id: 'messages-of-errors',
    said: [rule('error_detail_lost', 'from `meta.error` or `meta.errors` of the response')],
    holds: since(3, 2),
    check: served(async (sdk, server) => {
      const client = clientFor(sdk, server.port, NO_RETRY);
      const message = async (body) => {
        server.answer = { status: 400, body: JSON.stringify(body) };
        return (await outcome(client.identify('1', {}))).error.message;
      };
      assert.match(await message({ meta: { error: 'one' } }), /one/);
      assert.match(await message({ meta: { errors: ['a', 'b'] } }), /a[^]*b/);
      assert.match(await message({ errors: [{ detail: 'lost' }] }), /Unknown error/);
      assert.match(await message({ errors: [{ reason: 'invalid', field: 'id', message: 'lost' }] }), /Unknown error/);
    }),
  },
  {
    id: 'no-status-code',
    said: [rule('retry_non_retryable', 'An error without `statusCode` is not always a broken connection')],
    holds: since(3, 2),
    check: served(async (sdk, server) => {
      const client = clientFor(sdk, server.port, NO_RETRY);
      server.answer = { status: 404, body: '<html>' };
      const { error } = await outcome(client.identify('1', {}));
      assert.equal(error.statusCode, undefined);
      let missing;
      try {
        client.identify('');
      } catch (thrown) {
        missing = thrown;
      }
      assert.equal(missing.statusCode, undefined);
      assert.ok(missing instanceof Error);
    }),
  },
  {
    id: 'response-body',
    said: [rule('error_shape', '`response.body` of SendGrid (a string up to 2.1.1)')],
    holds: since(1, 1),
    check: served(async (sdk, server) => {
      server.answer = { status: 400, body: '{"meta":{"error":"no"}}' };
      const { error } = await outcome(clientFor(sdk, server.port, NO_RETRY).identify('1', {}));
      assert.equal(typeof error.response?.body, sdk.major < 3 ? 'string' : 'undefined');
    }),
  },
  {
    id: 'flags-inside-a-filter',
    said: [rule('broadcast_ineffective_flag', 'With a filter the SDK sends the whole object as `recipients`')],
    holds: since(3),
    check(sdk) {
      const { client, sent } = sdk.client('APIClient');
      const recipients = { segment: { id: 7 }, id_ignore_missing: true };
      client.triggerBroadcast(1, {}, recipients);
      assert.deepEqual(sent.at(-1).data.recipients, recipients);
    },
  },
  {
    id: 'merge-types',
    said: [rule('merge_identifier_type', '3.5, any other string throws')],
    holds: since(3, 2),
    check(sdk) {
      const { client } = sdk.client('TrackClient');
      client.mergeCustomers('id', '1', 'email', 'a@example.com');
      const merge = () => client.mergeCustomers('userId', '1', 'id', '2');
      if (sdk.before(3, 5)) merge();
      else assert.throws(merge);
    },
  },
  {
    id: 'wrong-region-redirect',
    said: [rule('region_mismatch', '3.5.1 to 4.5.0 follow the redirect with')],
    holds: between([3, 5], [4, 5]),
    check: served(async (sdk, server) => {
      server.answer = ({ url }) =>
        url.startsWith('/moved')
          ? { status: 200, body: '{}' }
          : { status: 301, body: '{"errors":[]}', headers: { location: `http://127.0.0.1:${server.port}/moved` } };
      await Promise.race([
        outcome(clientFor(sdk, server.port).identify('1', { plan: 'a plan that is longer than the answer' })),
        new Promise((done) => setTimeout(done, 1500).unref()),
      ]);
      assert.ok(server.asked.length === 2 && !server.asked[1].body.includes('a plan'));
    }),
  },
];
