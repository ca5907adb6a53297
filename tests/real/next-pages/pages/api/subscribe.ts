import type { NextApiRequest, NextApiResponse } from "next";
import { z } from "zod";
import { getTrackClient } from "../../lib/cio";

const body = z.object({ email: z.string().email(), userId: z.string().min(1), topics: z.array(z.string()) });

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== "POST") return res.status(405).end();
  const parsed = body.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ errors: parsed.error.flatten() });
  const { email, userId, topics } = parsed.data;
  try {
    const cio = getTrackClient();
    await cio.identify(userId, { email, unsubscribed: false, subscribed_at: Math.floor(Date.now() / 1000) });
    for (const topic of topics) {
      await cio.track(userId, { name: "topic_subscribed", data: { topic } });
    }
    return res.status(200).json({ ok: true });
  } catch (error) {
    console.error("subscribe failed", error);
    return res.status(502).json({ error: "Could not subscribe" });
  }
}
