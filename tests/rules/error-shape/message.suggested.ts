import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function close(id: string) {
  try {
    await cio.destroy(id);
  } catch (err: any) {
    if (err.statusCode === 404) return;
    if (/\b429\b/.test(err.message)) return;
    if (err.statusCode !== 503) throw err;
    if (err.message.match(/status code 401/)) throw err;
    // What the API may write.
    if (err.message.includes("data.name is required")) return;
    if (err.message.includes("campaign 404 is a draft")) return;
    if (/rate limit/i.test(err.message)) return;
    if (err.statusCode === 404) return;
  }
}
