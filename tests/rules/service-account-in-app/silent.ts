import { APIClient } from "customerio-node";

export const a = new APIClient(process.env.CIO_TOKEN!);
export const b = new APIClient(process.env.ACCOUNT_SERVICE_KEY!);
export const c = new APIClient("sa_test");
//- /.env
CIO_TOKEN=change-me
