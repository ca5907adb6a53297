// One installed version of the SDK, and its clients with what sends the requests replaced.

import { createRequire } from 'node:module';
import { join } from 'node:path';

export class Package {
  constructor(work, version) {
    this.work = work;
    this.version = version;
    [this.major, this.minor] = version.split('.').map(Number);
    this.name = `sdk-${version}`;
    this.require = createRequire(join(work, 'package.json'));
    this.folder = join(work, 'node_modules', this.name);
  }

  before(major, minor) {
    return this.major < major || (this.major === major && this.minor < minor);
  }

  /** A module by the name that code imports: `customerio-node/api`. Throws when it does not resolve. */
  load(specifier) {
    return this.require(specifier.replace('customerio-node', this.name));
  }

  /** What the version exports with this name, from whatever place; undefined when it does not. */
  find(name) {
    for (const place of ['customerio-node', 'customerio-node/api', 'customerio-node/regions']) {
      let module;
      try {
        module = this.load(place);
      } catch {
        continue;
      }
      if (Object.hasOwn(module, name)) return module[name];
    }
    return name === 'TrackClient' && this.major < 3 ? this.load('customerio-node') : undefined;
  }

  /** A client whose requests are only recorded; null when the version has no such client. */
  client(className) {
    const Class = this.find(className);
    if (!Class) return null;
    const client = className === 'TrackClient' ? new Class('site', 'key') : new Class('key');
    const sent = [];
    const record = (verb) => (uri, data) => {
      sent.push({ verb, uri, data });
      return Promise.resolve({});
    };
    client.request = {
      get: record('GET'),
      put: record('PUT'),
      post: record('POST'),
      destroy: record('DELETE'),
      postForm: record('POST'),
    };
    return { client, sent };
  }
}

/** The differences between two sets of names, as sentences. */
export function differences(what, found, expected, perhaps = []) {
  const has = new Set(found);
  const wants = new Set(expected);
  return [
    ...[...has].filter((name) => !wants.has(name) && !perhaps.includes(name)).map((name) => `${what} ${name} is not in the tables`),
    ...[...wants].filter((name) => !has.has(name)).map((name) => `${what} ${name} is in the tables alone`),
  ];
}
