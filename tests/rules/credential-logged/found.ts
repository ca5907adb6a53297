import * as Sentry from "@sentry/node";
import createDebug from "debug";
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import pino from "pino";
import { createLogger } from "winston";

const log = pino();
const logger = createLogger();
const trace = createDebug("mail");
const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const options = { siteId, apiKey };
const headers = { Authorization: `Bearer ${process.env.CIO_APP_KEY}` };
export const cio = new TrackClient(siteId, apiKey);
export const api = new APIClient(process.env.MAIL_TOKEN!);

export function start(writeKey: string, config: { mail: { key: string } }) {
  console.log(apiKey);
//            ^^^^^^ warning[credential-logged]
  console.log("key: " + apiKey + "!");
//                      ^^^^^^ warning[credential-logged]
  createDebug("mail")("key %s", apiKey);
//                              ^^^^^^ warning[credential-logged]: `debug` logs a credential
  console.error(`key: ${apiKey}`, { siteId });
//                      ^^^^^^ warning[credential-logged]: `console.error` logs a credential: anyone who can read the log can use the credential
  console.info({ siteId, apiKey });
//                       ^^^^^^ warning[credential-logged]: `console.info` logs a credential: anyone who can read the log can use the credential
  console.debug(options);
//              ^^^^^^^ warning[credential-logged]: `console.debug` logs an object that holds a credential: anyone who can read the log can use the credential
  console.log(JSON.stringify(options));
//                           ^^^^^^^ warning[credential-logged]: `console.log` logs an object that holds a credential: anyone who can read the log can use the credential
  console.log(JSON.stringify({ ...options }, null, 2));
//                                ^^^^^^^ warning[credential-logged]: `console.log` logs an object that holds a credential: anyone who can read the log can use the credential
  console.table(Object.entries(options));
//                             ^^^^^^^ warning[credential-logged]: `console.table` logs an object that holds a credential: anyone who can read the log can use the credential
  log.info({ mail: process.env.MAIL_TOKEN }, "started");
//                 ^^^^^^^^^^^^^^^^^^^^^^ warning[credential-logged]
  logger.warn(`token ${process.env["MAIL_TOKEN"]}`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-logged]: `logger.warn` logs a credential: anyone who can read the log can use the credential
  trace("key %s", apiKey);
//                ^^^^^^ warning[credential-logged]: `trace` logs a credential: anyone who can read the log can use the credential
  Sentry.captureMessage(`no answer for ${apiKey}`);
//                                       ^^^^^^ warning[credential-logged]: `Sentry.captureMessage` logs a credential: anyone who can read the log can use the credential
  Sentry.setContext("mail", options);
//                          ^^^^^^^ warning[credential-logged]: `Sentry.setContext` logs an object that holds a credential: anyone who can read the log can use the credential
  Sentry.addBreadcrumb({ message: "start", data: { apiKey } });
//                                                 ^^^^^^ warning[credential-logged]: `Sentry.addBreadcrumb` logs a credential: anyone who can read the log can use the credential
  console.log(cio);
//            ^^^ warning[credential-logged]: `console.log` logs the fields of TrackClient, which hold its credentials: anyone who can read the log can use the credential
  log.info({ api });
//           ^^^ warning[credential-logged]: `log.info` logs the fields of APIClient, which hold its credentials: anyone who can read the log can use the credential
  console.log(process.env);
//            ^^^^^^^^^^^ warning[credential-logged]: `console.log` logs every environment variable, including Customer.io credentials: anyone who can read the log can use the credential
  console.log(headers);
//            ^^^^^^^ warning[credential-logged]
  console.log(`${apiKey ?? "missing"}`);
//               ^^^^^^ warning[credential-logged]
  const line = `key=${apiKey}`;
  console.log(line);
//            ^^^^ warning[credential-logged]
  console.log(writeKey);
//            ^^^^^^^^ warning[credential-logged]
  console.log(config.mail);
//            ^^^^^^^^^^^ warning[credential-logged]: `console.log` logs an object that holds a credential: anyone who can read the log can use the credential
  process.stdout.write(apiKey + "\n");
//                     ^^^^^^ warning[credential-logged]: `stdout.write` logs a credential: anyone who can read the log can use the credential
  if (!siteId) throw new Error(`cannot start with ${apiKey}`);
//                                                  ^^^^^^ warning[credential-logged]: credential in an error message: error messages are logged, reported, and often sent to the caller
  console.log([siteId, apiKey].join(":"));
//                     ^^^^^^ warning[credential-logged]
  console.log(Buffer.from(`${siteId}:${apiKey}`).toString("base64"));
//                                     ^^^^^^ warning[credential-logged]
  const mail = new APIClient(config.mail.key);
  return [new PipelinesClient(writeKey), mail];
}
export class Mail {
  private readonly logger = new (class { log(..._: unknown[]) {} })();
  constructor(private readonly key: string) {
    this.logger.log(`key ${this.key}`, key);
//                         ^^^^^^^^ warning[credential-logged]: `logger.log` logs a credential: anyone who can read the log can use the credential
    this.client = new APIClient(this.key);
  }
  client: APIClient;
}
