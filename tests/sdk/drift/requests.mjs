// The request classes: which options arrive in the message, under which name, and which are dropped.

import { differences } from './package.mjs';

/** Keys that are tried beyond those that the constructor reads: what is in no table must be dropped. */
const TRIED = ['cc', 'attachments', 'auto_create', 'custom_device', 'messageData', 'transactionalMessageId', 'sendAt'];

export function requestsDrift(sdk, expected) {
  const problems = [];
  for (const [name, request] of Object.entries(expected.requests)) {
    const Class = sdk.find(name);
    if (!Class) {
      if (request.surely) problems.push(`there is no ${name}`);
      continue;
    }
    problems.push(...requestDrift(Class, request).map((problem) => `${name}: ${problem}`));
  }
  return [...problems, ...audienceDrift(sdk, expected)];
}

function requestDrift(Class, request) {
  const read = new Set();
  const keys = new Set([...Object.keys(request.forwarded), ...request.dropped, ...TRIED]);
  const given = Object.fromEntries([...keys].map((key) => [key, `sent-${key}`]));
  const { message } = new Class(
    new Proxy(given, {
      get(target, key) {
        if (typeof key === 'string') read.add(key);
        return target[key];
      },
      has(target, key) {
        read.add(key);
        return key in target;
      },
    }),
  );
  const wire = new Map(Object.entries(message).filter(([, value]) => typeof value === 'string').map(([key, value]) => [value, key]));
  const arrived = [...keys].filter((key) => wire.has(`sent-${key}`));
  const problems = differences('the option', arrived, Object.keys(request.forwarded));
  problems.push(...differences('the option that is read,', read, Object.keys(request.forwarded)));
  for (const key of arrived) {
    const name = wire.get(`sent-${key}`);
    if (request.forwarded[key] && request.forwarded[key] !== name) problems.push(`${key} is sent as ${name}`);
  }
  if (typeof Class.prototype.attach === 'function' !== request.attach) problems.push('attach is there, or is not, against the tables');
  return problems;
}

/** Which of several audiences of a broadcast is sent, and with which flags. */
function audienceDrift(sdk, expected) {
  const made = ['APIClient', 'TrackClient'].map((name) => sdk.client(name)).find((made) => made?.client.triggerBroadcast);
  if (!made) return [];
  const flags = { id_ignore_missing: true, email_ignore_missing: true, email_add_duplicates: true };
  const keys = ['data_file_url', 'per_user_data', 'emails', 'ids'];
  const left = Object.fromEntries(keys.map((key) => [key, [key]]));
  const found = [];
  while (Object.keys(left).length) {
    made.client.triggerBroadcast(1, { key: 'value' }, { ...flags, ...left });
    const { data, recipients, ...sent } = made.sent.at(-1).data;
    if (recipients) break;
    const key = Object.keys(sent).find((name) => name in left);
    found.push({ key, flags: Object.keys(sent).filter((name) => name !== key && sent[name]) });
    delete left[key];
  }
  const text = JSON.stringify(found);
  return text === JSON.stringify(expected.audiences) ? [] : [`the audiences of a broadcast are ${text}`];
}
