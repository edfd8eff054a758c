/** Checks a race by what arrived at the provider. */
import type { SandboxRefund, SandboxRequest } from "@refunds/sandbox";
import type { ReportedOutcome } from "../processes/shop/messages.ts";
import type { Flight } from "../processes/simulators.ts";
import {
  checkOutcome,
  checkSentOnce,
  refundRequests,
  truthOf,
  type Violation,
  violation,
} from "../processes/truth.ts";
import type { Race } from "./race-round.ts";

/** The facts of a finished race. */
export interface FinishedRace {
  readonly race: Race;
  /** All reported outcomes with their keys. `not_sent` is checked when it is reported, because a later call may send. */
  readonly reported: readonly (readonly [key: string, outcome: ReportedOutcome])[];
  readonly requests: readonly SandboxRequest[];
  readonly refunds: readonly SandboxRefund[];
  readonly flights: readonly Flight[];
  /** The refundable amount of the payment in minor units. */
  readonly refundable: number;
}

export function checkRace({
  race,
  reported,
  requests,
  refunds,
  flights,
  refundable,
}: FinishedRace): Violation[] {
  const keys = [...new Set(reported.map(([key]) => key))];
  const truth = new Map(keys.map((key) => [key, truthOf(key, requests)]));
  const arrived = refundRequests(requests).length;
  const moved = refunds.reduce((sum, { amount }) => sum + amount.value, 0);
  const once = race === "one key" || race === "more than refundable";
  return [
    ...reported
      .filter(([, { status }]) => status !== "not_sent")
      .flatMap(([key, { status }]) => checkOutcome(key, status, truth.get(key) ?? nothing)),
    ...[...truth].flatMap(([key, each]) => checkSentOnce(key, each)),
    ...(moved > refundable
      ? [violation("double refund", `${moved} of ${refundable} refunded`)]
      : []),
    ...(once && arrived !== 1
      ? [violation("rule broken", `${race}: ${arrived} requests arrived, not 1`)]
      : []),
    ...together(refundFlights(flights, requests)),
  ];
}

const nothing = { arrived: 0, moved: 0, pending: 0, again: 0 };

/** Token requests move no money and may overlap. */
function refundFlights(flights: readonly Flight[], requests: readonly SandboxRequest[]): Flight[] {
  const urls = new Set(refundRequests(requests).map(({ url }) => url));
  return flights.filter(({ url }) => urls.has(url));
}

/** All refunds of a round belong to one payment, so their requests must not overlap. */
function together(flights: readonly Flight[]): Violation[] {
  const inOrder = flights.toSorted((a, b) => a.from - b.from);
  return inOrder.flatMap((flight, at) => {
    const before = inOrder[at - 1];
    if (!before || (before.to ?? Number.POSITIVE_INFINITY) <= flight.from) return [];
    return [
      violation(
        "in flight together",
        `${before.key} and ${flight.key} were at the provider at the same time`,
      ),
    ];
  });
}
