import { TrackClient } from "customerio-node";
declare const expect: any;

export function refuses() {
  expect(() => new TrackClient("site-id", "track-key", { region: "eu" as any })).toThrow();
  return new TrackClient("site-id", "track-key", { region: "eu" as any });
//                                                         ^^^^^^^^^^^ error[region-not-instance]: is not a region
}
