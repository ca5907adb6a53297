//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";
import { Agent } from "node:https";

const agent = new Agent({ keepAlive: true });
export const a = new APIClient(process.env.CIO_APP_KEY!, { agent });
//                                                         ^^^^^ warning[ignored-agent-option]: the option `agent` has no effect: APIClient of customerio-node 5.2.0 does not read it
export const b = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, {
  httpAgent: agent,
//^^^^^^^^^ warning[ignored-agent-option]
  proxy: "http://proxy:8080",
//^^^^^ warning[ignored-agent-option]
  maxSockets: 50,
//^^^^^^^^^^ warning[ignored-agent-option]
  rejectUnauthorized: false,
//^^^^^^^^^^^^^^^^^^ warning[ignored-agent-option]
});
export const c = new APIClient(process.env.CIO_APP_KEY!, { timeOut: 5000, Retry: { maxRetries: 0 } });
//                                                         ^^^^^^^ warning[ignored-agent-option]: `timeOut` is not an option of APIClient: the SDK ignores it
//                                                                        ^^^^^ warning[ignored-agent-option]: `Retry` is not an option of APIClient: the SDK ignores it
