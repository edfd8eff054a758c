/**
 * Checks that an answer contains what an outcome requires, by `specs/answers/<provider>.json`, which is written by hand from
 * the provider's page. Shares neither code nor tables with core, so that the two are independent.
 */
import { readFileSync } from "node:fs";
import type { Operation, RefundRequest } from "./documented-answer.ts";
import { Digits, readStrictly } from "./strict-json.ts";

type Scalar = string | number | boolean;

/** The required value at a place. A scalar must match exactly: `"0"` is not `0`. */
type Need =
  | Scalar
  /** One of these. */
  | readonly Scalar[]
  /** Any value of these types. */
  | { readonly types: readonly string[] }
  /** A text or number other than these. */
  | { readonly not: readonly Scalar[] }
  /** Nothing, or `null`. */
  | { readonly absent: true }
  /** A text with more characters than this. */
  | { readonly longerThan: number }
  /** One of these texts, in any letter case. */
  | { readonly words: readonly string[] }
  /** A text that starts with one of these, in any letter case. */
  | { readonly starts: readonly string[] }
  /** A text that has one of these in it, in any letter case. */
  | { readonly contains: readonly string[] }
  /**
   * The value of this request field, or any text or number if the request does not have it. `decimals`: minor units are written
   * with this many decimals. `powers`: currencies whose minor units are written times this power of ten. `case`: a text is written in this letter case. `optional`: anything if the request does not have it.
   */
  | {
      readonly repeats: string;
      readonly decimals?: number;
      readonly powers?: Readonly<Record<string, number>>;
      readonly case?: "lower";
      readonly optional?: true;
    };

/**
 * Needs by JSON Pointer; `*` is every item of a list, which must have one. `http` is the status, `2xx` or `4xx`, and
 * `header.<Name>` a header. `empty` is for an answer without a body. All must hold.
 */
type Statement = Readonly<Record<string, Need>>;

/** For each operation and outcome, the statements of which one must hold. A missing outcome is never supported. */
export type Needs = Readonly<
  Partial<Record<Operation, Readonly<Record<string, readonly Statement[]>>>>
> & {
  /** Known wrong outcomes that are not fixed yet. They are counted and shown, but are not failures. */
  readonly misread?: readonly {
    readonly operation: Operation;
    /** The wrong status, `threw` or `slow`. */
    readonly as: readonly string[];
    readonly when: Statement;
    readonly because: string;
  }[];
};

/** A received answer. */
export interface Received {
  readonly http: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Whether it was received completely. */
  readonly whole: boolean;
}

/** Throws if the file of the provider is missing or cannot be read. */
export function readNeeds(provider: string): Needs {
  const name = `specs/answers/${provider}.json`;
  const file = new URL(`../../../../${name}`, import.meta.url);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const what = `${name}, which lists what an answer must contain for each outcome, cannot be read.`;
    throw new Error(
      `${what} Write it by hand from the provider's page: step 5 in docs/adding-a-provider.md.`,
      { cause },
    );
  }
}

/** The parsed body of a complete answer. Undefined if it cannot be read reliably. */
export const readAnswer = ({ bytes, whole }: Received): unknown =>
  whole ? readStrictly(textOf({ bytes })) : undefined;

/** Without a byte order mark, which is not a part of the text. */
const textOf = ({ bytes }: Pick<Received, "bytes">) => new TextDecoder().decode(bytes);

/** Whether an answer supports an outcome. An unreadable answer supports none, and one without a body only what says so. */
export function supports(
  statements: readonly Statement[] | undefined,
  request: RefundRequest,
  received: Received,
): boolean {
  const { http } = received;
  // A redirect does not answer the request that was sent.
  if (!statements || http < 200 || (http >= 300 && http < 400)) return false;
  const body = readAnswer(received);
  const isEmpty = received.whole && textOf(received) === "";
  if (body === undefined && !isEmpty) return false;
  return statements.some(({ http: status, empty = false, ...statement }) => {
    if (empty !== isEmpty || (status !== undefined && !httpFits(http, status))) return false;
    return Object.entries(statement).every(([at, need]) =>
      everyIn(received, body, at).every((value) => fits(need, value, request)),
    );
  });
}

/**
 * The places at which an answer to a refund repeats a value of the request, by the statements of a success. An answer that leaves a value
 * out, or has no text or number there, repeats nothing, and neither does one whose request did not have the value.
 * @returns for each, whether it is the value that was asked for
 */
export function repetitions(
  { refund: { succeeded = [], pending = [] } = {} }: Needs,
  request: RefundRequest,
  received: Received,
): boolean[] {
  const body = readAnswer(received);
  const statements = [...succeeded, ...pending];
  return statements.flatMap((statement) =>
    Object.entries(statement).flatMap(([at, need]) => {
      if (valueAsked(need, request) === undefined) return [];
      const [value] = everyIn(received, body, at);
      const says = ["string", "boolean"].includes(typeof value) || value instanceof Digits;
      return says ? [fits(need, value, request)] : [];
    }),
  );
}

function httpFits(http: number, need: Need): boolean {
  if (Array.isArray(need)) return need.some((one) => httpFits(http, one));
  const [, hundreds] = /^([24])xx$/.exec(String(need)) ?? [];
  return hundreds === undefined ? http === need : Math.floor(http / 100) === Number(hundreds);
}

/** What a header has, or a pointer leads to. */
function everyIn({ headers }: Received, body: unknown, at: string): readonly unknown[] {
  const [, header] = /^header\.(.+)$/.exec(at) ?? [];
  return header ? [new Headers(headers).get(header) ?? undefined] : everyAt(body, at);
}

/** What a pointer with `*` leads to; one undefined value where there is no list, or an empty one. */
function everyAt(body: unknown, pointer: string): readonly unknown[] {
  const [before = "", ...after] = pointer.split("/*");
  const value = found(body, before);
  if (after.length === 0) return [value];
  return Array.isArray(value) && value.length > 0
    ? value.flatMap((item) => everyAt(item, after.join("/*")))
    : [undefined];
}

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
  if ("absent" in need) return scalar === undefined || scalar === null;
  if ("types" in need) return need.types.includes(typeOf(scalar));
  if ("not" in need) return isText && !need.not.includes(scalar as Scalar);
  if ("longerThan" in need) return isText && text.length > need.longerThan;
  if ("words" in need) return isText && need.words.some((word) => equalsIgnoringCase(word, text));
  const lower = isText ? text.toLowerCase() : "";
  if ("starts" in need) return need.starts.some((word) => lower.startsWith(word.toLowerCase()));
  if ("contains" in need) return need.contains.some((word) => lower.includes(word.toLowerCase()));
  if (!("repeats" in need)) return need.includes(scalar as Scalar);
  const wanted = valueAsked(need, request);
  if (wanted === undefined && need.optional) return true;
  if (!isText) return false;
  if (wanted === undefined) return true;
  if (need.decimals === undefined)
    return text === (need.case === "lower" ? String(wanted).toLowerCase() : String(wanted));
  // Only a JSON number can have an exponent. In a text it would be something else than documented.
  const [digits = "", power = "0"] = value instanceof Digits ? text.split(/e/i) : [text];
  const decimals = need.decimals - powerOf(need.powers, request) + Number(power);
  return Math.abs(decimals) < 100 && sameAmount(BigInt(wanted as number), digits, decimals);
}

/** The value of the request that has to be repeated. Undefined if the request does not have it. */
const valueAsked = (need: Need, request: RefundRequest): unknown =>
  typeof need === "object" && "repeats" in need
    ? found(request, `/${need.repeats.replace(".", "/")}`)
    : undefined;

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && !Number.isFinite(value) ? "not finite" : typeof value;
};

const equalsIgnoringCase = (one: string, other: string) =>
  one.toLowerCase() === other.toLowerCase();

const powerOf = (powers: Readonly<Record<string, number>> = {}, request: RefundRequest): number =>
  powers[String(found(request, "/amount/currency"))] ?? 0;

/** Compares exactly, with any number of digits. */
function sameAmount(minor: bigint, text: string, decimals: number): boolean {
  const [, whole, fraction = ""] = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (whole === undefined) return false;
  const shift = decimals - fraction.length;
  return (
    BigInt(whole + fraction) * 10n ** BigInt(Math.max(shift, 0)) ===
    minor * 10n ** BigInt(Math.max(-shift, 0))
  );
}
