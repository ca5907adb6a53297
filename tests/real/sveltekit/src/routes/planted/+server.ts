import type { RequestHandler } from "./$types";

export const POST: RequestHandler = async ({ locals, request }) => {
  const { id } = await request.json();
  locals.customerio.track(id, { name: "poked" }); // floating-promise
  return new Response(null, { status: 204 });
};
