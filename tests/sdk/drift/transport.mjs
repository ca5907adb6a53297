// What becomes of a request: which statuses resolve, what an error carries, what is repeated, which options count. The
// SDK talks to a server in this process.

import { clientFor, inTime, outcome, Server, SHORT } from './server.mjs';

export async function transportDrift(sdk, expected) {
  const server = new Server();
  await server.start();
  try {
    return [
      ...(await successDrift(sdk, server, expected)),
      ...(await refusalDrift(sdk, server, expected)),
      ...(await retryDrift(sdk, server, expected)),
      ...(await redirectDrift(sdk, server, expected)),
      ...(await headersDrift(sdk, server, expected)),
      ...(await timeoutDrift(sdk, server, expected)),
      ...(await networkDrift(sdk, expected)),
      ...regionDrift(sdk, expected),
    ];
  } finally {
    server.stop();
  }
}

async function successDrift(sdk, server, expected) {
  const problems = [];
  const client = clientFor(sdk, server.port);
  for (const status of [200, 201, 202, 204, 207]) {
    // Before 0.7 an answer without a body ends the process.
    if (status === 204 && sdk.before(0, 7)) continue;
    server.answer = { status, body: '{}' };
    const { error } = await outcome(client.identify('id', {}));
    if (expected.success.includes(status) !== !error) problems.push(`${status} ${error ? 'rejects' : 'resolves'}`);
  }
  return problems;
}

async function refusalDrift(sdk, server, expected) {
  const client = clientFor(sdk, server.port, { retry: { maxRetries: 0 } });
  server.answer = { status: 429, body: '{"meta":{"error":"slow down"}}', headers: { 'Retry-After': '7' } };
  const { error } = await outcome(client.identify('id', {}));
  const { isError, isText, properties, never } = expected.refusal;
  if (typeof error === 'string') return isText ? [] : ['a refusal is a text'];
  const problems = [];
  if (isText) problems.push('a refusal is no text');
  if (error instanceof Error !== isError) problems.push(`a refusal is ${isError ? 'no' : 'an'} Error`);
  const at = (path) => path.split('.').reduce((value, key) => value?.[key], error);
  problems.push(...properties.filter((path) => at(path) === undefined).map((path) => `err.${path} is not set`));
  const set = never.filter((path) => at(path) !== undefined);
  problems.push(...set.map((path) => `err.${path} is set`));
  if (at('statusCode') !== 429) problems.push(`err.statusCode is ${at('statusCode')}`);
  const after = error.response?.headers?.['retry-after'];
  if (after !== '7') problems.push(`the header Retry-After is ${after}`);
  return problems;
}

async function retryDrift(sdk, server, expected) {
  const problems = [];
  const client = clientFor(sdk, server.port);
  for (const status of [400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 522, 524]) {
    server.asked = [];
    server.answer = { status, body: '{}' };
    await outcome(client.identify('id', {}));
    const times = expected.retries?.statuses.includes(status) ? expected.retries.most + 1 : 1;
    if (server.asked.length !== times) problems.push(`${status} is asked ${server.asked.length} times, not ${times}`);
  }
  return problems;
}

async function redirectDrift(sdk, server, expected) {
  const client = clientFor(sdk, server.port);
  server.asked = [];
  server.answer = ({ url }) =>
    url.startsWith('/moved')
      ? { status: 200, body: '{}' }
      : { status: 301, body: '{"errors":[]}', headers: { location: `http://127.0.0.1:${server.port}/moved` } };
  await inTime(client.identify('id', { plan: 'a plan that is longer than the answer' }));
  const second = server.asked[1];
  const found = !second ? 'Rejected' : second.body.includes('a plan') ? 'Followed' : 'Mangled';
  return found === expected.redirect ? [] : [`a redirect is ${found}, not ${expected.redirect}`];
}

async function headersDrift(sdk, server, expected) {
  const client = clientFor(sdk, server.port, { headers: { 'X-Own': 'there' } });
  server.asked = [];
  server.answer = { status: 200, body: '{}' };
  await client.identify('id', {});
  const works = server.asked[0].headers['x-own'] === 'there';
  return works === expected.options.TrackClient.headers ? [] : [`the option headers ${works ? 'works' : 'does nothing'}`];
}

async function timeoutDrift(sdk, server, expected) {
  const client = clientFor(sdk, server.port, { timeout: SHORT, retry: { maxRetries: 0 } });
  server.answer = { silent: true };
  const { hangs } = await inTime(client.identify('id', {}));
  const works = !hangs;
  return works === expected.options.TrackClient.timeout ? [] : [`the option timeout ${works ? 'works' : 'does nothing'}`];
}

async function networkDrift(sdk, expected) {
  // Nothing listens where a server has just stopped.
  const gone = new Server();
  await gone.start();
  gone.stop();
  const client = clientFor(sdk, gone.port, { retry: { maxRetries: 0 } });
  const { error } = await outcome(client.identify('id', {}));
  const code = expected.networkCode.split('.').reduce((value, key) => value?.[key], error);
  const problems = code === 'ECONNREFUSED' ? [] : [`err.${expected.networkCode} is ${code}`];
  if (expected.networkCode !== 'code' && error.code === 'ECONNREFUSED') problems.push('err.code is set');
  if (expected.empty !== 'Unasked') {
    try {
      client.identify('');
    } catch (missing) {
      if (missing.name !== expected.missingName) problems.push(`a missing argument throws a ${missing.name}`);
    }
  }
  return problems;
}

function regionDrift(sdk, expected) {
  const Class = sdk.find('TrackClient') ?? sdk.load('customerio-node');
  let throws = false;
  try {
    new Class('site', 'key', { region: 'EU' });
  } catch {
    throws = true;
  }
  return throws === expected.options.TrackClient.region ? [] : [`a region that is text ${throws ? 'throws' : 'is taken'}`];
}
