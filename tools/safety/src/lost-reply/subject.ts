import { createSandbox, type Sandbox } from "@refunds/sandbox";
import { type Account, providers as factories } from "refunds";
import { type Attempt, attemptInChild } from "./attempt.ts";
import type { Drill } from "./drill.ts";
import type { Provider, ReceivedRequest } from "./fault-server.ts";
import type { OwnRefund } from "./own-client.ts";

/** What is measured: an SDK or a provider of this repo, how it is called, and the simulated provider behind it. */
export interface Subject {
  readonly name: string;
  readonly package: string;
  readonly version: string;
  readonly call: string;
  readonly own: boolean;
  readonly timeoutOption?: string | undefined;
  readonly keyOption?: string | undefined;
  readonly attempt: Attempt;
  /** The simulated provider, before any refund. */
  provider(): Provider;
}

/** A published SDK, installed in `folder`. */
export function publishedSubject(
  name: string,
  drill: Drill,
  version: string,
  folder: string,
): Subject {
  const { package: npm, call, timeoutOption, keyOption, path, other } = drill;
  return {
    name,
    package: npm,
    version,
    call,
    own: false,
    timeoutOption,
    keyOption,
    attempt: attemptInChild({ drill: name, folder }),
    provider: () => ({
      receive: async ({ method, url }, situation) => {
        const isRefund = method === "POST" && path.test(new URL(url, "http://localhost").pathname);
        if (isRefund) return { isRefund, answer: drill[situation] };
        if (other) return { isRefund, answer: other };
        throw new Error(`${name}: ${method} ${url} is not the refund that the drill expects`);
      },
    }),
  };
}

/** The providers of this repo, simulated by the sandbox. */
export async function ownSubjects(
  attempt: (refund: OwnRefund) => Attempt = attemptInChild,
): Promise<Subject[]> {
  const { providers } = await createSandbox();
  return Promise.all(
    providers.map(async ({ provider: name }) => {
      const sandbox = await createSandbox({ providers: [name] });
      const { environment, credentials, payments, requestFor } = sandbox.provider(name);
      const payment = payments.find(({ always }) => always === undefined);
      if (!payment) throw new Error(`${name} has no sample payment that can be refunded`);
      const request = requestFor(payment);
      const open = (factories as unknown as Record<string, (options: object) => Account>)[name];
      if (!open) throw new Error(`The package refunds has no provider ${name}`);
      // Another key: with the same one, a provider may give the first answer again.
      const spend = () =>
        open({ environment, ...credentials[0], fetch: sandbox.fetch }).refund(
          requestFor(payment, undefined, "order-1042-refund-0") as never,
        );
      return {
        // An SDK of the provider's own may have the bare name.
        name: `@refunds/${name}`,
        package: `@refunds/${name}`,
        version: "this repo",
        call: "refunds.refund({ account, key, payment })",
        own: true,
        timeoutOption: "timeoutMs",
        attempt: attempt({ provider: name, credentials: credentials[0] ?? {}, request }),
        provider: () => {
          sandbox.reset();
          return simulated(sandbox, spend);
        },
      };
    }),
  );
}

/**
 * Processes refunds in the sandbox, so that a lost reply belongs to a refund that happened.
 * @param spend - makes a full refund of the payment, so that the next one is declined
 */
function simulated(sandbox: Sandbox, spend: () => Promise<unknown>): Provider {
  async function ask({ method, url, headers, body }: ReceivedRequest) {
    const response = await sandbox.fetch(`http://localhost${url}`, {
      method,
      headers,
      ...(method !== "GET" && { body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }
  return {
    async receive(request, situation) {
      // Every provider declines the second of two full refunds.
      if (situation === "declined") await spend();
      const answer = await ask(request);
      return { isRefund: sandbox.requests.at(-1)?.operation === "refund", answer };
    },
  };
}
