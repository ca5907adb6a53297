import { APIClient } from "customerio-node";
import { config } from "./config";

export const a = new APIClient(config.key);
//                             ^^^^^^^^^^ info[env-name-not-defined]: no `.env` file sets `CUSTOMERIO_KEY`
//- /src/config.ts
export const config = { key: process.env.CUSTOMERIO_KEY! };
//- /.env
CUSTOMER_IO_KEY=
