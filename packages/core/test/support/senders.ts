/** Node's own `fetch` and those of undici, each with an agent that looks up hosts as a test wants it. */
import type { LookupFunction } from "node:net";
import { onTestFinished } from "vitest";
import { type AgentClass, agentOfNode } from "../../src/exchange/kept-connection.ts";

export type Sender = (url: string | Request, init: object) => Promise<Response>;

interface Library {
  readonly fetch: Sender;
  readonly Agent: AgentClass;
}

const packages = {
  Node: async () => ({ fetch: globalThis.fetch, Agent: agentOfNode() }),
  undici6: () => import("undici6"),
  undici7: () => import("undici7"),
  undici8: () => import("undici8"),
};

export const senders = Object.keys(packages) as (keyof typeof packages)[];

/** Its `fetch`, which makes a connection for each call, and asks `lookup` for addresses. */
export async function senderOf(
  name: keyof typeof packages,
  lookup: LookupFunction,
): Promise<Sender> {
  const { fetch, Agent } = (await packages[name]()) as unknown as Library;
  return (url, init) => {
    const dispatcher = new Agent({ connect: { lookup } });
    onTestFinished(() => dispatcher.destroy());
    return fetch(url, { ...init, dispatcher });
  };
}

/** Answers with the loopback address after so many milliseconds. */
export const lookupAfter =
  (delayMs: number): LookupFunction =>
  (_host, { all }, found) => {
    const address = "127.0.0.1";
    setTimeout(
      () => (all ? found(null, [{ address, family: 4 }]) : found(null, address, 4)),
      delayMs,
    );
  };
