/**
 * What an answer must hold before an outcome may be believed: `specs/answers/<provider>.json`, written by hand from the
 * provider's page. Shares no code with core and none of its tables, so that the two can disagree.
 */
import { readFileSync } from "node:fs";
import type { Operation, RefundRequest } from "./documented-answer.ts";
import { Digits, readStrictly } from "./strict-json.ts";

type Scalar = string | number | boolean;

/** What must stand at a place. A scalar is that JSON value and no other: `"0"` is not `0`. */
type Need =
  | Scalar
  /** One of these. */
  | readonly Scalar[]
  /** Any value of these types. */
  | { readonly types: readonly string[] }
  /** There, a text or a number, and none of these. */
  | { readonly not: readonly Scalar[] }
  /** A text with more characters. */
  | { readonly longerThan: number }
  /** One of these texts, in any letter case. */
  | { readonly words: readonly string[] }
  /** what was asked: a text or number where it was not given. With `decimals`, minor units written with so many. */
  | { readonly repeats: string; readonly decimals?: number };

/** By JSON Pointer; `http` is the status, or `2xx`. All must hold. */
type Statement = Readonly<Record<string, Need>>;

/** For each operation and outcome the statements of which one must hold. An outcome that is not there is never believed. */
export type Needs = Readonly<
  Partial<Record<Operation, Readonly<Record<string, readonly Statement[]>>>>
> & {
  /** What is known to be told wrongly, until it is put right: counted and shown, and no failure. */
  readonly misread?: readonly {
    readonly operation: Operation;
    /** A false outcome's status, `threw`, or `slow`. */
    readonly as: readonly string[];
    readonly when: Statement;
    readonly because: string;
  }[];
};

/** An answer, as its bytes came. */
export interface Received {
  readonly http: number;
  readonly bytes: Uint8Array;
  /** Whether its end was reached. */
  readonly whole: boolean;
}

/** Throws, naming the file, where there is none for the provider or it cannot be read. */
export function readNeeds(provider: string): Needs {
  const name = `specs/answers/${provider}.json`;
  const file = new URL(`../../../../${name}`, import.meta.url);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const what = `${name} says what an answer must hold before it is believed, and cannot be read.`;
    throw new Error(`${what} Write it by hand from the provider's page.`, { cause });
  }
}

/** What a whole answer says; undefined where nobody can rely on what that is. */
export const readAnswer = ({ bytes, whole }: Received): unknown =>
  whole ? readStrictly(new TextDecoder().decode(bytes)) : undefined;

/** Whether an answer bears out an outcome. What it cannot read bears out nothing. */
export function supports(
  statements: readonly Statement[] | undefined,
  request: RefundRequest,
  received: Received,
): boolean {
  const { http } = received;
  // A redirect comes from somewhere else than where the request was sent.
  if (!statements || http < 200 || (http >= 300 && http < 400)) return false;
  const body = readAnswer(received);
  if (body === undefined) return false;
  return statements.some((statement) =>
    Object.entries(statement).every(([at, need]) =>
      at === "http" ? httpFits(http, need) : fits(need, found(body, at), request),
    ),
  );
}

const httpFits = (http: number, need: Need) =>
  need === "2xx" ? http >= 200 && http < 300 : http === need;

function found(body: unknown, pointer: string): unknown {
  let value = body;
  for (const name of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function fits(need: Need, value: unknown, request: RefundRequest): boolean {
  const text = value instanceof Digits ? value.text : value;
  const scalar = value instanceof Digits ? Number(value.text) : value;
  const isText = typeof text === "string";
  if (typeof need !== "object") return scalar === need;
  if ("types" in need) return need.types.includes(typeOf(scalar));
  if ("not" in need) return isText && !need.not.includes(scalar as Scalar);
  if ("longerThan" in need) return isText && text.length > need.longerThan;
  if ("words" in need) return isText && need.words.some((word) => sameWord(word, text));
  if (!("repeats" in need)) return need.includes(scalar as Scalar);
  if (!isText) return false;
  const wanted = found(request, `/${need.repeats.replace(".", "/")}`);
  if (wanted === undefined) return true;
  return need.decimals === undefined
    ? text === String(wanted)
    : sameAmount(BigInt(wanted as number), text, need.decimals);
}

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && !Number.isFinite(value) ? "not finite" : typeof value;
};

const sameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Compares as fractions of whole numbers, whatever the number of digits. */
function sameAmount(minor: bigint, text: string, decimals: number): boolean {
  const [, whole, fraction = ""] = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (whole === undefined) return false;
  return (
    BigInt(whole + fraction) * 10n ** BigInt(decimals) === minor * 10n ** BigInt(fraction.length)
  );
}
