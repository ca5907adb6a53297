// As people write it who know TrackClient.
import { APIClient } from "customerio-node";

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
