import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createSandbox, type Sandbox, type SandboxOptions } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { type AccountSetup, keyHeader } from "./shop/messages.ts";

/** A request at the provider, from its arrival to the end of its answer. */
export interface Flight {
  readonly key: string;
  readonly url: string;
  /** Milliseconds, by one clock. */
  readonly from: number;
  /** Absent while it lasts. */
  to?: number;
}

/** Every provider over HTTP, and what is on its way there. */
export interface Simulators {
  readonly sandbox: Sandbox;
  /** Requests since the last reset. */
  readonly flights: readonly Flight[];
  /** An account that proves who it is by the provider's n-th kind of credentials. With a short time it only waits shortly. */
  account(name: string, provider: string, nth: number, timeoutMs?: number): AccountSetup;
  /** Resolves once nothing is on its way. */
  quiet(): Promise<void>;
  /** All money is back, and nothing has happened. */
  reset(): void;
  close(): Promise<void>;
}

const channel = "http.server.request.start";

/** Generous enough for a busy machine, short enough not to stop a process from asking. */
const usualTimeoutMs = 20_000;

/** @param options `dripMs`: how long a slow answer takes for each byte */
export async function startSimulators(
  options: Pick<SandboxOptions, "dripMs">,
): Promise<Simulators> {
  const sandbox = await createSandbox(options);
  const server = await serve(sandbox);
  const port = Number(new URL(server.url).port);
  let flights: Flight[] = [];

  // The sandbox knows when it judged a request; only the server knows when the caller was through with it.
  function note(message: unknown) {
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
  subscribe(channel, note);

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
      // What arrived just before its caller died may still be judged.
      await pause(5);
    },
    reset() {
      sandbox.inject();
      sandbox.reset();
      flights = [];
    },
    close() {
      unsubscribe(channel, note);
      return server.close();
    },
  };
}

/** How long a process may still be sending once it has begun: its own time, and the margin of the facade. */
export const leaseMs = usualTimeoutMs + 15_000;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
