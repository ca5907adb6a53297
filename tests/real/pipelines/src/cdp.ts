import { PipelinesClient } from "customerio-node";

export const cdp = new PipelinesClient(process.env.CIO_WRITE_KEY!);

export async function viewed(userId: string, path: string) {
  await cdp.page({ userId, name: "Viewed Page", properties: { path }, timestamp: new Date().toISOString() });
  await cdp.track({ userId, event: "Page Viewed", properties: { path } });
}

export const identify = (userId: string, email: string) => cdp.identify({ userId, traits: { email } });
