/** Verifies and reads a notification. Nothing in one is believed before its signature holds. */
import { RefundError } from "../errors.ts";
import { readJson } from "../json/json.ts";
import type { Notification } from "../notification.ts";
import type { EncryptedPart, NotificationTable } from "../notification-table.ts";
import type { Values } from "../request/request.ts";
import type { SigningTools } from "../signature/composed.ts";
import { flawOf, type Match, messageOf, type Received } from "../signature/verify.ts";
import type { Source, VerifyTable } from "../table.ts";
import type { Decrypt } from "./decrypt.ts";
import { elementsOf, eventsOf, textAtPlace } from "./event.ts";
import { readForm } from "./form.ts";
import { readIncoming } from "./incoming.ts";

/** What a client knows when a notification comes in. */
export interface NotificationContext {
  readonly provider: string;
  /** The credentials and settings of the options, by source. */
  readonly given: Values;
  /** The alternatives by which a refund names its payment. */
  readonly identifiedBy: readonly (readonly Source[])[];
}

/** @throws {RefundError} for mistakes of the caller, never for what a stranger sent */
export type NotificationReader = (
  context: NotificationContext,
  request: unknown,
) => Promise<Notification>;

/**
 * @param match verifies signatures; absent for providers that do not sign
 * @param tools `decrypt` for providers that encrypt a part of what they send
 */
export const notificationReader =
  (
    table: NotificationTable,
    match?: Match,
    tools: SigningTools & { readonly decrypt?: Decrypt } = {},
  ): NotificationReader =>
  async (context, request) => {
    const { provider, given, identifiedBy } = context;
    const { verify, encrypted } = table;
    if (verify) requireSecrets(provider, [verify, encrypted], given);
    const incoming = await readIncoming(provider, request);
    const { body, headers, query } = incoming;
    if (incoming.isTooLong) return refused(413, "the body is longer than 256 KiB");
    if (body === undefined) return refused(verify ? 401 : 400, "the body is not UTF-8");
    let parsed: ReadBody | undefined;
    const read = () => {
      parsed ??= table.media === "form" ? asForm(body) : asJson(body);
      return parsed;
    };
    // Most signatures are over the bytes. Then nothing of what a stranger sends is parsed, which can take long.
    const received: Received = {
      headers,
      body,
      get exact() {
        return read().exact;
      },
      get form() {
        return read().form;
      },
    };
    let flaw: string | undefined;
    if (verify && match) {
      for (const each of signedPiecesOf(table, verify, received)) {
        flaw ??= await signatureFlaw(verify, match, tools, context, query, each);
      }
    }
    if (flaw) return refused(401, flaw);
    const { exact, problem } = read();
    // It may be signed. Two readers could read it in two ways.
    if (problem !== undefined) return refused(400, `the body ${problem}`, verify !== undefined);
    if (encrypted && !(await isDecrypted(encrypted, tools.decrypt, given, exact))) {
      return refused(401, `what stands at ${encrypted.at} cannot be decrypted`);
    }
    const notification = { exact, headers, query };
    const delivery = textAtPlace(notification, table.delivery);
    const { status, media, body: text } = table.answer;
    return {
      verified: verify !== undefined,
      ...(delivery !== undefined && { delivery }),
      events: eventsOf(table, identifiedBy, notification),
      response: new Response(text ?? null, {
        status,
        ...(media !== undefined && { headers: { "Content-Type": media } }),
      }),
    };
  };

const refused = (status: number, problem: string, verified = false): Notification => ({
  verified,
  problem: `Nothing in it is believed: ${problem}.`,
  events: [],
  response: new Response(null, { status }),
});

type ReadBody = Pick<Received, "exact" | "form"> & { readonly problem?: string };

const asJson = (body: string): ReadBody => {
  const { exact, problem } = readJson(body);
  return { exact, ...(problem !== undefined && { problem }) };
};

const asForm = (body: string): ReadBody => {
  const read = readForm(body);
  return "problem" in read ? { exact: undefined, ...read } : read;
};

/** Everything that a notification is verified and decrypted with, by the names of the options. */
const neededFor = (how: unknown): string[] => [
  ...new Set(
    Array.from(JSON.stringify(how).matchAll(/"credentials\.(\w+)"/g), ([, name = ""]) => name),
  ),
];

function requireSecrets(provider: string, how: unknown, given: Values): void {
  const missing = neededFor(how).filter((name) => given[`credentials.${name}`] === undefined);
  if (missing.length === 0) return;
  const message = "is missing in the client's options; notifications are verified with it";
  throw new RefundError(
    "invalid_options",
    provider,
    missing.map((field) => ({ field, message })),
  );
}

/** What has a signature of its own: the notification, or each event of its list. Without events, nothing has one. */
function signedPiecesOf(
  table: NotificationTable,
  { from }: VerifyTable,
  received: Received,
): readonly Received[] {
  if (table.each === undefined || !from.startsWith("body#")) return [received];
  const elements = elementsOf(table, received.exact);
  return (elements.length === 0 ? [undefined] : elements).map((exact) => ({ ...received, exact }));
}

/** What is wrong with the signature. With several secrets, one that fits is enough. */
async function signatureFlaw(
  verify: VerifyTable,
  match: Match,
  tools: SigningTools,
  { provider, given }: NotificationContext,
  query: URLSearchParams,
  received: Received,
): Promise<string | undefined> {
  let flaw: string | undefined;
  for (const credentials of alternativesOf(given)) {
    const holds = await match(credentials, verify);
    if ("field" in holds) throw new RefundError("invalid_options", provider, [holds]);
    const known = { ...credentials, ...asKnown(query) };
    const message = messageOf(verify, received, known, tools);
    flaw = await flawOf(verify, message, holds, causesOf(verify));
    if (flaw === undefined) return undefined;
  }
  return flaw;
}

/** Frameworks parse bodies, and what is written again has other bytes. A signature that stands in the body is over its values. */
const causesOf = ({ from, algorithm }: VerifyTable): string =>
  `: it was made with another ${/^(RSA|ECDSA|Ed)/.test(algorithm) ? "key" : "secret"}${from.startsWith("body#") ? "" : ", or the body was parsed and written again before it was passed on"}`;

/** With several keys, one that fits is enough. */
async function isDecrypted(
  part: EncryptedPart,
  decrypt: Decrypt | undefined,
  given: Values,
  exact: unknown,
): Promise<boolean> {
  for (const credentials of alternativesOf(given)) {
    if (await decrypt?.(part, exact, credentials)) return true;
  }
  return false;
}

const asKnown = (query: URLSearchParams): Values =>
  Object.fromEntries([...query].map(([name, value]) => [`query.${name}`, value]));

const alternatives = new WeakMap<Values, readonly Values[]>();

/** The credentials with each value of one that rotates. The same objects each time, so that each key is loaded once. */
function alternativesOf(given: Values): readonly Values[] {
  const known = alternatives.get(given);
  if (known) return known;
  const lists = Object.entries(given).filter(([, value]) => Array.isArray(value));
  const made = lists.reduce<readonly Values[]>(
    (all, [name, list]) =>
      all.flatMap((one) => (list as string[]).map((value) => ({ ...one, [name]: value }))),
    [given],
  );
  alternatives.set(given, made);
  return made;
}
