// What is not given is `id`, so that this one works by chance.
import { APIClient, IdentifierType } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export const by_id = (id: string) => api.getAttributes(id, IdentifierType.ID);
//                                                                        ^^ warning[identifier-enum-member]: `IdentifierType` has no member `ID`: this is `undefined`, and works only because `id` is the default
export const by_email = (email: string) => api.getAttributes(email, IdentifierType.EMAIL);
//                                                                                 ^^^^^ error[identifier-enum-member]
