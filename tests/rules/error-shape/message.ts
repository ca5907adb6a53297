import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function close(id: string) {
  try {
    await cio.destroy(id);
  } catch (err: any) {
    if (err.message.includes("404")) return;
    //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `404`: the message is the API's text and does not contain the status
    if (/\b429\b/.test(err.message)) return;
    //                 ^^^^^^^^^^^ warning[error-shape]: the status `429`
    if (!err.message.includes("503")) throw err;
    //   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the status `503`
    if (err.message.match(/status code 401/)) throw err;
    //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the status `401`
    // What the API may write.
    if (err.message.includes("data.name is required")) return;
    if (err.message.includes("campaign 404 is a draft")) return;
    if (/rate limit/i.test(err.message)) return;
    if (err.statusCode === 404) return;
  }
}
