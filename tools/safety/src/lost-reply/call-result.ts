import { EventEmitter } from "node:events";

export type Fact = string | number | boolean | null;

/** What the caller of a refund got. */
export type CallResult =
  | {
      readonly settled: "resolved" | "rejected";
      /** All fields by their path, such as `code` or `cause.code`. `class` is the name of the class. */
      readonly facts: Readonly<Record<string, Fact>>;
    }
  /** The call did not settle within `patienceMs`, or crashed its process. */
  | { readonly settled: "never" | "crashed"; readonly because: string };

/** Programs rarely read deeper fields. */
const maxDepth = 3;

/** Reads own fields only. For objects of Node (sockets, streams), reads only the class name. */
export function readFields(value: unknown, port: number): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  const seen = new Set<object>();

  function visit(at: unknown, path: string, depth: number): void {
    if (at === undefined || typeof at === "function" || typeof at === "symbol") return;
    if (typeof at !== "object" || at === null) {
      facts[path || "value"] = factOf(at, port);
      return;
    }
    if (seen.has(at)) return;
    seen.add(at);
    const inside = (name: string) => (path ? `${path}.${name}` : name);
    facts[inside("class")] = String(at.constructor?.name ?? "Object");
    if (depth === maxDepth || at instanceof EventEmitter || ArrayBuffer.isView(at)) return;
    const names = Object.getOwnPropertyNames(at).filter((name) => name !== "stack");
    // An error's name may be on its prototype.
    if (at instanceof Error && !names.includes("name")) names.push("name");
    for (const name of names) visit(read(at, name), inside(name), depth + 1);
  }

  visit(value, "", 0);
  return facts;
}

/** Replaces the server's port, which differs in every run. */
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
