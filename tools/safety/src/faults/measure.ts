/** Makes every fault meet every provider, through both doors. */
import { setTimeout } from "node:timers/promises";
import type { Outcome } from "@refunds/core";
import { type FaultKind, faultKinds } from "@refunds/sandbox";
import { createRefunds, type RefundOutcome } from "refunds";
import type { Meeting, Seen, Told } from "./measurement.ts";
import { clientOf, type Fetch, type Lane, openLanes, requestOf } from "./route.ts";

/** Long enough that a busy machine is no fault; the two faults that only a deadline ends get a shorter one. */
const timeoutMs = 20_000;
const briefTimeoutMs = 2500;
const pauseMs = 100;

export interface MeasureOptions {
  /** Every fault, where left out. */
  readonly faults?: readonly FaultKind[];
  /** Called with how many meetings are over. */
  readonly onProgress?: (done: number, all: number) => void;
  /** What clients send with in place of a door; for tests. */
  readonly through?: (door: Fetch) => Fetch;
}

/** Every meeting, in the order of the faults. */
export async function measure({
  faults = Object.keys(faultKinds) as FaultKind[],
  onProgress,
  through = (door) => door,
}: MeasureOptions = {}): Promise<Meeting[]> {
  const lanes = await openLanes(through);
  try {
    const all = faults.length * lanes.length;
    let done = 0;
    const meetings = await Promise.all(
      lanes.map(async (lane) => {
        const inLane: Meeting[] = [];
        for (const fault of faults) {
          inLane.push(await meet(lane, fault));
          done += 1;
          onProgress?.(done, all);
        }
        return inLane;
      }),
    );
    return faults.flatMap((fault) => meetings.flat().filter((each) => each.fault === fault));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

async function meet(lane: Lane, fault: FaultKind): Promise<Meeting> {
  const { sandbox, provider, at, door } = lane;
  const ms = /^(hang|refuse)/.test(fault) ? briefTimeoutMs : timeoutMs;

  begin(lane, fault);
  // Asked for here, where nothing is refunded yet: it is the whole payment.
  const request = requestOf(lane);
  const alone = await clientOf(lane, ms).refund(request as never);
  const afterAlone = seen(lane);
  const struck = sandbox.requests.filter((each) => each.fault === fault);
  if (struck.length === 0 && !lane.refusing) {
    throw new Error(`${provider.provider} never met ${fault} (${door}): nothing was measured.`);
  }

  begin(lane, fault);
  const refunds = createRefunds({ accounts: { one: clientOf(lane, ms) } });
  const ask = { account: "one", key: "order-1042/refund-1", ...request } as const;
  const keyed = await refunds.refund(ask);
  const afterKeyed = seen(lane);
  lane.refusing = false;
  sandbox.inject();
  // Whatever hung with the call has its own deadline, a moment later.
  await setTimeout(pauseMs);
  const again = await refunds.refund(ask);
  return {
    title: provider.title,
    fault,
    at,
    door,
    harmless: struck.some(({ harmless }) => harmless),
    alone: { ...told(alone), ...afterAlone },
    keyed: { ...told(keyed), ...afterKeyed },
    again: { ...told(again), ...seen(lane) },
  };
}

/** From here on every request of the operation meets the fault, those sent again too. */
function begin(lane: Lane, fault: FaultKind): void {
  lane.sandbox.inject(({ operation }) => (operation === lane.at ? fault : undefined));
  lane.sandbox.reset();
  lane.refusing = lane.door === "HTTP" && fault === "refuse";
}

const seen = ({ sandbox }: Lane): Seen => ({
  arrived: sandbox.requests.filter(({ operation, arrived }) => operation === "refund" && arrived)
    .length,
  moved: sandbox.refunds.length,
});

function told(outcome: Outcome | RefundOutcome): Told {
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
