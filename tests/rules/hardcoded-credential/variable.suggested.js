import { APIClient } from "customerio-node";

const key = process.env.KEY;
export const api = new APIClient(key);
//- /.env.example
CIO_SITE_ID=
