import { TrackClient } from "customerio";

vi.mock("customerio", () => ({ TrackClient: class {} }));

export const cio = new TrackClient("a", "b");
