import type { OperationTable } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import { type Incoming, textOf } from "./incoming.ts";
import { hmacKey, type VerifyingKey } from "./signature.ts";

/** How long an issued token is accepted, in seconds. */
export const tokenLifetime = 900;

export interface Token {
  readonly value: string;
  /** When it stops being accepted, in milliseconds since 1970. */
  readonly expires: number;
}

/** What the simulated merchant proves itself with. */
export interface Credentials {
  /** Every alternative in full, ready to be given to the provider's client. */
  readonly alternatives: readonly Readonly<Record<string, string | number>>[];
  /** The sample value of one credential. */
  sample(name: string): string | number | undefined;
  /** The key that verifies signatures made with the credential of that name. */
  verifyingKey(name: string): Promise<VerifyingKey>;
  /** The key that makes such signatures, as the merchant would. */
  signingKey(name: string): Promise<CryptoKey>;
  /** Why the caller is not who it says, in a sentence, or undefined. */
  check(operation: OperationTable, incoming: Incoming): string | undefined;
  issue(): Token;
  revokeTokens(): void;
}

const credentialName = (source: string): string => source.replace(/^credentials\./, "");

/** Makes the RSA pairs a table asks for; everything else is in the table. `now` tells the time tokens live by. */
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
    } else
      throw new Error(`${table.provider}: credentials.${name} has neither a value nor rsaBits.`);
  }
  const tokens = new Map<string, Token>();
  let issued = 0;

  const accepted = (name: string, text: string): boolean => {
    if (!pairs.has(name) && String(samples.get(name)) === text) return true;
    if (name !== table.operations.token?.gives) return false;
    return (tokens.get(text)?.expires ?? 0) > now();
  };

  return {
    alternatives: table.credentials.map((alternative) =>
      Object.fromEntries(
        Object.keys(alternative).map((name) => [name, samples.get(name) as string | number]),
      ),
    ),
    sample: (name) => samples.get(name),
    async verifyingKey(source) {
      const name = credentialName(source);
      return pairs.get(name)?.publicKey ?? hmacKey(String(samples.get(name)));
    },
    async signingKey(source) {
      const name = credentialName(source);
      return pairs.get(name)?.privateKey ?? hmacKey(String(samples.get(name)));
    },
    check(operation, incoming) {
      const proofs = operation.send.filter(({ from }) => from.startsWith("credentials."));
      const given = proofs.filter(({ to }) => incoming.at(to));
      const missing = proofs.find((proof) => !proof.optional && !given.includes(proof));
      if (missing) return `${missing.to} is missing: it carries ${missing.from}`;
      if (proofs.length > 0 && given.length === 0) return "no credential is given";
      for (const proof of given) {
        const text = textOf(incoming, proof);
        if (text === undefined) return `${proof.to} must start with "${proof.prefix ?? ""}"`;
        if (!accepted(credentialName(proof.from), text)) {
          return `${proof.to} does not hold the sandbox's ${proof.from}`;
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
