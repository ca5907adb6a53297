import type { LoaderFunctionArgs } from "@remix-run/node";
import { trackEvent } from "~/services/customerio.server";

export async function loader({ params }: LoaderFunctionArgs) {
  trackEvent(params.id!, "pageViewed"); // call event-name-snake-case floating-promise
  return null;
}
