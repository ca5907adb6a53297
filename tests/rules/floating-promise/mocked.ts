import { TrackClient } from "customerio-node";

jest.mock("customerio-node");

const cio = new TrackClient("site", "key");

describe("tracking", () => {
  it("tracks", () => {
    cio.track("1", { name: "seen" });
    expect(cio.track).toHaveBeenCalled();
  });
});
