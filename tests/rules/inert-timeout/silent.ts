import { APIClient } from "customerio-node";

export const a = new APIClient(process.env.CIO_APP_KEY!, { timeout: 3000 });
