import type { FaultPlan } from "./faults/fault-plan.ts";
import { createSandboxFetch } from "./interfaces/sandbox-fetch.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import { createRouter, type Router } from "./router.ts";
import { type ClientRequest, clientRequest } from "./simulator/client-request.ts";
import {
  assertByProvider,
  type CustomPayments,
  withPayments,
} from "./simulator/custom-payments.ts";
import { type ExampleRequest, exampleRefund } from "./simulator/example.ts";
import type { Balance } from "./simulator/ledger.ts";
import { createSimulator, type Simulator } from "./simulator/simulator.ts";
import type { SimulatorTable } from "./simulator-table.ts";

/** One simulated provider. */
export interface SandboxProvider {
  /** The one word that names it everywhere. */
  readonly provider: string;
  /** The name as the provider writes it. */
  readonly title: string;
  /** The page that documents the refund. */
  readonly documentation: string;
  /** Its documented base URLs, all of which the sandbox answers. */
  readonly servers: readonly string[];
  /** Sample credentials: one entry for each way to prove who is calling, ready to be given to the client. Private keys are PEM. */
  readonly credentials: readonly Readonly<Record<string, string | number>>[];
  /** Every payment, with what is left of it now. */
  readonly payments: readonly Balance[];
  /** Whether part of a payment can be refunded. */
  readonly partial: boolean;
  /** What a client's `refund()` takes for one of `payments`: `value` minor units of it, or all that remains. */
  requestFor(payment: Balance, value?: number): ClientRequest;
  /**
   * A refund that would succeed now, written and signed without any client: what the page at `/` shows as `curl`.
   * @param base - The URL before the operation's path, such as `http://127.0.0.1:4010/yedpay`.
   * @returns undefined once no payment has anything left.
   */
  exampleRefund(base: string): Promise<ExampleRequest | undefined>;
}

/** Refund providers that answer as they document and keep account of the money. */
export interface Sandbox {
  /**
   * A drop-in `fetch` for a client. Answers at every documented base URL and at `http://localhost/<provider>`;
   * any other URL rejects with a `TypeError` that says so. Never touches the network. A fault rejects as Node's own
   * `fetch` would, with the same names, codes and causes.
   */
  readonly fetch: typeof globalThis.fetch;
  readonly providers: readonly SandboxProvider[];
  /** One provider by its name. Throws where the sandbox does not simulate it. */
  provider(name: string): SandboxProvider;
  /** Every request to a provider since the start or the last reset, in the order they were judged. */
  readonly requests: readonly SandboxRequest[];
  /** Every refund that moved money, in order: two entries for one payment are a double refund. */
  readonly refunds: readonly SandboxRefund[];
  /**
   * Sets which requests to come meet which faults, in place of the plan before; none where left out. A request can also
   * ask for one itself, in a header: `x-refunds-fault: reset_after`. Throws where the plan names no fault there is.
   */
  inject(faults?: FaultPlan): void;
  /**
   * Gives all money back, forgets requests, tokens and keys, and counts from 1 again, so that the fault plan starts over
   * as well. Credentials stay. A request still on its way is dropped with a connection reset. Takes microseconds, so
   * that many runs can share one sandbox.
   */
  reset(): void;
}

/** For the package's other doors. */
export interface SandboxInternals extends Sandbox {
  readonly router: Router;
  readonly dripMs: number;
  readonly onFault: (error: unknown) => void;
}

export interface SandboxOptions {
  /** Names of the providers to simulate; all where left out. */
  readonly providers?: readonly string[];
  /** Tables to simulate instead of the built-in ones. */
  readonly simulators?: readonly SimulatorTable[];
  /**
   * Payments of your own, by provider, in place of its samples: every identifier the samples have, the amount, and what
   * of it was refunded before. `always` names the situation that every refund of the payment meets.
   */
  readonly payments?: CustomPayments;
  /** Which requests meet which faults; none where left out. `inject` changes it later. */
  readonly faults?: FaultPlan;
  /** Milliseconds before each byte of an answer that meets the fault `drip`. Default 10; 0 does not wait. */
  readonly dripMs?: number;
  /** The simulated time, in milliseconds since 1970: what tokens expire by. The system's clock where left out. */
  readonly now?: () => number;
  /**
   * Called with a bug in the sandbox itself. The request is then answered by no HTTP answer at all, since a 500 would
   * look like the provider. Where left out, the error is thrown as an uncaught exception, which fails a test run.
   */
  readonly onFault?: (error: unknown) => void;
}

/** Makes a sandbox of the tables given. Rejects where a name is unknown, a payment is none or a table contradicts itself. */
export async function createSandboxOf(
  tables: readonly SimulatorTable[],
  options: Omit<SandboxOptions, "simulators"> = {},
): Promise<SandboxInternals> {
  const { now = Date.now, payments = {} } = options;
  const chosen = choose(tables, options.providers);
  assertByProvider(payments);
  assertKnown(Object.keys(payments), chosen);
  const ready = chosen.map((table) => withPayments(table, payments));
  const simulators = await Promise.all(ready.map((table) => createSimulator(table, now)));
  return sandboxOf(simulators, options);
}

/** Puts simulators behind one `fetch`, one list of handlers and one record of what happened. */
export function sandboxOf(
  simulators: readonly Simulator[],
  { faults, dripMs = 10, onFault = throwUncaught }: SandboxOptions = {},
): SandboxInternals {
  const requests: SandboxRequest[] = [];
  const refunds: SandboxRefund[] = [];
  const events = {
    onRequest: (request: SandboxRequest) => requests.push(request),
    onRefund: (refund: SandboxRefund) => refunds.push(refund),
    onError: onFault,
  };
  const router = createRouter(simulators, events);
  let plan = faults;
  router.inject(plan);
  const sandboxFetch = createSandboxFetch(dripMs);
  const providers = simulators.map(describe);
  return {
    providers,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const delivery = await router.handle(request);
      // The provider has acted; a caller who gave up in the meantime does not hear of it.
      request.signal.throwIfAborted();
      if (!delivery) throw new TypeError(notSimulated(request, providers));
      return sandboxFetch.deliver(delivery, request);
    },
    router,
    dripMs,
    onFault,
    inject(next) {
      router.inject(next);
      plan = next;
    },
    provider: (name) => {
      const found = providers.find(({ provider }) => provider === name);
      if (!found) throw new Error(unknownProvider(name, providers));
      return found;
    },
    get requests() {
      return [...requests];
    },
    get refunds() {
      return [...refunds];
    },
    reset() {
      for (const simulator of simulators) simulator.reset();
      router.inject(plan);
      router.switches.clear();
      sandboxFetch.forget();
      requests.length = 0;
      refunds.length = 0;
    },
  };
}

function choose(
  tables: readonly SimulatorTable[],
  names: readonly string[] | undefined,
): readonly SimulatorTable[] {
  assertKnown(names ?? [], tables);
  return names ? tables.filter(({ provider }) => names.includes(provider)) : tables;
}

function assertKnown(names: readonly string[], tables: readonly SimulatorTable[]): void {
  for (const name of names) {
    if (!tables.some(({ provider }) => provider === name)) {
      throw new Error(unknownProvider(name, tables));
    }
  }
}

function describe(simulator: Simulator): SandboxProvider {
  const { table } = simulator;
  const { provider, title, documentation, servers, partial } = table;
  return {
    provider,
    title,
    documentation,
    servers,
    partial,
    requestFor: (payment, value) => clientRequest(table, payment, value),
    credentials: simulator.credentials.alternatives,
    get payments() {
      return simulator.ledger.balances();
    },
    exampleRefund: (base) => exampleRefund(simulator, base),
  };
}

const unknownProvider = (name: string, known: readonly { readonly provider: string }[]): string =>
  `The sandbox does not simulate "${name}". It knows ${known.map(({ provider }) => provider).join(", ")}.`;

function notSimulated({ method, url }: Request, providers: readonly SandboxProvider[]): string {
  const bases = providers.flatMap(({ provider, servers }) => [
    `http://localhost/${provider}`,
    ...servers,
  ]);
  return `The sandbox does not simulate ${method} ${url}, and it never calls the network. It answers the documented operations under ${bases.join(", ")}.`;
}

function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
