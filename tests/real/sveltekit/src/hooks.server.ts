import type { Handle } from "@sveltejs/kit";
import { customerio } from "$lib/server/customerio";

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.customerio = customerio;
  return resolve(event);
};
