// No version is known, or the arguments are not.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const opened = (data: object) => cio.trackAnonymous({ name: "opened_page", data });
export const other = (args: [string, object]) => cio.trackAnonymous(...args);
export const both = () => cio.trackAnonymous("anonymous-42", { name: "opened_page" });
