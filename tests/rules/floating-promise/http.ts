import axios from "axios";

const BASE = "https://track.customer.io/api/v1";

export async function send(id: string) {
  fetch(`${BASE}/customers/${id}`, { method: "PUT", body: "{}" });
//^^^^^ warning[identify-not-awaited]: this request is not awaited
  axios.post(`${BASE}/customers/${id}/events`, { name: "seen" });
//^^^^^^^^^^ warning[floating-promise]: the promise of this request is not awaited
  ["1", "2"].forEach((id) => axios.delete(`${BASE}/customers/${id}`));
//                           ^^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of this request
  try {
    axios.put(`${BASE}/customers/${id}`, {});
//  ^^^^^^^^^ warning[floating-promise]: the promise of this request is not awaited
  } catch {
    console.error("never");
  }
}
// Waited for, handled, dropped on purpose, or of someone else.
export async function wait(id: string) {
  await axios.put(`${BASE}/customers/${id}`, {});
  axios.put(`${BASE}/customers/${id}`, {}).catch(console.error);
  void axios.put(`${BASE}/customers/${id}`, {}).catch(() => {});
  fetch("https://example.com");
  return fetch(`${BASE}/customers/${id}`, { method: "PUT" });
}
