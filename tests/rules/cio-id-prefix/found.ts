import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function all(email: string) {
  const found: any = await api.getCustomersByEmail(email);
  await cio.identify(found.results[0].cio_id, { plan: "pro" });
  //                 ^^^^^^^^^^^^^^^^^^^^^^^ warning[cio-id-prefix]: `cio_id` without the prefix `cio_`: Customer.io reads it as an id of your own and creates a new person
  const id = found.results[0].cio_id;
  await cio.destroy(id);
  //                ^^ warning[cio-id-prefix]
}
