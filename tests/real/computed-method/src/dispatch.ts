import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

type Command =
  | { kind: "identify"; id: string; attributes: Record<string, string | number> }
  | { kind: "suppress"; id: string }
  | { kind: "destroy"; id: string };

export async function run(command: Command) {
  if (command.kind === "identify") return cio.identify(command.id, command.attributes);
  return cio[command.kind](command.id); // call
}

export const replay = (commands: Command[]) =>
  commands.reduce<Promise<unknown>>((before, command) => before.then(() => run(command)), Promise.resolve()); // call

export async function planted(commands: Command[]) {
  for (const command of commands) run(command); // call floating-promise
  await cio["identify"](commands[0]!.id, { replayed_at: Date.now() }); // call timestamp-milliseconds
}
