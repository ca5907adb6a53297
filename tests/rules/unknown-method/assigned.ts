// What is put into a client may be anything.
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
Object.assign(api, { async identify(id: string) { console.log(id); } });

export const identify = (id: string) => api.identify(id);
