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

out("configured", { key });
//                  ^^^ warning[credential-logged]: `out` logs a credential: anyone who can read the log can use the credential
out(key);
//  ^^^ warning[credential-logged]: `out` logs a credential: anyone who can read the log can use the credential
trace(key);
//    ^^^ warning[credential-logged]: `trace` logs a credential: anyone who can read the log can use the credential
Reporter.say(key);
//           ^^^ warning[credential-logged]: `say` logs a credential: anyone who can read the log can use the credential
measured("length", key);
kept(key);
((reporter) => reporter.say(key))(Reporter);
//                          ^^^ warning[credential-logged]: `say` logs a credential: anyone who can read the log can use the credential
