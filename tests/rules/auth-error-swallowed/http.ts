import axios from "axios";

const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export async function a(body: unknown) {
  try {
    await axios.post("https://api.customer.io/v1/send/email", body, { headers });
  } catch {}
//  ^^^^^ hint[auth-error-swallowed]: every error of the request is swallowed here
}
export const b = (body: unknown) =>
  axios.post("https://api.customer.io/v1/send/email", body, { headers }).catch(() => null);
//                                                                             ^^^^^^^^^^ hint[auth-error-swallowed]

// It is logged, or no failure of the API comes here, or others come as well.
export async function c(body: unknown) {
  try {
    await axios.post("https://api.customer.io/v1/send/email", body, { headers });
  } catch (err) {
    console.error(err);
  }
}
export async function d(body: unknown) {
  try {
    await axios.post("https://api.customer.io/v1/send/email", body, { headers, validateStatus: () => true });
  } catch {}
  try {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (!res.ok) console.error(res.status);
  } catch {}
  try {
    await axios.post("https://api.customer.io/v1/send/email", body, { headers });
    await axios.post("https://example.com", body);
  } catch {}
}
