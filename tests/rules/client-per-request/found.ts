import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";
import express from "express";

const app = express();
app.post("/sign-up", async (req, res) => {
  const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new TrackClient is created for every request: one instance can be reused for the whole program
  await cio.identify(String(req.body.id), { plan: "free" });
  res.end();
});
export async function GET() {
  const api = new APIClient(process.env.CIO_APP_KEY!);
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]
  await api.listCampaigns();
  return new Response();
}
export async function all(addresses: string[]) {
  for (const address of addresses) {
    await new APIClient(process.env.CIO_APP_KEY!).sendEmail(
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new APIClient is created in each iteration of a loop: one instance can be reused for the whole program
      new SendEmailRequest({ to: address, transactional_message_id: 1, identifiers: { email: address } }),
    );
  }
}
