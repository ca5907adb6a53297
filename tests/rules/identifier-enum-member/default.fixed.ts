// What is not given is `id`, so that this one works by chance.
import { APIClient, IdentifierType } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export const by_id = (id: string) => api.getAttributes(id, IdentifierType.Id);
export const by_email = (email: string) => api.getAttributes(email, IdentifierType.Email);
