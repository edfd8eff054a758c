import type { HttpHandler } from "msw";
import { getResponse } from "msw";
import { createHandlers } from "./handlers.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import { type ClientRequest, clientRequest } from "./simulator/client-request.ts";
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
   * any other URL rejects with a `TypeError` that says so. Never touches the network.
   */
  readonly fetch: typeof globalThis.fetch;
  /** The same for msw: `setupServer(...sandbox.handlers)` or `setupWorker(...)`. */
  readonly handlers: HttpHandler[];
  readonly providers: readonly SandboxProvider[];
  /** One provider by its name. Throws where the sandbox does not simulate it. */
  provider(name: string): SandboxProvider;
  /** Every request that reached a simulator since the start or the last reset, in order of their answers. */
  readonly requests: readonly SandboxRequest[];
  /** Every refund that moved money, in order: two entries for one payment are a double refund. */
  readonly refunds: readonly SandboxRefund[];
  /** Gives all money back, forgets requests and tokens, and counts from 1 again. Credentials stay. */
  reset(): void;
}

export interface SandboxOptions {
  /** Names of the providers to simulate; all where left out. */
  readonly providers?: readonly string[];
  /** Tables to simulate instead of the built-in ones. */
  readonly simulators?: readonly SimulatorTable[];
  /**
   * Called with a bug in the sandbox itself. The request is then answered by no HTTP answer at all, since a 500 would
   * look like the provider. Where left out, the error is thrown as an uncaught exception, which fails a test run.
   */
  readonly onFault?: (error: unknown) => void;
}

/** Makes a sandbox of the tables given. Rejects where a name is unknown or a table contradicts itself. */
export async function createSandboxOf(
  tables: readonly SimulatorTable[],
  options: Omit<SandboxOptions, "simulators"> = {},
): Promise<Sandbox> {
  const chosen = choose(tables, options.providers);
  return sandboxOf(await Promise.all(chosen.map(createSimulator)), options.onFault);
}

/** Puts simulators behind one `fetch`, one list of handlers and one record of what happened. */
export function sandboxOf(simulators: readonly Simulator[], onFault = throwUncaught): Sandbox {
  const requests: SandboxRequest[] = [];
  const refunds: SandboxRefund[] = [];
  const journal = {
    record: (request: SandboxRequest) => requests.push(request),
    moved: (refund: SandboxRefund) => refunds.push(refund),
    fault: onFault,
  };
  const handlers = simulators.flatMap((simulator) => createHandlers(simulator, journal));
  const providers = simulators.map(describe);
  return {
    handlers,
    providers,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const answer = await getResponse(handlers, request);
      // The provider has acted; a caller who gave up in the meantime does not hear of it.
      request.signal.throwIfAborted();
      if (!answer) throw new TypeError(notSimulated(request, providers));
      if (answer.type === "error") throw new TypeError(unanswered);
      return answer;
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
      requests.length = 0;
      refunds.length = 0;
    },
  };
}

function choose(
  tables: readonly SimulatorTable[],
  names: readonly string[] | undefined,
): readonly SimulatorTable[] {
  for (const name of names ?? []) {
    if (!tables.some(({ provider }) => provider === name)) {
      throw new Error(unknownProvider(name, tables));
    }
  }
  return names ? tables.filter(({ provider }) => names.includes(provider)) : tables;
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

const unanswered =
  "The sandbox gave no answer: the request's body could not be read, or the sandbox itself failed and told its onFault.";

function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
