import { beforeEach, describe, expect, it, vi } from "vitest";
import { TrackClient } from "customerio-node";
import { cio, signUp } from "./cio";

vi.mock("customerio-node", () => ({
  TrackClient: vi.fn().mockImplementation(() => ({ track: vi.fn().mockResolvedValue({}), identify: vi.fn() })),
}));

describe("signUp", () => {
  beforeEach(() => vi.clearAllMocks());

  it("tracks", async () => {
    await signUp("1"); // call
    expect(cio.track).toHaveBeenCalledWith("1", { name: "signed_up" });
  });

  it("rejects", async () => {
    vi.mocked(cio.track).mockRejectedValueOnce(new Error("down"));
    await expect(signUp("1")).rejects.toThrow("down"); // call
  });

  it("makes one client", () => {
    new TrackClient("site", "key");
    expect(TrackClient).toHaveBeenCalledTimes(1);
  });
});
