import { TrackClient } from "customerio-node";

const key = process.env.CUSTOMERIO_TRACK_API_KEY!;
export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, key);

function out(message: string, data?: unknown) {
  console.log(`[app] ${message}`, JSON.stringify({ data }));
}
const trace = (thing: unknown) => process.stdout.write(String(thing));
class Reporter {
  static say(what: unknown) {
    console.info("say", what);
  }
}
function measured(message: string, secret: string) {
  console.log(message, secret.length);
}
function kept(secret: string) {
  return { secret };
}

out("configured", { key: Boolean(key) });
out(key);
trace(key);
Reporter.say(key);
measured("length", key);
kept(key);
((reporter) => reporter.say(key))(Reporter);
