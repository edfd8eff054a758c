import type { OperationTable, SignatureTable } from "@refunds/core/provider";
import type { Credentials } from "./credentials.ts";
import type { Incoming } from "./incoming.ts";
import { webCryptoAlgorithm } from "./key-pairs.ts";
import { bytesOf, composed, digest, type Signable, written } from "./signed-text.ts";
import { timeText } from "./time-text.ts";

const utf8 = new TextEncoder();

/**
 * Says why the signature is invalid; undefined if it is valid. Verifies the received bytes without serializing them again,
 * so a body with the same meaning but other bytes does not pass.
 */
export async function checkSignature(
  operation: OperationTable,
  table: SignatureTable,
  credentials: Credentials,
  incoming: Incoming,
  now: number,
): Promise<string | undefined> {
  const received = incoming.at(table.to)?.text;
  if (!received) return `${table.to} is missing; it must hold the signature`;
  const known = readTemplate(table.as ?? "{signature}", received);
  if (!known) return `${table.to} must have the form ${table.as}`;
  const { signature = "", ...values } = known;
  const message = receivedMessage(operation, table, credentials, incoming, values);
  const problem =
    missingPart(table, message) ??
    freshProblem(table, values, now) ??
    (await partsProblem(table, message, incoming, values, credentials));
  if (problem !== undefined) return problem;
  const text = await composed(table, message);
  const over = table.over.map((part) => (typeof part === "string" ? part : JSON.stringify(part)));
  return (await isSignature(table, credentials, text, signature))
    ? undefined
    : `the signature in ${table.to} does not match ${over.join(", ")}`;
}

/** Whether a text has this signature. */
async function isSignature(
  table: Pick<SignatureTable, "algorithm" | "key" | "keyEncoding" | "encoding">,
  credentials: Credentials,
  text: string,
  signature: string,
): Promise<boolean> {
  if (table.key === undefined) {
    return written(await digest(table.algorithm, text), table.encoding) === signature;
  }
  const bytes = bytesOf(signature, table.encoding);
  if (!bytes) return false;
  const key = await credentials.keyOf({ ...table, key: table.key }, "verify");
  return crypto.subtle.verify(webCryptoAlgorithm(table.algorithm), key, bytes, utf8.encode(text));
}

/** The values of a template's placeholders in a text; undefined if the text does not have its form. */
function readTemplate(template: string, text: string): Record<string, string> | undefined {
  const pieces = template.split(/\{([^{}]+)\}/);
  const pattern = pieces
    .map((piece, at) => {
      if (at % 2 === 0) return piece.replace(/[^\w\s]/g, "\\$&");
      // Alone, the signature may hold anything. In a list, it ends where the next item begins.
      return template === `{${piece}}` ? "([^]*)" : '([^\\s",;]*?)';
    })
    .join("");
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) return undefined;
  const names = pieces.filter((_, at) => at % 2 === 1);
  return Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ""]));
}

function receivedMessage(
  { path }: OperationTable,
  table: SignatureTable,
  credentials: Credentials,
  incoming: Incoming,
  values: Readonly<Record<string, string>>,
): Signable {
  const { url, method, bytes } = incoming;
  const own = path.replace(/[^\w/{}]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
  const operationPath = new RegExp(`${own}$`).exec(url.pathname)?.[0] ?? "";
  const search = url.search;
  const whole: Record<string, string> = {
    method,
    path: url.pathname + search,
    pathname: url.pathname,
    operationPath: operationPath + search,
    query: search.slice(1),
    host: url.host,
    body: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
  };
  return {
    text(name) {
      if (Object.hasOwn(whole, name)) return whole[name];
      if (name.startsWith("credentials.")) return `${credentials.sample(name.slice(12))}`;
      return values[name] ?? incoming.at(name)?.text;
    },
    fields: (of) =>
      incoming
        .fields(of)
        .filter(([, , place]) => !samePlace(place, table.to))
        .map(([name, value]) => [name, value]),
  };
}

const samePlace = (one: string, other: string) =>
  one === other || (one.startsWith("header.") && one.toLowerCase() === other.toLowerCase());

/** A part that must be signed and is not in the request. */
function missingPart(table: SignatureTable, message: Signable): string | undefined {
  const missing = table.over.find(
    (part) =>
      typeof part === "string" && !part.startsWith("parts.") && message.text(part) === undefined,
  );
  return missing === undefined ? undefined : `${missing} is missing; it must be signed`;
}

/** A timestamp and a nonce without a place of their own must have the documented form. */
function freshProblem(
  { timestamp, nonce, to }: SignatureTable,
  values: Readonly<Record<string, string>>,
  now: number,
): string | undefined {
  const shape = (text: string) => text.replace(/\d/g, "0").replace(/[A-Za-z]/g, "a");
  if (timestamp && values.timestamp !== undefined) {
    const example = timeText(now, timestamp);
    if (shape(values.timestamp) !== shape(example))
      return `the timestamp in ${to} must look like ${example}`;
  }
  if (nonce && values.nonce !== undefined) {
    if (values.nonce.length !== nonce.length || !/^[A-Za-z0-9]+$/.test(values.nonce)) {
      return `the nonce in ${to} must have ${nonce.length} letters and digits`;
    }
  }
  return undefined;
}

/** What the request says of itself in addition to the signature must hold, too. */
async function partsProblem(
  table: SignatureTable,
  message: Signable,
  incoming: Incoming,
  values: Record<string, string>,
  credentials: Credentials,
): Promise<string | undefined> {
  const parts: Record<string, string> = {};
  for (const [name, part] of Object.entries(table.parts ?? {})) {
    parts[`parts.${name}`] = await composed(part, message);
  }
  const expected = (name: string): string | undefined =>
    name.startsWith("credentials.") ? `${credentials.sample(name.slice(12))}` : parts[name];
  for (const [name, value] of Object.entries(values)) {
    const right = expected(name) ?? (incoming.at(name)?.text || value);
    if (value !== right) return `${name} in ${table.to} must be ${right}`;
  }
  for (const [to, template] of Object.entries(table.also ?? {})) {
    const text = template.replace(
      /\{([^{}]+)\}/g,
      (_, name) => expected(name) ?? message.text(name) ?? "",
    );
    if (incoming.at(to)?.text !== text) return `${to} must be ${text}`;
  }
  Object.assign(values, parts);
  return undefined;
}
