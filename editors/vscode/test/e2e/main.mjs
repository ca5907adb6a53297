// A session as a person has it: the .vsix installed, a file opened, findings seen, one fixed, then all, settings
// changed, the server restarted, VS Code killed.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { awaited, becomes, check, verdict } from "./checks.mjs";
import { CodeServer, settingsText } from "./code-server.mjs";
import { Window } from "./window.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { "code-server": { type: "string" }, vsix: { type: "string" }, work: { type: "string" } },
});

const shop = join(values.work, "shop");
const file = join(shop, "src", "welcome.tsx");
rmSync(values.work, { recursive: true, force: true });
mkdirSync(values.work, { recursive: true });
cpSync(join(here, "shop"), shop, { recursive: true });
const expected = (name) => readFileSync(join(here, "expected", name), "utf8");

const code = new CodeServer(values["code-server"], join(values.work, "home"));
let window;
/** Saves, and gives what the file then says. */
const save = async () => {
  await window.save();
  return readFileSync(file, "utf8");
};

/** The findings, as the Problems panel shows them: rule and place. */
const findings = async () => {
  const rows = (await window.problems()).map((row) => /customerio ([a-z-]+) \[(Ln \d+, Col \d+)\]/.exec(row));
  return rows.filter(Boolean).map(([, rule, place]) => `${place} ${rule}`).sort();
};
const createdAt = "Ln 9, Col 54 timestamp-milliseconds";
const eventName = "Ln 10, Col 33 event-name-snake-case";
const timestamp = "Ln 11, Col 61 fractional-unix-seconds";
const sorted = (...lines) => lines.sort();

/** The view "Customer.io" of the shop. */
const EVENTS = [
  "Events 3",
  "SignedUp 1 · not in the account",
  "trial_extended 1 · waited for by Welcome back (running)",
  "trial_started 2 · not in the account",
  "Attributes 2",
  "Clients 2",
  "In the account, not in the code 1",
];
/** The code lenses of the file with the trial. */
const LENSES = ["EU · 2 calls", "ends in `track` · 1 caller · 1 event"];
/** What a file of the shop says. */
const text = (...names) => readFileSync(join(shop, ...names), "utf8");
/** The names that the files give the event of a trial, once all changes are saved: VS Code may still make some. */
const saved = async () => {
  await window.saveAll();
  return ["welcome.tsx", "trial.ts"].map((name) => /trial_\w+/.exec(text("src", name))?.[0] ?? "");
};

/** The events of the workspace in a view of their own, and another name for one of them. */
async function events() {
  await window.showEvents("shop");
  await becomes("the view shows events and their state in the account", EVENTS, () => window.events());
  await window.picture(join(values.work, "events.png"));
  await window.clickEvent("trial_started");
  await becomes("a click on an event leads to its place", "trial.ts Ln 8, Col 54 (15 selected)", () => window.place());
  await window.closeTab("trial.ts");

  await window.goTo(11, 36);
  check("the name in the string is to be renamed", (await window.rename("trial_begun")) === "trial_started");
  check("what else must change is said", /Rename it at Customer\.io too/.test((await window.toasts()).join("\n")));
  const shows = async (row) => (await window.events()).includes(row);
  await becomes("the view has the new name", true, () => shows("trial_begun 2 · not in the account"));
  await becomes("both files have the new name", ["trial_begun", "trial_begun"], saved);
  await window.undo();
  await becomes("one undo takes it back", true, () => shows("trial_started 2 · not in the account"));
  await becomes("in both files", ["trial_started", "trial_started"], saved);
  await window.closeTab("trial.ts");
  await window.goTo(8, 10);
  check("a variable is TypeScript's to rename", (await window.rename("begin")) === "start");
  await becomes("and it is renamed", 2, () => window.count("begin"));
  await window.undo();
  await window.saveAll();
}

/** Who calls a wrapper, counted above it; a caller comes while the file is not open. */
async function lenses() {
  const caller = 'import { startTrial } from "./trial";\n\nexport const invite = (id: string) => startTrial(id);\n';
  writeFileSync(join(shop, "src", "invite.ts"), caller);
  await window.clickEvent("trial_extended");
  await becomes("lenses count the calls of the client and of the wrappers", LENSES, () => window.lenses());
  const peeked = await window.peek("1 caller");
  check("a click on a lens peeks at its places", peeked.some((row) => row.includes("startTrial(")), peeked.join("\n"));
  await window.picture(join(values.work, "lenses.png"));
  await window.closeTab("trial.ts");
}

/** The walkthrough, its buttons and what they do. */
async function walkthrough() {
  const steps = ["See a finding", "Fix it", "Fix on save", "Create a settings file"];
  await becomes("the walkthrough has four steps", steps, () => window.walkthrough());
  await window.picture(join(values.work, "walkthrough.png"));
  await window.step("Fix on save", "Turn On Fix on Save");
  const settings = join(shop, ".vscode", "settings.json");
  const saved = () => (existsSync(settings) ? JSON.parse(readFileSync(settings, "utf8"))["editor.codeActionsOnSave"] : undefined);
  await becomes("fix on save is written to the settings", { "source.fixAll.customerio": "explicit" }, saved);
  check("that is said", /applied on save in this workspace/.test((await window.toasts()).join("\n")));
  await window.step("Create a settings file", "Create Settings File");
  await becomes("the settings file that is there is opened", "customerio.json", () => window.title());
  await window.closeTab("customerio.json");
  await window.closeTab(/^Welcome$/);
}

async function session() {
  code.install(values.vsix);
  window = await Window.open(await code.start(), shop, file);

  await becomes("squiggles under the findings", { error: 1, warning: 2 }, () => window.squiggles());
  await window.showProblems();
  await becomes("the findings stand where they should", sorted(createdAt, eventName, timestamp), findings);
  check("the bundled server was started", code.serverProcesses().length === 1);
  const log = await window.log();
  check("the log tells how the server was found", /bundled server at \S+: using it/.test(log), log);
  await window.picture(join(values.work, "log.png"));
  await window.showProblems();

  await window.hover(9, "Date", "timestamp-milliseconds");
  await window.picture(join(values.work, "hover.png"));

  await window.openRulePage("timestamp-milliseconds");
  await window.picture(join(values.work, "rule-page.png"));
  await window.closeTab("timestamp-milliseconds");

  await window.goTo(9, 56);
  const titles = await window.quickFixes();
  await window.picture(join(values.work, "quick-fix.png"));
  const title = titles.find((entry) => entry.includes("Math.floor")) ?? titles[0];
  check("the quick fix is offered first", title === titles[0], titles.join("\n"));
  await window.choose(title);
  await becomes("the quick fix takes its finding away", sorted(eventName, timestamp), findings);
  await becomes("the file is written as expected", expected("quick-fix.tsx"), save);

  await window.writeSettings(settingsText({ "editor.codeActionsOnSave": { "source.fixAll.customerio": "explicit" } }));
  await becomes("saving applies the safe fixes", expected("fix-all.tsx"), save);
  await becomes("fix all leaves what needs a decision", sorted(eventName), findings);

  await window.writeSettings(settingsText({ "customerio.rules": { "event-name-snake-case": "off" } }));
  await becomes("changed settings reach the server", { error: 0, warning: 0 }, () => window.squiggles());
  await window.writeSettings(settingsText({}));
  await becomes("and are taken back", { error: 0, warning: 1 }, () => window.squiggles());

  await events();
  await walkthrough();

  const [before] = code.serverProcesses();
  await window.command("Customer.io: Restart Language Server");
  await awaited("another server", () => {
    const running = code.serverProcesses();
    return running.length === 1 && running[0] !== before;
  });
  await becomes("the findings come back after a restart", sorted(eventName), findings);

  await lenses();

  code.stop();
  await becomes("the server ends when VS Code is killed", [], () => code.serverProcesses());
}

let fine = true;
try {
  await session();
} catch (error) {
  fine = false;
  console.log(error);
  await window?.picture(join(values.work, "failure.png")).catch(() => {});
}
check("the session ran to its end", fine);
await window?.close();
code.stop();
if (!verdict()) {
  console.log(`code-server printed:\n${code.output}`);
  console.log(`Pictures are in ${values.work}`);
  process.exitCode = 1;
}
