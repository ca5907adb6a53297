// The methods of the clients: their parameters, what they send where, which keys they read, and what they throw.

import { differences } from './package.mjs';

// TypeScript's `private`, and what is there for the package's own tests.
const PRIVATE = ['constructor', 'resourceBase', 'envelope', 'uri'];

export function methodsDrift(sdk, expected) {
  const problems = [];
  for (const [className, methods] of Object.entries(expected.classes)) {
    const made = sdk.client(className);
    const surely = Object.keys(methods).filter((name) => methods[name].surely);
    if (!made) {
      if (surely.length) problems.push(`there is no ${className}`);
      continue;
    }
    const found = methodNames(made.client);
    problems.push(...differences(`${className}: the method`, found, surely, Object.keys(methods)));
    for (const name of found.filter((name) => methods[name])) {
      const said = methodDrift(sdk, className, name, methods[name], expected);
      problems.push(...said.map((problem) => `${className}.${name}: ${problem}`));
    }
  }
  return problems;
}

function methodNames(client) {
  // Up to 0.2 methods are set on the instance.
  const own = Object.keys(client).filter((name) => typeof client[name] === 'function');
  const inherited = Object.getOwnPropertyNames(Object.getPrototypeOf(client));
  return [...new Set([...own, ...inherited])].filter((name) => !PRIVATE.includes(name));
}

function methodDrift(sdk, className, name, method, expected) {
  const problems = [];
  const make = () => sdk.client(className);
  const names = parameterNames(make().client[name]);
  const wanted = method.parameters.map((parameter) => parameter.name);
  if (names.join() !== wanted.join()) problems.push(`the parameters are (${names}), not (${wanted})`);
  problems.push(...requestDrift(sdk, make(), name, method));
  for (const [at, parameter] of method.parameters.entries()) {
    problems.push(...checkDrift(sdk, make, name, method, at, parameter));
  }
  problems.push(...emptyDrift(sdk, make, name, method, expected));
  return problems;
}

/** The names of a function's parameters, read in its text: no default value in the SDK has a comma. */
function parameterNames(method) {
  const text = method.toString();
  const list = text.slice(text.indexOf('(') + 1, text.indexOf(') {')).trim();
  return list === '' ? [] : list.split(',').map((parameter) => parameter.split('=')[0].trim());
}

/** Something that fits a parameter and can be found again in what is sent. */
function sample(sdk, parameter) {
  switch (parameter.type) {
    case 'request':
      return new (sdk.find(parameter.class))({ to: 'to', identifiers: { id: 'id' } });
    case 'object':
      return Object.fromEntries(parameter.keys.map((key) => [key, key === 'idType' ? 'id' : `sent-${key}`]));
    case 'data':
      return { name: 'name', key: 'value' };
    case 'list':
      return [{ type: 'track', userId: 'id', event: 'event' }];
    case 'identifierType':
      return 'id';
    case 'objectIdType':
      return 'object_id';
    case 'flag':
      return true;
    default:
      return parameter.name;
  }
}

function samples(sdk, method) {
  return method.parameters.map((parameter) => sample(sdk, parameter));
}

/** Where a call goes, and what of an object with known keys arrives. */
function requestDrift(sdk, { client, sent }, name, method) {
  const args = samples(sdk, method);
  const read = method.parameters.map(() => new Set());
  let spread = false;
  const watched = args.map((value, at) => {
    if (method.parameters[at].type !== 'object') return value;
    return new Proxy(value, {
      get(target, key) {
        if (typeof key === 'string' && key !== 'toJSON') read[at].add(key);
        if (key === 'idType') return method.path.includes('/objects/') ? 'object_id' : 'id';
        return target[key];
      },
      ownKeys(target) {
        spread = true;
        return Reflect.ownKeys(target);
      },
    });
  });
  const result = client[name](...watched);
  if (typeof result?.then !== 'function') return ['it gives no promise'];
  if (sent.length !== 1) return [`it sends ${sent.length} requests`];
  const [{ verb, uri, data }] = sent;
  const problems = [];
  const { host, pathname } = new URL(uri);
  const path = method.path.replace(/\{(\w+)\}/g, '$1');
  const found = `${verb} ${host}${decodeURIComponent(pathname).replace(/\/$/, '')}`;
  if (found !== `${method.verb} ${method.host}${path}`) problems.push(`it sends ${found}, not ${method.verb} ${method.host}${path}`);
  const text = decodeURIComponent(uri) + (data instanceof FormData ? '' : JSON.stringify(data));
  for (const [at, parameter] of method.parameters.entries()) {
    if (parameter.type !== 'object') continue;
    if (!parameter.open) problems.push(...differences(`${parameter.name}: the key`, read[at], parameter.keys));
    else if (!spread && !text.includes(`sent-${parameter.keys[0]}`)) problems.push(`${parameter.name} is not passed on`);
  }
  return problems;
}

/** What happens without an argument, and without each key that it must have. */
function checkDrift(sdk, make, name, method, at, parameter) {
  const problems = [];
  const thrown = (value) => {
    const args = samples(sdk, method);
    args[at] = value;
    const { client } = make();
    try {
      client[name](...args);
    } catch (error) {
      return error.message;
    }
    return null;
  };
  const nothing = thrown(parameter.optionalCheck || /idType$/i.test(parameter.name) ? 'nonsense' : undefined);
  // Reading a property of what is not there throws by itself: no message of the SDK's.
  if (parameter.check === null) {
    const own = nothing !== null && / is required$|must be/.test(nothing);
    if (own) problems.push(`without ${parameter.name} it throws "${nothing}"`);
  } else if (nothing !== parameter.check) {
    problems.push(`without ${parameter.name} it throws "${nothing}", not "${parameter.check}"`);
  }
  for (const [key, message] of Object.entries(parameter.neededKeys)) {
    const found = thrown({ ...sample(sdk, parameter), [key]: undefined });
    if (found !== message) problems.push(`without ${parameter.name}.${key} it throws "${found}", not "${message}"`);
  }
  return problems;
}

/** Whether what is no text counts as empty. */
function emptyDrift(sdk, make, name, method, expected) {
  if (name !== 'identify' || !method.parameters[1]) return [];
  const throws = (id) => {
    try {
      make().client.identify(id, {});
      return false;
    } catch {
      return true;
    }
  };
  if (method.parameters[0].name === 'payload') return [];
  const found = throws(new Date(0)) ? 'NoTextNoNumber' : throws('') ? 'BlankText' : 'Unasked';
  return found === expected.empty ? [] : [`what is empty is ${found}, not ${expected.empty}`];
}
