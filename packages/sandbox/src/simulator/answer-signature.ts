/** Signs the simulator's answers as the provider does. */
import { readJson, type VerifyTable, valueAt } from "@refunds/core/provider";
import type { Credentials } from "./credentials.ts";
import { signatureOf } from "./example-signature.ts";
import { composed, type Signable } from "./signed-text.ts";
import { timeText } from "./time-text.ts";

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer with its signature, in a header or in the body. */
export async function signAnswer<Written extends Answer>(
  table: VerifyTable,
  credentials: Credentials,
  request: Request,
  answer: Written,
  now: number,
): Promise<Written> {
  if (table.unless?.http.includes(String(answer.status))) return answer;
  const added = addedHeaders(table, credentials, now);
  const { exact, value } = readJson(answer.body);
  const { host, pathname, search } = new URL(request.url);
  const whole: Record<string, string> = {
    method: request.method,
    path: pathname + search,
    pathname,
    query: search.slice(1),
    host,
    body: answer.body,
  };
  const message: Signable = {
    text(name) {
      if (Object.hasOwn(whole, name)) return whole[name];
      if (name.startsWith("credentials.")) return `${credentials.sample(name.slice(12))}`;
      if (name.startsWith("body#")) return `${valueAt(exact, name.slice("body#".length)) ?? ""}`;
      return added[name] ?? answer.headers?.[name.slice("header.".length)];
    },
    fields: () =>
      Object.entries(Object(exact)).map(([name, text]) => [
        name,
        typeof text === "object" ? JSON.stringify(valueAt(value, `/${name}`)) : `${text}`,
      ]),
  };
  const signature = await signatureOf(table, credentials, await composed(table, message));
  // The literal text around the group of the pattern.
  const written = (table.pattern ?? "()").replace(/\(.*\)/, () => signature);
  const { from } = table;
  const headers = { ...answer.headers, ...withoutPrefix(added) };
  if (from.startsWith("header.")) {
    return { ...answer, headers: { ...headers, [from.slice("header.".length)]: written } };
  }
  // As text, so that the digits of numbers stay.
  const field = `${JSON.stringify(from.slice("body#/".length))}:${JSON.stringify(written)}`;
  const separator = Object.keys(Object(value)).length > 0 ? "," : "";
  return { ...answer, headers, body: `${answer.body.slice(0, -1)}${separator}${field}}` };
}

/** The headers that are signed and say something of the signature: its time, its key, and a nonce. */
function addedHeaders(
  { over, within, keyId, from }: VerifyTable,
  credentials: Credentials,
  now: number,
): Record<string, string> {
  const named = JSON.stringify(over).match(/header\.[\w-]+/g) ?? [];
  const headers: Record<string, string> = {};
  for (const name of named) if (name !== from) headers[name] = crypto.randomUUID();
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
