/** A provider's simulator, and the packages that refund through it, in this page. Nothing here uses the network. */
import type { FaultKind, Sandbox, SimulatorTable } from "@refunds/sandbox";
import { createRefunds, memoryJournal, type RefundOutcome, type RefundRecord } from "refunds";
// The package's entry point brings every simulator.
import { createSandboxOf } from "../../../packages/sandbox/src/sandbox.ts";
import { type Exchange, recording } from "./exchange.ts";
import type { RefundRequest } from "./form.ts";
import { loadProvider } from "./load.ts";

/** How long the client waits for an answer here: short, because a reader waits, too. */
const timeoutMs = 3000;

const account = "shop";

export interface Delivery {
  readonly status: number;
  /** What the facade did with it. */
  readonly is: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface World {
  readonly table: SimulatorTable;
  readonly sandbox: Sandbox;
  readonly exchanges: readonly Exchange[];
  readonly options: Readonly<Record<string, unknown>>;
  /** @param fault - what happens to this call's request */
  refund(request: RefundRequest, fault?: FaultKind): Promise<RefundOutcome>;
  reconcile(key: string): Promise<RefundOutcome>;
  get(key: string): Promise<RefundRecord | undefined>;
  finish(number: number): Promise<void>;
  deliver(number: number, times: number): Promise<Delivery[]>;
}

/**
 * @param name - the provider's one word
 * @param environment - what the client is made with. The simulator answers in place of both.
 */
export async function openWorld(name: string, environment: string): Promise<World> {
  const { factory, table } = await loadProvider(name);
  const sandbox = await createSandboxOf([table], { dripMs: 2 });
  const { credentials } = sandbox.provider(name);
  const exchanges: Exchange[] = [];
  const options = { environment, ...credentials[0], timeoutMs };
  const client = factory({ ...options, fetch: recording(sandbox.fetch, exchanges) });
  const refunds = createRefunds({ accounts: { [account]: client }, journal: memoryJournal() });
  return {
    table,
    sandbox,
    exchanges,
    options,
    async refund(request, fault) {
      sandbox.inject(fault && (({ operation }) => (operation === "refund" ? fault : undefined)));
      try {
        return (await refunds.refund({ account, ...request } as never)) as RefundOutcome;
      } finally {
        sandbox.inject();
      }
    },
    reconcile: (key) => refunds.reconcile(key),
    get: (key) => refunds.get(key),
    finish: (number) => sandbox.finish(name, number, "succeeded"),
    async deliver(number, times) {
      const status = sandbox.refunds.find((refund) => refund.number === number)?.status;
      const deliveries: Delivery[] = [];
      for (let at = 0; at < times; at++) {
        const request = await sandbox.provider(name).notification(number, status as "succeeded");
        const shown = {
          headers: Object.fromEntries(request.headers),
          body: await request.clone().text(),
        };
        const {
          response,
          refunds: changed,
          problem,
        } = await refunds.notification(account as never, request);
        deliveries.push({
          ...shown,
          status: response.status,
          is: problem ?? changed.map(({ is }) => is).join(", "),
        });
      }
      return deliveries;
    },
  };
}
