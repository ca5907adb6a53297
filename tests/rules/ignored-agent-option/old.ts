//@ sdk = 4.5.1
import { APIClient } from "customerio-node";
import { Agent } from "node:https";

export const a = new APIClient(process.env.CIO_APP_KEY!, { agent: new Agent(), rejectUnauthorized: true });
