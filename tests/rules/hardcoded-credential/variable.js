import { APIClient } from "customerio-node";

const key = process.env.KEY || "b19f3c7a0d2e4856b19f3c7a0d2e4856";
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export const api = new APIClient(key);
//- /.env.example
CIO_SITE_ID=
