import { EventEmitter } from "node:events";

export type Fact = string | number | boolean | null;

/** What the caller got. */
export type CallResult =
  | {
      readonly settled: "resolved" | "rejected";
      /** Every field a program can read, by its path: `code`, `cause.code`, and `class` for the name of the class. */
      readonly facts: Readonly<Record<string, Fact>>;
    }
  /** Nothing: the call did not settle within the drill's patience, or brought its process down. */
  | { readonly settled: "never" | "crashed"; readonly because: string };

/** Deeper than programs look. */
const deepest = 3;

/** Own fields only, so nothing is called; what belongs to Node (sockets, streams) is a name. */
export function readFields(value: unknown, port: number): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  const seen = new Set<object>();

  function look(at: unknown, path: string, depth: number): void {
    if (at === undefined || typeof at === "function" || typeof at === "symbol") return;
    if (typeof at !== "object" || at === null) {
      facts[path || "value"] = factOf(at, port);
      return;
    }
    if (seen.has(at)) return;
    seen.add(at);
    const inside = (name: string) => (path ? `${path}.${name}` : name);
    facts[inside("class")] = String(at.constructor?.name ?? "Object");
    if (depth === deepest || at instanceof EventEmitter || ArrayBuffer.isView(at)) return;
    const names = Object.getOwnPropertyNames(at).filter((name) => name !== "stack");
    // An error's name may stand on its prototype, too.
    if (at instanceof Error && !names.includes("name")) names.push("name");
    for (const name of names) look(read(at, name), inside(name), depth + 1);
  }

  look(value, "", 0);
  return facts;
}

/** Without the server's port, which is another one each time and tells nobody anything. */
function factOf(value: unknown, port: number): Fact {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return value === port ? "<port>" : value;
  return String(value).replaceAll(String(port), "<port>");
}

function read(from: object, name: string): unknown {
  try {
    return (from as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

/** Runs a call to its end and looks at what came of it. */
export async function callResultOf(
  call: () => Promise<unknown>,
  port: number,
): Promise<CallResult> {
  try {
    return { settled: "resolved", facts: readFields(await call(), port) };
  } catch (error) {
    return { settled: "rejected", facts: readFields(error, port) };
  }
}
