// Phones of customers, and customers that turn out to be one.
import { APIClient, IdentifierType, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY, { region: RegionEU });

export async function registered(customer, token) {
  await cio.addDevice(customer.id, token, "iOS"); // device-platform
  await cio.track(customer.id, "device_registered"); // track-missing-name
}

export async function opened(page) {
  await cio.trackAnonymous({ name: "page_opened", data: { page } }); // track-anonymous-signature
}

export async function same(customer, guest) {
  await cio.mergeCustomers("id", customer.id, "guestId", guest.id); // merge-identifier-type
  await cio.suppress({ id: guest.id }); // non-string-id
  return api.getAttributes(customer.email, IdentifierType.EMAIL); // identifier-enum-member
}
