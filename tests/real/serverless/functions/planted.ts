import type { APIGatewayProxyHandlerV2 } from "aws-lambda";

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const hook = JSON.parse(event.body ?? "{}") as { metric: string; object_type: string }; // missed: webhook-unverified
  if (hook.metric === "email_bounced") return { statusCode: 200, body: event.headers["x-cio-signature"] }; // webhook-payload-shape
  return { statusCode: 204 };
};
