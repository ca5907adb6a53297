const sinon = require("sinon");
const { expect } = require("chai");
const { TrackClient } = require("customerio-node");
const { notify } = require("../src/notify");

describe("notify", () => {
  let track;
  beforeEach(() => {
    track = sinon.stub(TrackClient.prototype, "track").resolves();
    sinon.stub(TrackClient.prototype, "identify").resolves();
  });
  afterEach(() => sinon.restore());

  it("tracks once", async () => {
    await notify("1"); // call
    expect(track.calledOnceWith("1", { name: "notified" })).to.equal(true);
  });

  it("gives a promise", () => {
    const client = { track: sinon.fake.resolves() };
    client.track("1", { name: "Not Sent", at: Date.now() }); // not the SDK
    return notify("1"); // call
  });
});
