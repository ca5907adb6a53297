import { verifyRequestSignature } from "customerio-node";

export async function POST(request: Request) {
  const hook = await request.json();
  const valid = verifyRequestSignature({
    secret: process.env.CIO_WEBHOOK_SECRET!,
    timestamp: request.headers.get("x-cio-timestamp")!,
    signature: request.headers.get("x-cio-signature")!,
    body: JSON.stringify(hook), // webhook-unverified
  });
  return new Response(null, { status: valid ? 200 : 401 });
}
