import { simulators } from "../generated/simulators.ts";
import { notOneOf, readAll, readNamed, shown } from "../options/read-named.ts";
import { writeForm } from "../simulator/form.ts";
import { privateKey, sharedKey } from "../simulator/key-pairs.ts";
import type { SigningCredentials } from "../simulator/message-signature.ts";
import { signedNotification } from "../simulator/notification.ts";
import type { SimulatorTable } from "../simulator-table.ts";
import { webhookOf } from "./deliver.ts";

/** A notification of a test. */
export interface TestNotification {
  /** The provider's one-word name, such as `yedpay`. */
  readonly provider: string;
  /** The body: its text, or an object that is written as JSON, or as a form where the provider sends forms. */
  readonly body: string | Readonly<Record<string, unknown>>;
  /**
   * What your client verifies notifications with, by the names of its options, such as `webhookSecret`. Where that is a public key,
   * the private key of the same pair, in PEM (PKCS#8).
   */
  readonly credentials: Readonly<Record<string, string>>;
  /** The address of your webhook. Default `http://localhost/webhooks/<provider>`. */
  readonly url?: string;
  /** Headers of your own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** When it was signed. Default now. */
  readonly at?: Date;
}

/**
 * Signs a notification as the provider does, so that your test can pass it to `client.notification()`, `refunds.notification()` or
 * your route.
 * @throws {RefundError} `invalid_options` if a field is unknown or wrong; {Error} if the provider documents no notification, or a
 * credential is missing
 */
export async function signTestNotification(given: TestNotification): Promise<Request> {
  const { provider, body, credentials, ...rest } = readTestNotification(given);
  const { url = webhookOf(provider), headers = {}, at = new Date() } = rest;
  const { notification } = tableOf(provider);
  if (!notification) throw new Error(`${provider} documents no notification about refunds.`);
  const write = notification.media === "form" ? writeForm : JSON.stringify;
  const text = typeof body === "string" ? body : write(body);
  const message = { headers: { ...headers }, body: text };
  const keys = keysOf(provider, credentials);
  const signed = await signedNotification(notification, keys, message, at.getTime());
  return new Request(url, { method: "POST", ...signed });
}

function tableOf(provider: string): SimulatorTable {
  return simulators.find((simulator) => simulator.provider === provider) as SimulatorTable;
}

const names = ["provider", "body", "credentials", "url", "headers", "at"] as const;

const readTestNotification = (given: unknown): TestNotification =>
  readAll((wrong) => {
    const read = readNamed<TestNotification>(given, names, "", wrong);
    const { provider, body, credentials, at } = read;
    const known = simulators.map((simulator) => simulator.provider);
    if (!known.includes(provider as string)) wrong("provider", notOneOf(provider, known));
    if (typeof body !== "string" && (typeof body !== "object" || body === null)) {
      wrong("body", `is ${shown(body)}. It must be text or an object`);
    }
    if (typeof credentials !== "object" || credentials === null) {
      wrong("credentials", "must be an object, such as { webhookSecret }");
    }
    if (at !== undefined && !(at instanceof Date && !Number.isNaN(at.getTime()))) {
      wrong("at", `is ${shown(at)}. It must be a valid Date`);
    }
    return read as TestNotification;
  });

/** Secrets of the caller. Where the provider signs with a private key, the caller has made a pair of keys. */
function keysOf(
  provider: string,
  credentials: Readonly<Record<string, string>>,
): SigningCredentials {
  const given = (name: string): string => {
    const value = credentials[name];
    if (value !== undefined) return value;
    throw new Error(`${provider} signs notifications with ${name}, which credentials has not.`);
  };
  return {
    sample: given,
    keyOf: (use) => {
      const text = given(use.key.replace("credentials.", ""));
      return use.algorithm.startsWith("HMAC-") ? sharedKey(text, use) : privateKey(text, use);
    },
  };
}
