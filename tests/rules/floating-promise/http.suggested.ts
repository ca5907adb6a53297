import axios from "axios";

const BASE = "https://track.customer.io/api/v1";

export async function send(id: string) {
  await fetch(`${BASE}/customers/${id}`, { method: "PUT", body: "{}" });
  await axios.post(`${BASE}/customers/${id}/events`, { name: "seen" });
  ["1", "2"].forEach((id) => axios.delete(`${BASE}/customers/${id}`).catch(console.error));
  try {
    await axios.put(`${BASE}/customers/${id}`, {});
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
