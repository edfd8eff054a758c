/** Finds out whether the provider signed an answer. A package names how: by a public key, or by the same text. */
import type { SendResult } from "../answer/send-result.ts";
import { readJson } from "../json/json.ts";
import { textAt } from "../json/pointer.ts";
import type { RequestParts, Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { OperationTable } from "../table.ts";
import { digestWith, maker, type SigningTools, usedAs, wholes } from "./composed.ts";
import { keyring } from "./keyring.ts";
import { publicKey } from "./public-key.ts";
import { bytesOf } from "./sign.ts";
import type { VerifyTable } from "./signature-table.ts";
import { through } from "./steps.ts";
import { type Message, textOf } from "./text.ts";
import { bytesIn } from "./undo.ts";

/** Makes sure before anything is sent that the answer can be verified. */
export type Verifier = (
  operation: OperationTable,
  parts: RequestParts,
  url: string,
  credentials: Values,
) => Promise<Verification | undefined>;

/** A key that cannot be used, or how an answer is verified. */
interface Verification {
  readonly problem?: Problem;
  /** The result, or `unknown` where it is an answer that is not proven to be the provider's. */
  readonly check?: (result: SendResult) => Promise<SendResult>;
}

/** Finds out which signatures a text has. */
type Holds = (text: string) => Promise<(signature: string) => boolean | Promise<boolean>>;

/** Loads the key of a client. */
export type Match = (credentials: Values, how: VerifyTable) => Promise<Problem | Holds>;

/** Verifies by the provider's public key. */
export function byPublicKey(): Match {
  const keyOf = keyring(publicKey);
  return async (credentials, how) => {
    const key = await keyOf(credentials, how);
    if ("field" in key) return key;
    const algorithm = usedAs(key, how.algorithm);
    return async (text) => (signature) => {
      const bytes = bytesIn(signature, how.encoding);
      return !!bytes && crypto.subtle.verify(algorithm, key, bytes, bytesOf(text));
    };
  };
}

/** Verifies by making the signature again, with a shared secret or a digest. */
export function bySameSignature(tools: SigningTools): Match {
  const make = maker(tools);
  return async (credentials, how) => {
    const made = await make(credentials, how);
    if ("field" in made) return made;
    return async (text) => {
      const own = through(await made(text), how.encoding);
      return (signature) => isSame(own, signature);
    };
  };
}

/** Takes the same time wherever the texts differ, so that a signature cannot be guessed piece by piece. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

export const answerVerifier =
  (match: Match, tools: SigningTools = {}): Verifier =>
  async (operation, parts, url, credentials) => {
    const { verify: how } = operation;
    if (!how) return undefined;
    const holds = await match(credentials, how);
    if ("field" in holds) return { problem: holds };
    const known = { ...credentials, ...wholes(operation, parts, url) };
    return {
      async check(result) {
        if (result.status !== "answered") return result;
        const { raw, headers } = result;
        if (how.unless?.http.includes(String(raw.status))) return result;
        const { exact } = readJson(raw.body);
        const message = messageOf(how, { headers, body: raw.body, exact }, known, tools);
        const flaw = await flawOf(how, message, holds).catch(() => "verifying it failed");
        if (!flaw) return result;
        return {
          status: "unknown",
          because: "unverified_answer",
          message: `The answer (HTTP ${raw.status}) is not proven to be the provider's: ${flaw}.`,
          raw,
        };
      },
    };
  };

/** As many signatures of one message are tried. Two are usual while a key is replaced. */
const mostCandidates = 10;

/**
 * What is wrong with a signature; undefined if it holds.
 * @param causes completes "the signature ... does not fit"
 */
export async function flawOf(
  { from, pattern, keyId, within, ...how }: VerifyTable,
  message: Message,
  holds: Holds,
  causes = "",
): Promise<string | undefined> {
  const candidates = candidatesIn(message.value(from), pattern);
  if (candidates.length === 0) return `${from} holds no signature`;
  if (keyId && message.value(keyId.at) !== message.value(keyId.is)) {
    return `${keyId.at} names another key`;
  }
  if (within) {
    const { at, seconds, format } = within;
    const time = message.value(at);
    const unix = Number(time || "none") * (format === "unix-milliseconds" ? 1 : 1000);
    const moment = /^unix/.test(format) ? unix : Date.parse(time);
    // Not a number is not within.
    if (!(Math.abs(Date.now() - moment) <= seconds * 1000)) {
      return `it was signed more than ${seconds} seconds ago, or the clock of this computer is wrong`;
    }
  }
  const isSignature = await holds(await textOf(how, message));
  for (const candidate of candidates) if (await isSignature(candidate)) return undefined;
  return `the signature in ${from} does not fit${causes}`;
}

function candidatesIn(text: string, pattern: string | undefined): string[] {
  if (pattern === undefined) return text ? [text] : [];
  const found = [...text.matchAll(new RegExp(pattern, "gu"))].flatMap(([, group]) => group || []);
  return found.slice(0, mostCandidates);
}

/** An answer or a notification, as it came. */
export interface Received {
  readonly headers: Pick<Headers, "get">;
  /**
   * The text that is read, in UTF-8. An answer's bytes that are not in it change nothing that is judged; a notification with
   * such bytes is refused.
   */
  readonly body: string;
  /** The body with every number as text; undefined if it cannot be read. */
  readonly exact: unknown;
  /** The fields of a form, in their order. */
  readonly form?: readonly (readonly [name: string, value: string])[] | undefined;
}

/** @param known other parts, such as `credentials.<name>` */
export function messageOf(
  { from, parts = {} }: VerifyTable,
  received: Received,
  known: Values,
  tools: SigningTools,
): Message {
  function value(name: string): string {
    const [, kind, rest = ""] = /^(header\.|body#|parts\.)(.*)$/s.exec(name) ?? [];
    if (kind === "header.") return received.headers.get(rest) ?? "";
    if (kind === "body#") return textAt(received.exact, rest) ?? "";
    const part = kind && parts[rest];
    if (part) return new RegExp(part.pattern, "u").exec(value(part.in))?.[1] ?? "";
    return name === "body" ? received.body : `${known[name] ?? ""}`;
  }
  return {
    value,
    fields: () => fieldsOf(received).filter(([name]) => `body#/${name}` !== from),
    digest: digestWith(tools),
  };
}

const fieldsOf = ({ form, exact }: Received) =>
  form ??
  // A text would have its characters as members.
  Object.entries(typeof exact === "string" ? {} : Object(exact)).map(
    ([name, value]): [string, string] => [
      name,
      typeof value === "object" ? JSON.stringify(value) : `${value}`,
    ],
  );
