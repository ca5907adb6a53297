import { APIClient } from "customerio-node";

export const a = new APIClient(process.env.CIO_APP_KEY!, { agent: undefined, httpsAgent: makeAgent() });
//                                                                           ^^^^^^^^^^ warning[ignored-agent-option]: the option `httpsAgent` has no effect: APIClient does not read it
export const b = new APIClient(process.env.CIO_APP_KEY!, { agent: makeAgent() });
declare function makeAgent(): never;
