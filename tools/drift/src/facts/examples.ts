/** The shape of an example: which fields it has, of which type. */
import type { Facts, Side } from "./fact.ts";
import { literalOf } from "./knowledge.ts";

/** The JSON of an example, whether bare, in a call, or without the braces around it. Undefined where there is none. */
export async function jsonIn(code: string): Promise<unknown> {
  const text = bodyOf(code);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Documentation loses braces and commas; loaded only then.
    const { jsonrepair } = await import("jsonrepair");
    try {
      return JSON.parse(jsonrepair(text));
    } catch {
      return undefined;
    }
  }
}

function bodyOf(code: string): string | undefined {
  const text = code.trim();
  if (/^[{[]/.test(text)) return text;
  if (/^"[^"]+"\s*:/.test(text)) return `{${text}}`;
  const data = /(?:--data(?:-raw|-binary)?|-d)\s+(?:'([\s\S]*?)'|"((?:\\.|[^"\\])*)")/.exec(text);
  const sent = data?.[1] ?? data?.[2]?.replaceAll('\\"', '"');
  if (sent !== undefined) return /^\s*[{[]/.test(sent) ? sent : formOf(sent);
  const body = /\n\s*\n(\s*[{[][\s\S]*)$/.exec(text)?.[1];
  if (body) return body;
  return /^[\w.[\]-]+=[^\s&]*(?:&[\w.[\]-]+=[^\s&]*)*$/.test(text) ? formOf(text) : undefined;
}

const formOf = (text: string) => JSON.stringify(Object.fromEntries(new URLSearchParams(text)));

/** Adds what an example shows. The value itself is a fact only where the client decides by it. */
export function addExample(
  facts: Facts,
  side: Side,
  label: string,
  example: unknown,
  literals: ReadonlySet<string>,
  code: string,
): void {
  const subject = `example.${side}${label && `.${label}`}`;
  walk(example, "", (pointer, value) => {
    const words = lineWith(code, pointer);
    facts.add(`${subject}${pointer}`, "type", typeOf(value), words);
    if (isLiteral(literalOf(`${subject}${pointer}`), literals) && !isNest(value)) {
      facts.add(`${subject}${pointer}`, "value", String(value), words);
    }
  });
}

/** A page may print an answer without the envelope that the known field stands in. */
function isLiteral(place: string, literals: ReadonlySet<string>): boolean {
  const [side = "", pointer = ""] = [
    place.slice(0, place.indexOf("/")),
    place.slice(place.indexOf("/")),
  ];
  return [...literals].some((known) => known.startsWith(`${side}/`) && known.endsWith(pointer));
}

/** Every field below the root; entries of a list are one, and JSON inside a string is gone into. */
function walk(
  value: unknown,
  pointer: string,
  visit: (pointer: string, value: unknown) => void,
): void {
  // Entries of a list that are objects are told by their fields.
  if (pointer !== "" && !(pointer.endsWith("/*") && isNest(value))) visit(pointer, value);
  const inner = typeof value === "string" ? nested(value) : value;
  if (Array.isArray(inner)) {
    for (const entry of inner) walk(entry, `${pointer}/*`, visit);
  } else if (isNest(inner)) {
    for (const [name, entry] of Object.entries(inner)) walk(entry, `${pointer}/${name}`, visit);
  }
}

const isNest = (value: unknown): value is object => typeof value === "object" && value !== null;

function nested(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const typeOf = (value: unknown) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

function lineWith(code: string, pointer: string): string {
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  return code.split("\n").find((line) => line.includes(`"${name}"`)) ?? pointer;
}
