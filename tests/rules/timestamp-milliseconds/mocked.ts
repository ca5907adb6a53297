// Tests that replace the SDK: nothing is sent.
import { TrackClient } from "customerio-node";

jest.mock("customerio-node");

const identify = jest.fn();
const fake = { identify, track: jest.fn() };

test("signs up", () => {
  fake.identify("42", { created_at: Date.now() });
  expect(TrackClient).toHaveBeenCalledTimes(0);
});
