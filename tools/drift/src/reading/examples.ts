/** The shape of an example: which fields it has, of which type. */
import { jsonrepair } from "jsonrepair";
import type { Facts } from "./fact.ts";

/** The JSON of an example, whether bare, in a call, or without the braces around it. Undefined where there is none. */
export function jsonIn(code: string): object | undefined {
  const text = bodyOf(code);
  if (text === undefined) return undefined;
  for (const parsed of [() => JSON.parse(text), () => JSON.parse(jsonrepair(text))]) {
    try {
      const json: unknown = parsed();
      return isNest(json) ? json : undefined;
    } catch {
      // Documentation loses braces and commas: then it is repaired, or is something else.
    }
  }
  return undefined;
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

/** @param literals `response/status`: fields whose very value is a fact, because the client decides by it */
export function addExample(
  facts: Facts,
  subject: string,
  example: object,
  literals: ReadonlySet<string>,
  code: string,
): void {
  const [, side = ""] = subject.split(".");
  walk(example, "", (pointer, value) => {
    const name = pointer.slice(pointer.lastIndexOf("/") + 1);
    const words = code.split("\n").find((line) => line.includes(`"${name}"`)) ?? pointer;
    facts.add(`${subject}${pointer}`, "type", typeOf(value), words);
    // A page may print an answer without the envelope that the known field stands in.
    const decides = [...literals].some(
      (known) => known.startsWith(`${side}/`) && known.endsWith(pointer),
    );
    if (decides && !isNest(value)) facts.add(`${subject}${pointer}`, "value", String(value), words);
  });
}

export function examplePointers(example: object): string[] {
  const found: string[] = [];
  walk(example, "", (pointer) => found.push(pointer));
  return found;
}

/** Every field below the root; entries of a list are one, and JSON inside of a string is gone into. */
function walk(
  value: unknown,
  pointer: string,
  visit: (pointer: string, value: unknown) => void,
): void {
  if (pointer !== "" && !(pointer.endsWith("/*") && isNest(value))) visit(pointer, value);
  const inner = typeof value === "string" && /^\s*\{/.test(value) ? parsed(value) : value;
  if (Array.isArray(inner)) for (const entry of inner) walk(entry, `${pointer}/*`, visit);
  else if (isNest(inner))
    for (const [name, entry] of Object.entries(inner)) walk(entry, `${pointer}/${name}`, visit);
}

const isNest = (value: unknown): value is object => typeof value === "object" && value !== null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const typeOf = (value: unknown) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
