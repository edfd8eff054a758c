import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createSandbox, type Sandbox, type SandboxOptions } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { type AccountSetup, keyHeader } from "./shop/messages.ts";

/** A request at the provider, from its arrival to the end of its answer. */
export interface Flight {
  readonly key: string;
  readonly url: string;
  /** Milliseconds of one monotonic clock. */
  readonly from: number;
  /** Absent until the end. */
  to?: number;
}

/** All providers over HTTP, and the requests to them. */
export interface Simulators {
  readonly sandbox: Sandbox;
  /** Requests since the last reset. */
  readonly flights: readonly Flight[];
  /** An account with the provider's n-th kind of credentials. */
  account(name: string, provider: string, nth: number, timeoutMs?: number): AccountSetup;
  /** Resolves when no request is in progress. */
  quiet(): Promise<void>;
  /** Forgets all refunds and requests. */
  reset(): void;
  close(): Promise<void>;
}

const channel = "http.server.request.start";

/** Long enough for a busy machine. */
const usualTimeoutMs = 20_000;

/** @param options `dripMs`: milliseconds per byte of a slow answer */
export async function startSimulators(
  options: Pick<SandboxOptions, "dripMs">,
): Promise<Simulators> {
  const sandbox = await createSandbox(options);
  const server = await serve(sandbox);
  const port = Number(new URL(server.url).port);
  let flights: Flight[] = [];

  // The sandbox knows when it handled a request. Only the server knows when the answer ended.
  function noteRequest(message: unknown) {
    const { request, response } = message as {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
    };
    if (request.socket.localPort !== port) return;
    const key = String(request.headers[keyHeader] ?? "");
    const url = `${server.url}${request.url}`;
    const flight: Flight = { key, url, from: performance.now() };
    flights.push(flight);
    const end = () => {
      flight.to ??= performance.now();
    };
    response.once("finish", end).once("close", end);
  }
  subscribe(channel, noteRequest);

  return {
    sandbox,
    get flights() {
      return flights;
    },
    account: (name, provider, nth, timeoutMs = usualTimeoutMs) => ({
      name,
      provider,
      options: {
        baseUrl: `${server.url}/${provider}`,
        timeoutMs,
        ...sandbox.provider(provider).credentials[nth],
      },
    }),
    async quiet() {
      while (flights.some(({ to }) => to === undefined)) await pause(2);
      // A request that arrived just before its caller died may still be handled.
      await pause(5);
    },
    reset() {
      sandbox.inject();
      sandbox.reset();
      flights = [];
    },
    close() {
      unsubscribe(channel, noteRequest);
      return server.close();
    },
  };
}

/** How long a refund counts as being sent: the timeout of its account and the margin of the facade. */
export const leaseMs = usualTimeoutMs + 15_000;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
