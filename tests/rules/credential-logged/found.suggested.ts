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
  console.log(Boolean(apiKey));
  console.log("key: " + Boolean(apiKey) + "!");
  createDebug("mail")("key %s", apiKey);
  console.error(`key: ${Boolean(apiKey)}`, { siteId });
  console.info({ siteId, apiKey: Boolean(apiKey) });
  console.debug(options);
  console.log(JSON.stringify(options));
  console.log(JSON.stringify({ ...options }, null, 2));
  console.table(Object.entries(options));
  log.info({ mail: Boolean(process.env.MAIL_TOKEN) }, "started");
  logger.warn(`token ${Boolean(process.env["MAIL_TOKEN"])}`);
  trace("key %s", apiKey);
  Sentry.captureMessage(`no answer for ${Boolean(apiKey)}`);
  Sentry.setContext("mail", options);
  Sentry.addBreadcrumb({ message: "start", data: { apiKey: Boolean(apiKey) } });
  console.log(cio);
  log.info({ api });
  console.log(process.env);
  console.log(headers);
  console.log(`${apiKey ?? "missing"}`);
  const line = `key=${apiKey}`;
  console.log(line);
  console.log(Boolean(writeKey));
  console.log(config.mail);
  process.stdout.write(Boolean(apiKey) + "\n");
  if (!siteId) throw new Error(`cannot start with ${Boolean(apiKey)}`);
  console.log([siteId, apiKey].join(":"));
  console.log(Buffer.from(`${siteId}:${Boolean(apiKey)}`).toString("base64"));
  const mail = new APIClient(config.mail.key);
  return [new PipelinesClient(writeKey), mail];
}
export class Mail {
  private readonly logger = new (class { log(..._: unknown[]) {} })();
  constructor(private readonly key: string) {
    this.logger.log(`key ${Boolean(this.key)}`, key);
    this.client = new APIClient(this.key);
  }
  client: APIClient;
}
