// Checks with names, and conditions with a time limit.
import { setTimeout as pause } from "node:timers/promises";

/** Generous: a condition is met at once on any machine, or never. */
export const LIMIT_MS = Number(process.env.E2E_LIMIT_MS ?? 120_000);

let passed = 0;
let failed = 0;

/** Notes one check. */
export function check(name, ok, detail) {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`  ${ok ? "ok   " : "FAIL "} ${name}`);
  if (!ok && detail !== undefined) console.log(detail);
}

/** Waits until `actual()` gives what is expected, and notes it; what is there at the end of the time is shown. */
export async function becomes(name, expected, actual) {
  const wanted = JSON.stringify(expected, null, 1);
  let found;
  const met = await until(async () => (found = JSON.stringify(await actual(), null, 1)) === wanted);
  check(name, met, `expected: ${wanted}\nactual:   ${found}`);
}

/** Waits for a value that is not falsy, and gives it; its absence ends the run. */
export async function awaited(what, get) {
  let value;
  if (!(await until(async () => (value = await get())))) throw new Error(`waited in vain for ${what}`);
  return value;
}

async function until(condition) {
  const end = Date.now() + LIMIT_MS;
  do {
    if (await condition()) return true;
    await pause(50);
  } while (Date.now() < end);
  return false;
}

/** Prints the sum; gives whether all is well. */
export function verdict() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
