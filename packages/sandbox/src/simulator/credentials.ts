import { importPkcs8, type KeyUse, type OperationTable } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import { basicOf, basicText } from "./basic.ts";
import { type Incoming, textOf } from "./incoming.ts";
import { type KeyPair, makeKeyPair, pem, sharedKey, webCryptoAlgorithm } from "./key-pairs.ts";

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
  /** The key that makes or verifies signatures with a credential. */
  keyOf(use: KeyUse & { readonly key: string }, as: "sign" | "verify"): Promise<CryptoKey>;
  /** Says why the caller is not authorized; undefined if it is. */
  check(operation: OperationTable, incoming: Incoming): string | undefined;
  issue(): Token;
  revokeTokens(): void;
}

const credentialName = (source: string): string => source.replace(/^credentials\./, "");

/** Makes the key pairs that the table asks for. `now` decides when tokens expire. */
export async function createCredentials(
  table: SimulatorTable,
  now: () => number,
): Promise<Credentials> {
  const { samples, pairs } = await makeSamples(table);
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
    keyOf(use, as) {
      const name = credentialName(use.key);
      const pair = pairs.get(name);
      if (!pair) return sharedKey(String(samples.get(name)), use);
      const algorithm = webCryptoAlgorithm(use.algorithm);
      return as === "sign"
        ? importPkcs8(pair.pkcs8, algorithm)
        : crypto.subtle.importKey("spki", pair.spki, algorithm, false, [as]);
    },
    check: (operation, incoming) => credentialProblem(operation, incoming, isAccepted),
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

/** The values of the credentials, and the key pairs of those that are keys. */
async function makeSamples({ credentials, provider }: SimulatorTable) {
  const samples = new Map<string, string | number>();
  const pairs = new Map<string, KeyPair>();
  const samplesOf = credentials.flatMap((set) => Object.entries(set));
  for (const [name, sample] of samplesOf) {
    if (samples.has(name)) continue;
    const pair = await makeKeyPair(sample);
    if (sample.value !== undefined) samples.set(name, sample.value);
    else if (pair) {
      const { half } = sample;
      const text = half ? pem("PUBLIC KEY", pair.spki) : pem("PRIVATE KEY", pair.pkcs8);
      samples.set(name, text);
      pairs.set(name, pair);
    } else throw new Error(`${provider}: credentials.${name} needs a value or rsaBits.`);
  }
  return { samples, pairs };
}

/** @param isAccepted whether a text is a value of the credential with this name */
function credentialProblem(
  operation: OperationTable,
  incoming: Incoming,
  isAccepted: (name: string, text: string) => boolean,
): string | undefined {
  const expected = operation.send.filter(({ from }) => from.startsWith("credentials."));
  const present = expected.filter(({ to }) => incoming.at(to));
  const missing = expected.find((each) => !each.optional && !present.includes(each));
  if (missing) return `${missing.to} is missing; it must hold ${missing.from}`;
  // A signature says who is calling, so what is optional next to it can be left out.
  if (expected.length > 0 && present.length === 0 && !operation.sign) {
    return "the request has no credentials";
  }
  for (const placement of present) {
    const text = textOf(incoming, placement);
    const { from, to, prefix = "" } = placement;
    if (text === undefined) return `${to} must start with "${prefix}"`;
    if (!isAccepted(credentialName(from), text)) {
      return `${to} must hold the sandbox's ${from}`;
    }
  }
  return undefined;
}
