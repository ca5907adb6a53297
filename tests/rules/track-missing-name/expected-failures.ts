import { TrackClient } from "customerio-node";
import assert from "node:assert";
import test from "ava";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare const expect: any;

// A test that looks for the failure.
test("an event has a name", async (t) => {
  expect(() => cio.track("42", {} as any)).toThrow("data.name is required");
  expect(() => cio.track("42", {} as any)).to.throw();
  await expect(cio.track("42", {} as any)).rejects.toThrow(/name/);
  await expect(async () => cio.track("42", {} as any)).rejects.toThrowErrorMatchingSnapshot();
  await expect(cio.track("42", {} as any)).to.be.rejectedWith("name");
  assert.throws(() => cio.track("42", {} as any));
  await assert.rejects(async () => cio.track("42", {} as any), /name/);
  t.throws(() => cio.track("42", {} as any));

  // One that fails only because of it.
  expect(await cio.track("42", {} as any)).toEqual({});
//                             ^^^^^^^^^ error[track-missing-name]: the event has no `name`
});
