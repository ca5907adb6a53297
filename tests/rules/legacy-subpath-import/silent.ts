// No version is known.
import { APIClient } from "customerio-node/api";

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
