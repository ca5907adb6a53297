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
  console.error(`key: ${apiKey}`, { siteId });
//                      ^^^^^^ warning[credential-logged]: the credential is written by `console.error`
  console.info({ siteId, apiKey });
//                       ^^^^^^ warning[credential-logged]: the credential is written by `console.info`
  console.debug(options);
//              ^^^^^^^ warning[credential-logged]: this holds a credential and is written by `console.debug`
  console.log(JSON.stringify(options));
//                           ^^^^^^^ warning[credential-logged]: this holds a credential and is written by `console.log`
  console.log(JSON.stringify({ ...options }, null, 2));
//                                ^^^^^^^ warning[credential-logged]: this holds a credential and is written by `console.log`
  console.table(Object.entries(options));
//                             ^^^^^^^ warning[credential-logged]: this holds a credential and is written by `console.table`
  log.info({ mail: process.env.MAIL_TOKEN }, "started");
//                 ^^^^^^^^^^^^^^^^^^^^^^ warning[credential-logged]
  logger.warn(`token ${process.env["MAIL_TOKEN"]}`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-logged]: the credential is written by `logger.warn`
  trace("key %s", apiKey);
//                ^^^^^^ warning[credential-logged]: the credential is written by `trace`
  Sentry.captureMessage(`no answer for ${apiKey}`);
//                                       ^^^^^^ warning[credential-logged]: the credential is written by `Sentry.captureMessage`
  Sentry.setContext("mail", options);
//                          ^^^^^^^ warning[credential-logged]: this holds a credential and is written by `Sentry.setContext
  Sentry.addBreadcrumb({ message: "start", data: { apiKey } });
//                                                 ^^^^^^ warning[credential-logged]: the credential is written by `Sentry.addBreadcrumb`
  console.log(cio);
//            ^^^ warning[credential-logged]: TrackClient keeps its credentials in its fields, and `consol
  log.info({ api });
//           ^^^ warning[credential-logged]: APIClient keeps its credentials in its fields, and `log.info
  console.log(process.env);
//            ^^^^^^^^^^^ warning[credential-logged]: `console.log` writes every environment variable, the credent
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
//            ^^^^^^^^^^^ warning[credential-logged]: this holds a credential and is written by `console.log`
  process.stdout.write(apiKey + "\n");
//                     ^^^^^^ warning[credential-logged]: the credential is written by `stdout.write`
  if (!siteId) throw new Error(`cannot start with ${apiKey}`);
//                                                  ^^^^^^ warning[credential-logged]: the credential is part of an error message, which is logged,
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
//                         ^^^^^^^^ warning[credential-logged]: the credential is written by `logger.log`
    this.client = new APIClient(this.key);
  }
  client: APIClient;
}
