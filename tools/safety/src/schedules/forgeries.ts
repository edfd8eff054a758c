/** Notifications that the provider did not send: changed ones, ones that are signed with another key, and ones without a signature. */
import { type Sandbox, signTestNotification } from "@refunds/sandbox";

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Forge = (message: Message, sandbox: Sandbox, provider: string) => Message | Promise<Message>;

/** How a stranger makes a notification from a true one. */
export const forgeries = {
  /** Says something else, with the old signature. */
  changed: (message) => ({ ...message, body: changedBody(message) }),
  "with another key": (message, sandbox, provider) =>
    signedWith(otherKeys(credentialsOf(sandbox, provider)), message, provider),
  "without a signature": (message) => withoutSignature(message),
} satisfies Record<string, Forge>;

export type Forgery = keyof typeof forgeries;

export const forgeryNames = Object.keys(forgeries) as readonly Forgery[];

type Credentials = Readonly<Record<string, string>>;

export const credentialsOf = (sandbox: Sandbox, provider: string): Credentials =>
  Object.fromEntries(
    Object.entries(sandbox.provider(provider).credentials.at(-1) ?? {}).map(([name, value]) => [
      name,
      String(value),
    ]),
  );

/** The message, signed with these credentials instead. */
export async function signedWith(
  credentials: Credentials,
  message: Message,
  provider: string,
): Promise<Message> {
  const { url, body } = withoutSignature(message);
  const request = await signTestNotification({ provider, body, url, credentials });
  return { url, headers: Object.fromEntries(request.headers), body: await request.text() };
}

/** Whether no header has a signature. */
export const isSignedInBody = ({ headers }: Pick<Message, "headers">): boolean =>
  Object.keys(headers).every((name) => name === "content-type");

/** Says something else. A signature in the body comes after what it signs, and stays. */
function changedBody({ headers, body }: Message): string {
  if (!body.startsWith("{")) return `${body}&transaction%5Bid%5D=other`;
  return isSignedInBody({ headers }) ? body.replace(/[0-9]/, otherDigit) : changed(body);
}

/** A signature in a body that is JSON, the first or a later field. Nothing else in one is as long. */
const signatures = [/,"\w+":"[\w+/=]{40,}"/g, /"\w+":"[\w+/=]{40,}",?/g];

/** Without its headers, or without the signature in its body: the last field of a form. */
function withoutSignature({ url, headers, body }: Message): Message {
  const { "content-type": type = "" } = headers;
  const unsigned = body.startsWith("{")
    ? signatures.reduce((text, signature) => text.replaceAll(signature, ""), body)
    : body.replace(/&[^&]*$/, "");
  const message = { url, headers: { "content-type": type }, body };
  return isSignedInBody({ headers }) ? { ...message, body: unsigned } : message;
}

/** Credentials of the same kind that the merchant's client does not have. */
const otherKeys = (credentials: Credentials): Credentials =>
  Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, otherKey(value, credentials)]),
  );

/** Where the provider signs with a private key, the merchant's own is another one. */
function otherKey(value: string, credentials: Credentials): string {
  if (!value.includes("PUBLIC KEY")) return changed(value);
  const own = Object.values(credentials).find((one) => one.includes("PRIVATE KEY"));
  if (own === undefined) throw new Error("The sandbox has no other private key.");
  return own;
}

const otherDigit = (digit: string): string => `${(Number(digit) + 1) % 10}`;

/** With another last digit, or another last letter. */
const changed = (text: string): string =>
  /[0-9]/.test(text)
    ? text.replace(/[0-9](?=[^0-9]*$)/, otherDigit)
    : text.replace(/[a-z](?=[^a-z]*$)/i, (letter) => (letter === "a" ? "b" : "a"));
