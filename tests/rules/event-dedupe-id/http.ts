import axios from "axios";

const auth = { username: process.env.CUSTOMERIO_SITE_ID!, password: process.env.CUSTOMERIO_TRACK_API_KEY! };

export async function bought(id: string) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await axios.post(`https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}/events`, { name: "bought" }, { auth });
      //                                                                                                             ^^^^^^^^ hint[event-dedupe-id]: this loop retries this event, which has no `id`
    } catch (err: any) {
      if (attempt === 3 || err.response?.status < 500) throw err;
    }
  }
}
export async function paid(id: string, eventId: string) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await axios.post(
        `https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}/events`,
        { name: "paid", id: eventId },
        { auth },
      );
    } catch (err: any) {
      if (attempt === 3 || err.response?.status < 500) throw err;
    }
  }
}
export const once = (id: string) =>
  axios.post(`https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}/events`, { name: "bought" }, { auth });
