import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function onLogin(id: string) {
  await cio.identify(id, { email: "ada@example.com", created_at: Math.floor(Date.now() / 1000) });
  //                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[created-at-overwritten]: `onLogin` sets `created_at` to the current time: Customer.io treats the person as newly signed up each time
}

export const updatePlan = async (id: string, plan: string) => {
  const now = Math.round(new Date().getTime() / 1000);
  const attributes = { plan, created_at: now };
  await cio.identify(id, attributes);
  //                     ^^^^^^^^^^ hint[created-at-overwritten]
};
