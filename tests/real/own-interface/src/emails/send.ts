import { APIClient, SendEmailRequest } from "customerio-node";
import { welcome } from "./build";
import type { SendEmailRequest as Mail } from "./types";

const api = new APIClient(process.env.CIO_APP_KEY as string);

export const send = (mail: Mail) => api.sendEmail(new SendEmailRequest(mail));

export async function planted(user: { id: string; email: string }) {
  await send(welcome(user)); // call
  await api.sendEmail(welcome(user) as any); // plain-object-request all: no-retry
}
