// The tree of the view "Customer.io", made from the server's answer to `customerio/outline`. Knows nothing of VS Code, so
// that it can be tested alone.

/** A place in a file, in the terms of the protocol. */
export interface Place {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

/** A key of data. */
interface Key {
  key: string;
  types: string[];
  optional?: boolean;
}

/** A name that the code sends or uses. */
interface Name {
  name?: string;
  id?: number;
  environment?: string;
  composed?: string;
  data?: Key[];
  open?: boolean;
  title?: string;
  spellings?: string[];
  inAccount?: boolean;
  waitedForBy?: string[];
  count: number;
  places: (Place & { method: string; through?: string })[];
}

/** The lists of names in the answer. */
type List = "events" | "attributes" | "messages" | "broadcasts" | "campaigns" | "newsletters" | "segments" | "topics";

/** The server's answer. */
export type Outline = Record<List, Name[]> & {
  isComplete: boolean;
  unsent: ({ kind: string; name: string; waitedForBy?: string[] } & Partial<Place>)[];
  clients: (Place & { class: string; region?: string })[];
};

/** An entry of the tree. */
export interface Entry {
  /** Unique in the tree, and the same after an edit elsewhere: VS Code keeps entries open by it. */
  id: string;
  label: string;
  description: string;
  tooltip: string;
  /** One of VS Code's product icons. */
  icon: string;
  /** Whether something is wrong with it. */
  isWarning: boolean;
  /** Whether it is shown open at first. */
  isOpen: boolean;
  /** Where a click on it leads. */
  place: Place | undefined;
  children: Entry[];
}

/** The lists as they are shown: key, title, icon. */
const LISTS: [List, string, string][] = [
  ["events", "Events", "symbol-event"],
  ["attributes", "Attributes", "symbol-field"],
  ["messages", "Transactional messages", "mail"],
  ["broadcasts", "Broadcasts", "broadcast"],
  ["campaigns", "Campaigns", "megaphone"],
  ["newsletters", "Newsletters", "book"],
  ["segments", "Segments", "organization"],
  ["topics", "Topics", "tag"],
];

/** Makes the tree; empty where there is nothing to show. */
export function tree(outline: Outline): Entry[] {
  const lists = LISTS.map(([list, title, icon]) =>
    heading(
      list,
      title,
      list === "events",
      outline[list].map((name) => named(`${list}/`, name, icon, list === "attributes")),
    ),
  );
  const clients = outline.clients.map((client, index) =>
    entry(`clients/${index}`, client.class, {
      description: [client.region ?? "region unknown", where(client)].join(" · "),
      icon: "plug",
      place: client,
    }),
  );
  const unsent = outline.unsent.map(({ kind, name, waitedForBy, uri, range }) =>
    entry(`unsent/${kind}/${name}`, name, {
      description: [kind, ...waitedBriefly(waitedForBy)].join(" · "),
      icon: "circle-slash",
      place: uri === undefined || range === undefined ? undefined : { uri, range },
    }),
  );
  const rest = [heading("clients", "Clients", false, clients), heading("unsent", "In the account, not in the code", false, unsent)];
  return [...lists, ...rest].filter(({ children }) => children.length > 0);
}

function heading(id: string, title: string, isOpen: boolean, children: Entry[]): Entry {
  return { ...entry(id, title, { description: String(children.length), icon: "" }), isOpen, children };
}

function named(before: string, name: Name, icon: string, isItsOwnKey: boolean): Entry {
  const label = String(name.name ?? name.id ?? name.composed ?? `$${name.environment}`);
  const id = `${before}${label}`;
  const note = name.composed !== undefined ? "composed at run time" : name.environment !== undefined ? "from the environment" : undefined;
  const isMissing = name.inAccount === false;
  const state = isMissing ? ["not in the account"] : name.inAccount === true && !name.waitedForBy && !name.title ? ["in the account"] : [];
  // An attribute is its own and only key.
  const type = isItsOwnKey ? (name.data?.[0]?.types.join(" | ") ?? "") : "";
  const known = (count: string, waiting: string[]) => [type, unquoted(name.title ?? ""), count, note ?? "", ...state, ...waiting].filter((part) => part !== "");
  const also = name.spellings?.length ? [`Also spelled ${name.spellings.join(", ")}`] : [];
  const keys = (isItsOwnKey ? [] : (name.data ?? [])).map(({ key, types, optional }) =>
    entry(`${id}/${key}`, optional ? `${key}?` : key, { description: types.join(" | "), icon: "symbol-property", place: name.places[0] }),
  );
  const more = name.open && !isItsOwnKey ? ["Its data has more keys than are seen here"] : [];
  const all = name.places.map((place, index) =>
    entry(`${id}/@${index}`, where(place), {
      description: place.through === undefined || place.through === place.method ? place.method : `${place.through} → ${place.method}`,
      icon: "go-to-file",
      place,
    }),
  );
  const unlisted = name.count - name.places.length;
  const rest = unlisted > 0 ? [entry(`${id}/more`, `and ${unlisted} more`, { description: "", icon: "ellipsis" })] : [];
  return {
    ...entry(id, label.split(/\s+/).join(" ").trim(), { description: known(String(name.count), waitedBriefly(name.waitedForBy)).join(" · "), icon: isMissing ? "warning" : icon, place: name.places[0] }),
    tooltip: [label, ...known(places(name.count), waited(name.waitedForBy)), ...also, ...more].join("\n"),
    isWarning: isMissing,
    // The only place is where a click leads anyway.
    children: [...keys, ...(all.length > 1 ? all : []), ...rest],
  };
}

function entry(id: string, label: string, { description, icon, place }: { description: string; icon: string; place?: Place | undefined }): Entry {
  const tooltip = `${label}${description === "" ? "" : `: ${description}`}`;
  return { id, label, description, tooltip, icon, isWarning: false, isOpen: false, place, children: [] };
}

function waited(by: string[] | undefined): string[] {
  return by === undefined || by.length === 0 ? [] : [`waited for by ${by.join(", ")}`];
}

/** With the names alone, for the little room of a view: `campaign "Welcome" (running)` is `Welcome (running)`. */
function waitedBriefly(by: string[] | undefined): string[] {
  return waited(by?.map((one) => unquoted(one.replace(/^[a-z]+ /, ""))));
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"/, "$1");
}

function places(count: number): string {
  return `${count} ${count === 1 ? "place" : "places"}`;
}

/** A place for people: `welcome.tsx:10`. */
function where({ uri, range }: Place): string {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  return `${name}:${range.start.line + 1}`;
}
