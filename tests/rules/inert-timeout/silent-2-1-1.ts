//@ sdk = 2.1.1
import { APIClient } from "customerio-node/api";

export const a = new APIClient(process.env.CIO_APP_KEY!, { timeout: 3000 });
