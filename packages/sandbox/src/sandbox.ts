import type { FaultPlan } from "./faults/fault-plan.ts";
import { createSandboxFetch } from "./interfaces/sandbox-fetch.ts";
import { Notifier, type SentNotification } from "./notifications/notifier.ts";
import type { NotifyOptions } from "./notifications/notify-options.ts";
import { didYouMean } from "./options/nearest.ts";
import { readFaults } from "./options/read-faults.ts";
import { notOneOf, readAll } from "./options/read-named.ts";
import { readOptions } from "./options/read-options.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import { createRouter, type Router } from "./router.ts";
import { SandboxLog } from "./sandbox-log.ts";
import { type SandboxProvider, sandboxProvider } from "./sandbox-provider.ts";
import type { CustomPayments } from "./simulator/custom-payments.ts";
import { createSimulator, type Simulator } from "./simulator/simulator.ts";
import type { Ending, SimulatorTable } from "./simulator-table.ts";

/** Simulated refund providers that answer as documented and keep balances. */
export interface Sandbox {
  /**
   * A replacement for `fetch` in a client's options. Answers at every documented base URL and at
   * `http://localhost/<provider>`. Rejects any other URL with a `TypeError`. Never uses the network. A fault rejects with
   * the same error as Node's `fetch`: the same names, codes and causes.
   */
  readonly fetch: typeof globalThis.fetch & {
    /** By it a client says that it sends to the sandbox, whatever its environment. */
    readonly sentTo: "sandbox";
  };
  readonly providers: readonly SandboxProvider[];
  /**
   * One provider by its name.
   * @throws {Error} if the sandbox does not simulate it
   */
  provider(name: string): SandboxProvider;
  /** All requests since the start or the last reset, in the order in which they were judged. */
  readonly requests: readonly SandboxRequest[];
  /** All refunds that moved money, in order. Two full refunds of one payment are a double refund. */
  readonly refunds: readonly SandboxRefund[];
  /** All notifications since the start or the last reset, with what each delivery was answered. */
  readonly notifications: readonly SentNotification[];
  /**
   * Ends a pending refund, or lets one fail that had succeeded: the payment has its money again. Sends the notification of it.
   * @param refund - The refund's `number`.
   * @throws {Error} if there is no such refund, it failed before, or the provider documents no word for a refund that failed
   */
  finish(provider: string, refund: number, as: Ending): Promise<void>;
  /** Resolves when every notification was taken, or given up. Keeps the process running until then. */
  notified(): Promise<void>;
  /**
   * Replaces the fault plan. Without an argument, no faults are injected. A request can also ask for a fault with a
   * header: `x-refunds-fault: reset_after`.
   * @throws {RefundError} `invalid_options` if the plan has an unknown fault or provider, or an invalid number or chance
   */
  inject(faults?: FaultPlan): void;
  /**
   * Restores all balances, deletes requests, tokens and keys, and restarts the fault plan and the numbers of refunds.
   * Credentials stay. A request that is still being processed ends with a connection reset. This takes microseconds, so
   * many tests can share one sandbox.
   */
  reset(): void;
}

/** What the other interfaces of this package need. */
export interface SandboxInternals extends Sandbox {
  readonly router: Router;
  /** Whether a fault plan is in force, in addition to the switches. */
  readonly hasPlan: boolean;
  readonly dripMs: number;
  readonly onFault: (error: unknown) => void;
}

export interface SandboxOptions {
  /** Names of the providers to simulate. All by default. */
  readonly providers?: readonly string[];
  /** Provider tables to use instead of the built-in ones. */
  readonly simulators?: readonly SimulatorTable[];
  /**
   * Your own payments, by provider. They replace the provider's samples. Each needs every identifier that the samples have,
   * and an amount. `refunded` is what was refunded before, and `always` is how every refund of the payment is judged.
   */
  readonly payments?: CustomPayments;
  /** Where notifications are sent. By default none are. */
  readonly notify?: NotifyOptions;
  /** After how many milliseconds a pending refund succeeds. By default it stays pending until `finish()` ends it. */
  readonly finishAfterMs?: number;
  /** Which requests get which faults. None by default. `inject` replaces it. */
  readonly faults?: FaultPlan;
  /** Milliseconds before each byte of an answer with the fault `drip`. Default 10. 0 does not wait. */
  readonly dripMs?: number;
  /** The simulated time in milliseconds since 1970, which decides when tokens expire. Default: the system clock. */
  readonly now?: () => number;
  /**
   * Gives refunds ids that no earlier sandbox gave: for a journal that lasts longer than the sandbox. Otherwise ids count from 1
   * again, and the journal finds the id of another refund. The commands `refunds-sandbox` and `refunds sandbox` do this.
   */
  readonly uniqueIds?: boolean;
  /** Called with each request that a provider documents, once it was judged. */
  readonly onRequest?: (request: SandboxRequest) => void;
  /**
   * Called with an error of the sandbox itself. The request then gets no HTTP answer, because a 500 would look like the
   * provider's: `sandbox.fetch` rejects with the error as its `cause`. By default the error is also printed with `console.error`.
   */
  readonly onFault?: (error: unknown) => void;
}

/** @throws {RefundError} `invalid_options` that lists every problem; {Error} if a table is invalid */
export async function createSandboxOf(
  tables: readonly SimulatorTable[],
  given: SandboxOptions = {},
): Promise<SandboxInternals> {
  const { chosen, ...options } = readOptions(tables, given);
  const { now = Date.now, uniqueIds = false } = options;
  const simulators = await Promise.all(
    chosen.map((table) => createSimulator(table, now, uniqueIds ? unusedSerial : undefined)),
  );
  return sandboxOf(simulators, options);
}

const ends: readonly string[] = ["succeeded", "failed"];

/** The milliseconds since 2026: no sandbox makes more refunds than that until the next one starts. */
export const unusedSerial = (unused: number): number =>
  Math.max(unused, Date.now() - Date.UTC(2026, 0));

export function sandboxOf(
  simulators: readonly Simulator[],
  {
    faults,
    notify,
    finishAfterMs,
    dripMs = 10,
    onRequest,
    onFault = printError,
  }: SandboxOptions = {},
): SandboxInternals {
  const notifier = new Notifier(notify, onFault);
  const log = new SandboxLog(notifier, finishAfterMs);
  const router = createRouter(simulators, {
    onRequest(request) {
      log.addRequest(request);
      onRequest?.(request);
    },
    onRefund: (refund, simulator) => log.addRefund(refund, simulator),
    onError: onFault,
  });
  let plan = faults;
  router.inject(plan);
  const sandboxFetch = createSandboxFetch(dripMs);
  const providers = simulators.map(sandboxProvider);
  const answer: typeof globalThis.fetch = async (input, init) => {
    // Another Request would read the body of the first, and what is read may have been sent.
    const isRequest = input instanceof Request && !init && !input.bodyUsed;
    const request = isRequest ? input : new Request(input, init);
    request.signal.throwIfAborted();
    const delivery = await router.handle(request);
    // The provider has processed the request, but a caller that aborted in the meantime gets no answer.
    request.signal.throwIfAborted();
    if (!delivery) throw new TypeError(notSimulated(request, providers));
    return sandboxFetch.deliver(delivery, request);
  };
  return {
    providers,
    // A client says by it where it sends, although its `environment` is `test` or `live`.
    fetch: Object.assign(answer, { sentTo: "sandbox" as const }),
    router,
    get hasPlan() {
      return plan !== undefined;
    },
    dripMs,
    onFault,
    inject(next) {
      const known = providers.map(({ provider }) => provider);
      plan = next && readAll((wrong) => readFaults(next, known, wrong));
      router.inject(plan);
    },
    provider: (name) => sandboxProvider(simulatorOf(simulators, name)),
    get requests() {
      return [...log.requests];
    },
    get refunds() {
      return [...log.refunds];
    },
    get notifications() {
      return notifier.sent;
    },
    async finish(provider, number, as) {
      readAll((wrong) => ends.includes(as) || wrong("as", notOneOf(as, ends)));
      await log.finish(simulatorOf(simulators, provider), number, as);
    },
    notified: () => notifier.idle(),
    reset() {
      for (const simulator of simulators) simulator.reset();
      router.inject(plan);
      router.switches.clear();
      sandboxFetch.forget();
      notifier.reset();
      log.clear();
    },
  };
}

function simulatorOf(simulators: readonly Simulator[], name: string): Simulator {
  const found = simulators.find(({ table }) => table.provider === name);
  if (found) return found;
  const known = simulators.map(({ table }) => table.provider);
  const meant = didYouMean(name, known) || ".";
  throw new Error(
    `The sandbox does not simulate "${name}"${meant} Use one of ${known.join(", ")}.`,
  );
}

function notSimulated({ method, url }: Request, providers: readonly SandboxProvider[]): string {
  const bases = providers.flatMap(({ provider, servers }) => [
    `http://localhost/${provider}`,
    ...servers,
  ]);
  return `The sandbox does not simulate ${method} ${url}, and it never sends requests over the network. It answers the documented operations under ${bases.join(", ")}.`;
}

function printError(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: a client turns the rejection into an outcome, which hides that the sandbox has a bug.
  console.error("The sandbox itself failed, and gave no answer:", error);
}
