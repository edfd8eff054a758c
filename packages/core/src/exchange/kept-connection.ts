/** A connection that rests between two refunds, and when it may be used again. */
import { isNode } from "./runtime.ts";

/** Servers close idle connections after 2 seconds or more, unless their owner set less. */
const longestIdleMs = 250;

/** One connection: an agent that opens one at a time, and gets one request at a time. */
export interface Kept {
  readonly agent: Agent;
  restedSince: Clocks;
  idle: boolean;
  closed: boolean;
  drop(): void;
}

interface Agent {
  destroy(): Promise<void>;
  on(event: "disconnect", listener: () => void): void;
}
export type AgentClass = new (options: object) => Agent;
type Clocks = readonly [steady: number, wall: number];

export const clocks = (): Clocks => [performance.now(), Date.now()];

/** By both clocks, because the steady one stands still while a machine sleeps. */
const restedMs = ({ restedSince: [steady, wall] }: Kept) =>
  Math.max(performance.now() - steady, Math.abs(Date.now() - wall));

/** The class of Node's own dispatcher. It needs no import, and takes the handlers of Node's own `fetch`. */
export function agentOfNode(): AgentClass | undefined {
  if (!isNode()) return undefined;
  // Node makes its dispatcher when it loads this class.
  globalThis.Response;
  const known = globalThis as unknown as Record<symbol, Dispatcher | undefined>;
  // Node 26 has a wrapper for older versions under the first.
  return ["1", "2"]
    .map((version) => known[Symbol.for(`undici.globalDispatcher.${version}`)])
    .find(isPlain)?.constructor;
}

interface Dispatcher {
  readonly constructor: AgentClass & { readonly prototype: { readonly dispatch: unknown } };
  readonly dispatch: unknown;
  readonly [setting: symbol]: unknown;
}

/** Whether it is as Node made it. What a program has set, such as a proxy or a certificate, must not be lost. */
function isPlain(made: Dispatcher | undefined): made is Dispatcher {
  if (made?.constructor.name !== "Agent") return false;
  const named = Object.getOwnPropertySymbols(made).find((at) => at.description === "options");
  const settings = named && made[named];
  return (
    !!settings &&
    Object.values(settings).every((value) => value === undefined || value === Infinity) &&
    made.dispatch === made.constructor.prototype.dispatch
  );
}

/** Node's own, which has no types here. */
const loop = globalThis as unknown as {
  setImmediate(work: () => void): void;
};

/** Takes the connection that answered last, if it can be used. */
export async function usable(free: Kept[]): Promise<Kept | undefined> {
  const kept = free.pop();
  if (!kept) return undefined;
  // A close that has arrived must be read first, however long this process was busy. The event loop reads between the two.
  await new Promise<void>((resume) => loop.setImmediate(() => loop.setImmediate(resume)));
  const isUsable = kept.idle && restedMs(kept) <= longestIdleMs;
  if (!isUsable) kept.drop();
  kept.idle = false;
  return isUsable ? kept : undefined;
}

export function open(Agent: AgentClass, free: Kept[], closedEarly: () => void): Kept {
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    // Several refunds in one connection would end together.
    allowH2: false,
    // Longer than it is used: a connection that closes before is one that the server closed.
    keepAliveTimeout: 2 * longestIdleMs,
    keepAliveMaxTimeout: 2 * longestIdleMs,
  });
  const kept: Kept = {
    agent,
    restedSince: clocks(),
    idle: false,
    closed: false,
    drop() {
      kept.idle = false;
      if (free.includes(kept)) free.splice(free.indexOf(kept), 1);
      agent.destroy().catch(() => {});
    },
  };
  agent.on("disconnect", () => {
    kept.closed = true;
    if (!kept.idle) return;
    if (restedMs(kept) < longestIdleMs) closedEarly();
    kept.drop();
  });
  return kept;
}
