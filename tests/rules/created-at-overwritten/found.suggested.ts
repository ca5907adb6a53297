import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function onLogin(id: string) {
  await cio.identify(id, { email: "ada@example.com" });
}

export const updatePlan = async (id: string, plan: string) => {
  const now = Math.round(new Date().getTime() / 1000);
  const attributes = { plan, created_at: now };
  await cio.identify(id, attributes);
};
