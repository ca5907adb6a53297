// The region comes from a variable: the program chooses.
import { APIClient, RegionEU, RegionUS, TrackClient, type Region } from "customerio-node";

export function make(region: Region) {
  return new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region });
}
export const app = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export const mail = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, {
  region: process.env.REGION === "eu" ? RegionEU : RegionUS,
});
