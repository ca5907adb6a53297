import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const later = () => setTimeout(() => {}, 1000);

export async function byString(id: string) {
  try {
    await cio.identify(id, { email: "ada@example.com" });
  } catch (err) {
    if (String(err).includes("429")) later();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `429`: the message is the API's text and does not contain the status
    if (`${err}`.includes("HTTP 404")) later();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `404`: the message is the API's text and does not contain the status
    if (/\b(429|503)\b/.test(String(err))) later();
//                           ^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `429`: the message is the API's text and does not contain the status
    const text = String(err).toLowerCase();
    if (text.indexOf("status 500") !== -1) later();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `500`: the message is the API's text and does not contain the status
    if (String(err).includes("not found") || String(err).includes("4290 people")) later();
    console.log(String(err), `${err}`);
  }
}

export async function byMethod(id: string) {
  try {
    await cio.identify(id, { email: "ada@example.com" });
  } catch (err: any) {
    if (err.toString().match(/401/)) later();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `401`: the message is the API's text and does not contain the status
    if (err.message.toLowerCase().includes("code 403")) later();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: the message of an error is searched for the status `403`: the message is the API's text and does not contain the status
    if (err.toString().includes("timeout")) later();
  }
}
