/** Tries every fault on every provider, over both transports. */
import { setTimeout } from "node:timers/promises";
import type { Outcome } from "@refunds/core";
import { type FaultKind, faultKinds } from "@refunds/sandbox";
import { createRefunds, memoryJournal, type RefundOutcome } from "refunds";
import type { Measurement, ReportedOutcome, SimulatorCounts } from "./measurement.ts";
import { clientOf, type Fetch, openRoutes, type Route, requestOf, requestsOf } from "./route.ts";

/** Long enough for a busy machine. Faults that only a timeout ends get a shorter one. Milliseconds. */
const timeoutMs = 20_000;
const briefTimeoutMs = 2500;
const pauseMs = 100;

export interface MeasureOptions {
  /** All faults by default. */
  readonly faults?: readonly FaultKind[];
  /** Called with the number of finished measurements. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Wraps the `fetch` of clients. For tests. */
  readonly through?: (send: Fetch) => Fetch;
}

/** Every measurement, in the order of the faults. */
export async function measure({
  faults = Object.keys(faultKinds) as FaultKind[],
  onProgress,
  through = (send) => send,
}: MeasureOptions = {}): Promise<Measurement[]> {
  const routes = await openRoutes(through);
  try {
    const all = faults.length * routes.length;
    let done = 0;
    const measurements = await Promise.all(
      routes.map(async (route) => {
        const measured: Measurement[] = [];
        for (const fault of faults) {
          measured.push(await meet(route, fault));
          done += 1;
          onProgress?.(done, all);
        }
        return measured;
      }),
    );
    return faults.flatMap((fault) => measurements.flat().filter((each) => each.fault === fault));
  } finally {
    await Promise.all(routes.map((route) => route.close()));
  }
}

async function meet(route: Route, fault: FaultKind): Promise<Measurement> {
  const { sandbox, provider, at, transport } = route;
  const ms = /^(hang|refuse)/.test(fault) ? briefTimeoutMs : timeoutMs;

  begin(route, fault);
  // Create the request while nothing is refunded, so that it refunds the whole payment.
  const request = requestOf(route);
  const alone = await clientOf(route, ms).refund(request as never);
  const afterAlone = countsOf(route);
  const struck = requestsOf(route).filter((each) => each.fault === fault);
  if (struck.length === 0 && !route.refusing) {
    throw new Error(
      `The fault ${fault} did not reach ${provider.provider} (${transport}), so nothing was measured.`,
    );
  }

  begin(route, fault);
  const journal = memoryJournal();
  const refundsWithin = (limitMs: number) =>
    createRefunds({ accounts: { one: clientOf(route, limitMs) }, journal });
  const keyedRequest = { account: "one", key: "order-1042-refund-1", ...request } as const;
  const keyed = await refundsWithin(ms).refund(keyedRequest);
  const afterKeyed = countsOf(route);
  route.refusing = false;
  sandbox.inject();
  // Hanging requests of the first call end a moment later.
  await setTimeout(pauseMs);
  // Nothing hangs any more.
  const again = await refundsWithin(timeoutMs).refund(keyedRequest);
  return {
    title: provider.title,
    fault,
    at,
    transport,
    harmless: struck.some(({ harmless }) => harmless),
    alone: { ...reported(alone), ...afterAlone },
    keyed: { ...reported(keyed), ...afterKeyed },
    again: { ...reported(again), ...countsOf(route) },
  };
}

/** Injects the fault into every request of the operation from now on, including retries. */
function begin(route: Route, fault: FaultKind): void {
  route.sandbox.inject(({ operation }) => (operation === route.at ? fault : undefined));
  route.sandbox.reset();
  route.round++;
  route.refusing = route.transport === "HTTP" && fault === "refuse";
}

function countsOf(route: Route): SimulatorCounts {
  const refunds = requestsOf(route).filter(({ operation }) => operation === "refund");
  return {
    arrived: refunds.filter(({ arrived }) => arrived).length,
    moved: refunds.filter(({ moved }) => moved).length,
  };
}

function reported(outcome: Outcome | RefundOutcome): ReportedOutcome {
  const { status } = outcome;
  const why =
    outcome.status === "unknown"
      ? outcome.because
      : outcome.status === "declined"
        ? outcome.reason
        : outcome.status === "needs_review"
          ? outcome.contradictions.map(({ field }) => field).join(", ")
          : undefined;
  return { status, ...(why !== undefined && { why }) };
}
