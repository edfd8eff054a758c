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

/** Whether a text has this signature. */
type Holds = (text: string, signature: string) => Promise<boolean>;

/** Loads the key of a client. */
type Match = (credentials: Values, how: VerifyTable) => Promise<Problem | Holds>;

/** Verifies by the provider's public key. */
export function byPublicKey(): Match {
  const keyOf = keyring(publicKey);
  return async (credentials, how) => {
    const key = await keyOf(credentials, how);
    if ("field" in key) return key;
    return async (text, signature) => {
      const bytes = bytesIn(signature, how.encoding);
      const algorithm = usedAs(key, how.algorithm);
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
    return async (text, signature) => isSame(through(await made(text), how.encoding), signature);
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
    const request = wholes(operation, parts, url);
    return {
      async check(result) {
        if (result.status !== "answered") return result;
        const { raw } = result;
        if (how.unless?.http.includes(String(raw.status))) return result;
        const message = answerMessage(how, result, { ...credentials, ...request }, tools);
        const flaw = await flawOf(how, message, holds);
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

/** What is wrong with the signature of an answer; undefined if it holds. */
async function flawOf(
  { from, pattern, keyId, within, ...how }: VerifyTable,
  message: Message,
  holds: Holds,
): Promise<string | undefined> {
  const written = message.value(from);
  const signature = pattern === undefined ? written : new RegExp(pattern, "u").exec(written)?.[1];
  if (!signature) return `${from} holds no signature`;
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
  const text = await textOf(how, message);
  return (await holds(text, signature)) ? undefined : `the signature in ${from} does not fit`;
}

/** The body is verified as the text that is read, in UTF-8: bytes that are not in it change nothing that is judged. */
function answerMessage(
  { from }: VerifyTable,
  { raw, headers }: Extract<SendResult, { status: "answered" }>,
  known: Values,
  tools: SigningTools,
): Message {
  const { exact } = readJson(raw.body);
  return {
    value(name) {
      const [, kind, rest = ""] = /^(header\.|body#)(.*)$/s.exec(name) ?? [];
      if (kind === "header.") return headers.get(rest) ?? "";
      if (kind) return textAt(exact, rest) ?? "";
      return name === "body" ? raw.body : `${known[name] ?? ""}`;
    },
    fields: () =>
      Object.entries(Object(exact))
        .filter(([name]) => `body#/${name}` !== from)
        .map(([name, value]) => [
          name,
          typeof value === "object" ? JSON.stringify(value) : `${value}`,
        ]),
    digest: digestWith(tools),
  };
}
