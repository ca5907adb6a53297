import type { NextApiRequest, NextApiResponse } from "next";
import { TrackClient } from "customerio-node";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!); // all: client-per-request
  await cio.track(String(req.query.id), { name: "page_viewed", data: { path: req.headers.referer } });
  res.status(204).end();
}
