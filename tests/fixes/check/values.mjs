// Values that times are tried with.

import { ts } from './program.mjs';

export const NOW = 1_790_000_000_123;

/** A Date whose present stands still. */
export class Fixed extends Date {
  constructor(...given) {
    super(...(given.length ? given : [NOW]));
  }
  static now() {
    return NOW;
  }
}

/** A date of a package: moment, Day.js, Luxon. */
export class Moment {
  constructor(given) {
    this.date = given === undefined ? new Fixed() : new Fixed(given instanceof Moment ? given.date : given);
    this.ts = this.date.getTime();
  }
  valueOf() {
    return this.date.getTime();
  }
  unix() {
    return Math.floor(this.valueOf() / 1000);
  }
  toMillis() {
    return this.valueOf();
  }
  toSeconds() {
    return this.valueOf() / 1000;
  }
  toUnixInteger() {
    return this.unix();
  }
  toDate() {
    return this.date;
  }
  toJSDate() {
    return this.date;
  }
  toISOString() {
    return this.date.toISOString();
  }
  toISO() {
    return this.date.toISOString();
  }
  toJSON() {
    return this.date.toJSON();
  }
  format() {
    return this.date.toISOString();
  }
  add() {
    return this;
  }
  plus() {
    return this;
  }
}

const SECONDS = [0, 1, -1, 1.5, 1_700_000_000, NaN];
const MILLISECONDS = [1_700_000_000_123];
const dates = () => [new Fixed(1_700_000_000_123), new Fixed(0), new Fixed(NaN)];
const STRINGS = ['', '2024-05-06T07:08:09.123Z', '1700000000', 'no date'];

const all = () => [undefined, null, ...SECONDS, ...MILLISECONDS, ...dates(), ...STRINGS];

/** What answers of the API have where a time may be. */
const answered = () => [undefined, null, 0, 1_700_000_000];

/**
 * What a value of a type may be; `undefined` where the type says nothing of times. A fix that is only suggested may take
 * `any` for a time, and one of answers knows what they have.
 */
export function valuesOf(type, checker, change) {
  const meant = () => (change.rule === 'timestamp-milliseconds' ? MILLISECONDS : dates());
  const free = () => (change.safe ? all() : meant());
  if (change.rule === 'response-timestamp-seconds') return change.safe ? answered() : [1_700_000_000];
  const { Any, Unknown, NumberLike, StringLike, Null, Undefined, Void, BigIntLike, BooleanLike } = ts.TypeFlags;
  if (type.flags & (Any | Unknown)) return free();
  const parts = type.isUnion() ? type.types : [type];
  const values = [];
  for (const part of parts) {
    if (part.isNumberLiteral() || part.isStringLiteral()) values.push(part.value);
    else if (part.flags & NumberLike) values.push(...SECONDS, ...MILLISECONDS);
    else if (part.flags & StringLike) values.push(...STRINGS);
    else if (part.flags & Null) values.push(null);
    else if (part.flags & (Undefined | Void)) values.push(undefined);
    else if (part.flags & BigIntLike) values.push(0n, 1_700_000_000_123n);
    else if (part.flags & BooleanLike) values.push(part.intrinsicName === 'true');
    else if (part.symbol?.name === 'Date') values.push(...dates());
    else if (part.symbol?.name === 'Promise') {
      const inner = checker.getAwaitedType(part);
      const inside = inner && valuesOf(inner, checker, change);
      if (!inside) return undefined;
      values.push(...inside.map((value) => ({ promised: value })));
    } else if (part.getCallSignatures().length === 0) values.push({});
    else return undefined;
  }
  return values;
}

/** Whether a type has room for nothing. */
export function mayBeNothing(type) {
  const { Any, Unknown, Null, Undefined } = ts.TypeFlags;
  const parts = type.isUnion() ? type.types : [type];
  return [undefined, null].filter((value) =>
    parts.some((part) => part.flags & (Any | Unknown | (value === null ? Null : Undefined))),
  );
}
