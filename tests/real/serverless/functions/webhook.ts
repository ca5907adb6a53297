import type { APIGatewayProxyHandlerV2 } from "aws-lambda";
import { createHmac, timingSafeEqual } from "node:crypto";

const secret = process.env.CUSTOMERIO_WEBHOOK_SECRET!;

function isSigned(timestamp: string, body: string, signature: string): boolean {
  const expected = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { "x-cio-timestamp": timestamp = "", "x-cio-signature": signature = "" } = event.headers;
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64").toString("utf8") : (event.body ?? "");
  if (!isSigned(timestamp, body, signature)) return { statusCode: 401 };
  const hook = JSON.parse(body) as { metric: string; object_type: string; data: { customer_id: string } };
  if (hook.object_type === "email" && hook.metric === "unsubscribed") {
    console.log("unsubscribed", hook.data.customer_id);
  }
  return { statusCode: 200 };
};
