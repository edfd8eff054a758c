import type { Amount } from "@refunds/core";
import {
  jsonNumber,
  type OperationTable,
  type Placement,
  putAt,
  type TimeFormat,
  type TimePattern,
  toWire,
  valueAt,
} from "@refunds/core/provider";
import { type Draft, exampleNonce, signExample } from "./example-signature.ts";
import { writeForm } from "./form.ts";
import type { Simulator } from "./simulator.ts";
import { timeText } from "./time-text.ts";

/** A complete HTTP request that the sandbox accepts. */
export interface ExampleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What an example refunds or queries. Identifiers may be missing or wrong, to see what the provider answers. */
export interface ExampleSubject {
  readonly payment: Readonly<Record<string, string | number>>;
  /** By default all that remains, if the provider supports that. */
  readonly amount?: Amount;
}

/**
 * A refund of a payment that is not fully refunded; undefined once all are.
 * @param base - the URL to which the operation's path is appended
 */
export async function exampleRefund(
  simulator: Simulator,
  base: string,
): Promise<ExampleRequest | undefined> {
  const { table, ledger } = simulator;
  const balance = ledger
    .balances()
    .find(
      ({ always, remaining, refunded }) =>
        always === undefined && remaining > 0 && (refunded === 0 || table.repeated),
    );
  if (!balance) return undefined;
  const { payment, remaining } = balance;
  const { currency } = balance.amount;
  const amount = { value: table.partial ? Math.min(100, remaining) : remaining, currency };
  return writeExample(simulator, "refund", { payment, amount }, base);
}

/** Composes and signs a request as the provider documents it, without the provider's client. */
export async function writeExample(
  simulator: Simulator,
  name: "refund" | "query",
  subject: ExampleSubject,
  base: string,
): Promise<ExampleRequest> {
  const operation = simulator.table.operations[name];
  if (!operation) throw new Error(`${simulator.table.provider} documents no ${name}.`);
  const draft: Draft = {
    method: operation.method,
    path: new Map(),
    query: new URLSearchParams(),
    headers: {},
    body: {},
  };
  const skipped = new Set((operation.exactlyOne ?? []).flatMap((group) => group.slice(1)));
  const key = exampleKey(operation);
  for (const placement of operation.send.filter(({ from }) => !skipped.has(from))) {
    const value = exampleValue(simulator, placement, { ...subject, key });
    const { money, to } = placement;
    if (value === undefined || to.startsWith("known.")) continue;
    const digits = money && money.as !== "string" && isJson(operation, to);
    put(draft, placement, digits ? jsonNumber(String(value)) : value);
  }
  return write(simulator, operation, draft, base);
}

/** A key of which every place has room for all. */
function exampleKey({ send }: OperationTable): string {
  const room = send
    .filter(({ from }) => from === "key")
    .map(({ schema }) => schema.maxLength ?? 36);
  return crypto.randomUUID().slice(0, Math.min(36, ...room));
}

/** Whether a place is in JSON: in the body, or in JSON text inside the body. */
const isJson = ({ media, jsonText }: OperationTable, place: string): boolean =>
  media === "json"
    ? place.startsWith("body#")
    : jsonText?.some((pointer) => place.startsWith(`body#${pointer}/`)) === true;

/** The value that an example sends for a source; undefined if it omits the value. */
function exampleValue(
  { credentials, now, table }: Simulator,
  { from, money, nonce, optional, schema, time, form }: Placement,
  { payment, amount, key }: ExampleSubject & { readonly key: string },
): unknown {
  const [kind, name = ""] = from.split(".", 2);
  if (kind === "payment") return payment[name];
  if (kind === "credentials") return credentials.sample(name);
  switch (from) {
    case "amount":
      return amount && money && toWire(amount, money);
    case "currency":
      return form === "lower" ? amount?.currency.toLowerCase() : amount?.currency;
    case "timestamp":
      return timeValue(now(), time ?? "iso-8601");
    case "nonce":
      return exampleNonce(nonce ? { nonce } : {});
    case "key":
      // Each example is a new refund. With the same key, the second would only get the answer to the first.
      return form === "uuid" ? asUuid5(key) : key;
    default:
      if (optional) return undefined;
      return (
        table.sample?.[from] ??
        schema.const ??
        schema.enum?.[0] ??
        (schema.type === "integer" ? 1 : "example")
      );
  }
}

/** A random UUID that says that it is of version 5. */
const asUuid5 = (uuid: string) => uuid.replace(/^(.{14})4/, (_, start) => `${start}5`);

function timeValue(at: number, format: TimeFormat | TimePattern): string | number {
  const text = timeText(at, format);
  return format === "unix-seconds" || format === "unix-milliseconds" ? Number(text) : text;
}

function put(draft: Draft, { to, prefix = "" }: { to: string; prefix?: string }, value: unknown) {
  if (to.startsWith("body#")) {
    putAt(draft.body, to.slice("body#".length), prefix === "" ? value : prefix + value);
    return;
  }
  const dot = to.indexOf(".");
  const name = to.slice(dot + 1);
  const text = `${prefix}${value}`;
  if (to.startsWith("path.")) draft.path.set(name, text);
  else if (to.startsWith("query.")) draft.query.append(name, text);
  else draft.headers[name] = text;
}

async function write(
  { credentials, now }: Simulator,
  operation: OperationTable,
  draft: Draft,
  base: string,
): Promise<ExampleRequest> {
  // Inner JSON must become text before the JSON around it does.
  const texts = (operation.jsonText ?? []).toSorted((a, b) => b.length - a.length);
  for (const pointer of texts)
    putAt(draft.body, pointer, JSON.stringify(valueAt(draft.body, pointer)));
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(draft.path.get(name) ?? ""),
  );
  const query = draft.query.size > 0 ? `?${draft.query}` : "";
  const url = new URL(`${base}${path}${query}`);
  const body = () => writeBody(operation, draft);
  if (operation.sign) {
    const { sign } = operation;
    const places = await signExample(operation, sign, credentials, draft, url, body(), now());
    for (const [to, text] of Object.entries(places)) put(draft, { to }, text);
    if (sign.to.startsWith("query.")) url.search = String(draft.query);
  }
  const { method, headers } = draft;
  if (!operation.media) return { method, url: url.href, headers };
  const type =
    operation.media === "json" ? "application/json" : "application/x-www-form-urlencoded";
  return { method, url: url.href, headers: { "Content-Type": type, ...headers }, body: body() };
}

function writeBody({ media }: OperationTable, { body }: Draft): string {
  return media === "json" ? JSON.stringify(body) : writeForm(body);
}
