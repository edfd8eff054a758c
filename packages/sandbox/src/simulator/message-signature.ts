/** Signs what the provider sends, answers and notifications, as `verify` of its spec describes. */
import { type Pointer, putAt, readJson, type VerifyTable, valueAt } from "@refunds/core/provider";
import type { Credentials } from "./credentials.ts";
import { signatureOf } from "./example-signature.ts";
import { composed, type Signable } from "./signed-text.ts";
import { timeText } from "./time-text.ts";

export type SigningCredentials = Pick<Credentials, "sample" | "keyOf">;

export interface Message {
  readonly media: "json" | "form";
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SignedMessage {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/**
 * The message with its signature, in a header or in the body.
 * @param known the parts that are not in the message, such as `method`
 */
export async function signMessage(
  table: VerifyTable,
  credentials: SigningCredentials,
  message: Message,
  known: Readonly<Record<string, string>>,
  now: number,
): Promise<SignedMessage> {
  const added = addedHeaders(table, credentials, now);
  const parts = Object.entries(table.parts ?? {}).map(([name, { pattern }]): [string, string] => [
    `parts.${name}`,
    table.within?.at === `parts.${name}`
      ? timeText(now, table.within.format)
      : sampleOf(pattern, now),
  ]);
  const texts = { ...known, ...added, ...Object.fromEntries(parts), body: message.body };
  const text = await composed(table, signable(message, credentials, texts));
  const signature = await signatureOf(table, credentials, text);
  const cuts = Object.entries(table.parts ?? {}).map(([name, { in: at, pattern }]) => ({
    at,
    pattern,
    value: texts[`parts.${name}` as keyof typeof texts],
  }));
  const pieces = [...cuts, { at: table.from, pattern: table.pattern ?? "(.*)", value: signature }];
  const signed = { body: message.body, headers: { ...message.headers, ...withoutPrefix(added) } };
  for (const at of new Set(pieces.map((piece) => piece.at))) {
    const text = textAround(pieces.filter((piece) => piece.at === at));
    if (at.startsWith("header.")) signed.headers[at.slice("header.".length)] = text;
    else signed.body = withField(message, at.slice("body#".length), text);
  }
  return signed;
}

function signable(
  { media, body, headers }: Message,
  credentials: SigningCredentials,
  texts: Readonly<Record<string, string>>,
): Signable {
  const { exact, value } = media === "json" ? readJson(body) : { exact: {}, value: {} };
  return {
    text(name) {
      if (Object.hasOwn(texts, name)) return texts[name];
      if (name.startsWith("credentials.")) return `${credentials.sample(name.slice(12))}`;
      if (name.startsWith("body#")) return `${valueAt(exact, name.slice("body#".length)) ?? ""}`;
      return headers?.[name.slice("header.".length)];
    },
    fields: () =>
      media === "form"
        ? [...new URLSearchParams(body)]
        : Object.entries(Object(exact)).map(([name, text]) => [
            name,
            typeof text === "object" ? JSON.stringify(valueAt(value, `/${name}`)) : `${text}`,
          ]),
  };
}

/** What a pattern finds. Digits are most often a time. */
const sampleOf = (pattern: string, now: number): string =>
  pattern.includes("([0-9]+)") ? `${now}` : crypto.randomUUID();

interface Piece {
  readonly pattern: string;
  readonly value: string | undefined;
}

/** The text in which each pattern finds its value: `t=1,v1=ab` for `(?:^|,)t=(.*?)` and `(?:^|,)v1=(.*)`. */
function textAround(pieces: readonly Piece[]): string {
  return pieces.reduce((text, { pattern, value = "" }) => {
    const [, separator = ""] = /\(\?:\^\|([^()]*)\)/.exec(pattern) ?? [];
    const literal = pattern.replace(/\(\?:[^()]*\)/g, "").replace(/\((?!\?).*\)/, () => value);
    return text === "" ? literal : text + separator + literal;
  }, "");
}

/** As text where that is simple, so that the digits of numbers stay. */
function withField({ media, body }: Message, at: Pointer, value: string): string {
  const name = at.slice(1);
  if (media === "form") return `${body}&${new URLSearchParams([[name, value]])}`;
  if (name.includes("/")) {
    const tree = JSON.parse(body);
    putAt(tree, at, value);
    return JSON.stringify(tree);
  }
  const separator = /^\{\s*\}$/.test(body) ? "" : ",";
  return `${body.slice(0, -1)}${separator}${JSON.stringify(name)}:${JSON.stringify(value)}}`;
}

/** The headers that are signed and say something of the signature: its time, its key, and a nonce. */
function addedHeaders(
  { over, within, keyId, from, parts = {} }: VerifyTable,
  credentials: SigningCredentials,
  now: number,
): Record<string, string> {
  const named = JSON.stringify(over).match(/header\.[\w-]+/g) ?? [];
  const headers: Record<string, string> = {};
  const cut = Object.values(parts).map((part) => part.in);
  for (const name of named) {
    if (name !== from && !cut.includes(name)) headers[name] = crypto.randomUUID();
  }
  if (within?.at.startsWith("header.")) headers[within.at] = timeText(now, within.format);
  if (keyId?.at.startsWith("header.")) {
    headers[keyId.at] = `${credentials.sample(keyId.is.replace("credentials.", ""))}`;
  }
  return headers;
}

const withoutPrefix = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace("header.", ""), value]),
  );
