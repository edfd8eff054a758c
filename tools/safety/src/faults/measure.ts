/** Makes every fault meet every provider, through both doors. */
import { setTimeout } from "node:timers/promises";
import type { Outcome } from "@refunds/core";
import { type FaultKind, faultKinds } from "@refunds/sandbox";
import { createRefunds, type RefundOutcome } from "refunds";
import type { Measurement, ReportedOutcome, SimulatorCounts } from "./measurement.ts";
import { clientOf, type Fetch, openRoutes, type Route, requestOf } from "./route.ts";

/** Long enough that a busy machine is no fault; the two faults that only a deadline ends get a shorter one. */
const timeoutMs = 20_000;
const briefTimeoutMs = 2500;
const pauseMs = 100;

export interface MeasureOptions {
  /** Every fault, where left out. */
  readonly faults?: readonly FaultKind[];
  /** Called with how many measurements are over. */
  readonly onProgress?: (done: number, all: number) => void;
  /** What clients send with in place of a transport; for tests. */
  readonly through?: (transport: Fetch) => Fetch;
}

/** Every measurement, in the order of the faults. */
export async function measure({
  faults = Object.keys(faultKinds) as FaultKind[],
  onProgress,
  through = (transport) => transport,
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
  // Asked for here, where nothing is refunded yet: it is the whole payment.
  const request = requestOf(route);
  const alone = await clientOf(route, ms).refund(request as never);
  const afterAlone = seen(route);
  const struck = sandbox.requests.filter((each) => each.fault === fault);
  if (struck.length === 0 && !route.refusing) {
    throw new Error(
      `${provider.provider} never met ${fault} (${transport}): nothing was measured.`,
    );
  }

  begin(route, fault);
  const refunds = createRefunds({ accounts: { one: clientOf(route, ms) } });
  const ask = { account: "one", key: "order-1042/refund-1", ...request } as const;
  const keyed = await refunds.refund(ask);
  const afterKeyed = seen(route);
  route.refusing = false;
  sandbox.inject();
  // Whatever hung with the call has its own deadline, a moment later.
  await setTimeout(pauseMs);
  const again = await refunds.refund(ask);
  return {
    title: provider.title,
    fault,
    at,
    transport,
    harmless: struck.some(({ harmless }) => harmless),
    alone: { ...reported(alone), ...afterAlone },
    keyed: { ...reported(keyed), ...afterKeyed },
    again: { ...reported(again), ...seen(route) },
  };
}

/** From here on every request of the operation meets the fault, those sent again too. */
function begin(route: Route, fault: FaultKind): void {
  route.sandbox.inject(({ operation }) => (operation === route.at ? fault : undefined));
  route.sandbox.reset();
  route.refusing = route.transport === "HTTP" && fault === "refuse";
}

const seen = ({ sandbox }: Route): SimulatorCounts => ({
  arrived: sandbox.requests.filter(({ operation, arrived }) => operation === "refund" && arrived)
    .length,
  moved: sandbox.refunds.length,
});

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
