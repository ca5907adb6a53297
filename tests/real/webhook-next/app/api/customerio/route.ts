import { verifyRequestSignature } from "customerio-node";

type Hook = { event_id: string; object_type: "email" | "customer"; metric: string; timestamp: number; data: { identifiers: { id: string } } };

export async function POST(request: Request) {
  const body = await request.text();
  const valid = verifyRequestSignature({
    secret: process.env.CIO_WEBHOOK_SECRET!,
    timestamp: request.headers.get("x-cio-timestamp") ?? "",
    signature: request.headers.get("x-cio-signature") ?? "",
    body,
  });
  if (!valid) return new Response("bad signature", { status: 401 });
  const hook: Hook = JSON.parse(body);
  if (hook.object_type === "email" && hook.metric === "bounced") console.log(hook.data.identifiers.id);
  return Response.json({ at: new Date(hook.timestamp * 1000).toISOString() });
}
