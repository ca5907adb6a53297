import { APIClient } from "customerio-node";
import { config } from "./config";

export const a = new APIClient(config.key);
//                             ^^^^^^^^^^ info[env-name-not-defined]: `CUSTOMERIO_KEY` is not set in any `.env` file: the `.env` files set `CUSTOMER_IO_KEY` instead
//- /src/config.ts
export const config = { key: process.env.CUSTOMERIO_KEY! };
//- /.env
CUSTOMER_IO_KEY=
