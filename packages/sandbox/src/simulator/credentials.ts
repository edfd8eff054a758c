import type { OperationTable } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import { basicOf, basicText } from "./basic.ts";
import { type Incoming, textOf } from "./incoming.ts";
import { hmacKey, type VerifyingKey } from "./signature.ts";

/** How long an issued token is valid, in seconds. */
export const tokenLifetime = 900;

export interface Token {
  readonly value: string;
  /** In milliseconds since 1970. */
  readonly expires: number;
}

/** The credentials of the simulated merchant. */
export interface Credentials {
  /** All alternatives, with values that can be passed to the provider's client. */
  readonly alternatives: readonly Readonly<Record<string, string | number>>[];
  /** The value to send: of one credential, or of two as HTTP Basic (`<username>:<password>`). */
  sample(name: string): string | number | undefined;
  /** The key that verifies signatures made with the credential `name`. */
  verifyingKey(name: string): Promise<VerifyingKey>;
  /** The key that makes such signatures. */
  signingKey(name: string): Promise<CryptoKey>;
  /** Says why the caller is not authorized; undefined if it is. */
  check(operation: OperationTable, incoming: Incoming): string | undefined;
  issue(): Token;
  revokeTokens(): void;
}

const credentialName = (source: string): string => source.replace(/^credentials\./, "");

/** Creates the RSA key pairs that the table asks for. `now` decides when tokens expire. */
export async function createCredentials(
  table: SimulatorTable,
  now: () => number,
): Promise<Credentials> {
  const samples = new Map<string, string | number>();
  const pairs = new Map<string, CryptoKeyPair>();
  for (const [name, { value, rsaBits }] of table.credentials.flatMap(Object.entries)) {
    if (samples.has(name)) continue;
    if (value !== undefined) samples.set(name, value);
    else if (rsaBits !== undefined) {
      const pair = await rsaPair(rsaBits);
      samples.set(name, await privatePem(pair.privateKey));
      pairs.set(name, pair);
    } else throw new Error(`${table.provider}: credentials.${name} needs a value or rsaBits.`);
  }
  const tokens = new Map<string, Token>();
  let issued = 0;

  const isAccepted = (name: string, text: string): boolean => {
    if (name.includes(":")) return basicText(text) === pairOf(name);
    if (!pairs.has(name) && String(samples.get(name)) === text) return true;
    if (name !== table.operations.token?.gives) return false;
    return (tokens.get(text)?.expires ?? 0) > now();
  };

  /** The user name and the password of HTTP Basic, with a colon between them. */
  const pairOf = (pair: string): string => {
    const [username = "", password = ""] = pair.split(":");
    return `${samples.get(username)}:${password && samples.get(password)}`;
  };

  return {
    alternatives: table.credentials.map((alternative) =>
      Object.fromEntries(
        Object.keys(alternative).map((name) => [name, samples.get(name) as string | number]),
      ),
    ),
    sample: (name) => (name.includes(":") ? basicOf(pairOf(name)) : samples.get(name)),
    async verifyingKey(source) {
      const name = credentialName(source);
      return pairs.get(name)?.publicKey ?? hmacKey(String(samples.get(name)));
    },
    async signingKey(source) {
      const name = credentialName(source);
      return pairs.get(name)?.privateKey ?? hmacKey(String(samples.get(name)));
    },
    check(operation, incoming) {
      const expected = operation.send.filter(({ from }) => from.startsWith("credentials."));
      const present = expected.filter(({ to }) => incoming.at(to));
      const missing = expected.find((each) => !each.optional && !present.includes(each));
      if (missing) return `${missing.to} is missing; it must hold ${missing.from}`;
      if (expected.length > 0 && present.length === 0) return "the request has no credentials";
      for (const placement of present) {
        const text = textOf(incoming, placement);
        const { from, to, prefix = "" } = placement;
        if (text === undefined) return `${to} must start with "${prefix}"`;
        if (!isAccepted(credentialName(from), text)) {
          return `${to} must hold the sandbox's ${from}`;
        }
      }
      return undefined;
    },
    issue() {
      issued += 1;
      const value = `${table.provider}-token-${issued}`;
      const token: Token = { value, expires: now() + tokenLifetime * 1000 };
      tokens.set(value, token);
      return token;
    },
    revokeTokens() {
      tokens.clear();
      issued = 0;
    },
  };
}

const rsaPair = (bits: number): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(
    {
      name: "RSASSA-PKCS1-v1_5",
      hash: "SHA-256",
      modulusLength: bits,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ["sign", "verify"],
  );

async function privatePem(key: CryptoKey): Promise<string> {
  const der = new Uint8Array(await crypto.subtle.exportKey("pkcs8", key));
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN PRIVATE KEY-----", ...lines, "-----END PRIVATE KEY-----", ""].join("\n");
}
