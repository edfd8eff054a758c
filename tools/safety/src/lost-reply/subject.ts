import { createSandbox, type Sandbox } from "@refunds/sandbox";
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
      const { credentials, payments, requestFor } = sandbox.provider(name);
      const payment = payments.find(({ always }) => always === undefined);
      if (!payment) throw new Error(`${name} has no sample payment that can be refunded`);
      const request = requestFor(payment);
      return {
        name,
        package: `@refunds/${name}`,
        version: "this repo",
        call: "refunds.refund({ account, key, payment })",
        own: true,
        timeoutOption: "timeoutMs",
        attempt: attempt({ provider: name, credentials: credentials[0] ?? {}, request }),
        provider: () => {
          sandbox.reset();
          return simulated(sandbox);
        },
      };
    }),
  );
}

/** Processes refunds in the sandbox, so that a lost reply belongs to a refund that happened. */
function simulated(sandbox: Sandbox): Provider {
  async function ask({ method, url, headers, body }: ReceivedRequest) {
    const response = await sandbox.fetch(`http://localhost${url}`, {
      method,
      headers,
      ...(method !== "GET" && { body }),
    });
    return {
      status: response.status,
      headers: { "content-type": response.headers.get("content-type") ?? "" },
      body: await response.text(),
    };
  }
  return {
    async receive(request, situation) {
      const answer = await ask(request);
      const isRefund = sandbox.requests.at(-1)?.operation === "refund";
      // Every provider declines the second of two full refunds.
      return {
        isRefund,
        answer: isRefund && situation === "declined" ? await ask(request) : answer,
      };
    },
  };
}
