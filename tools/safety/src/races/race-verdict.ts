/** Whether a race went as it has to, by what arrived at the provider. */
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

/** What is known of a race once it is over. */
export interface FinishedRace {
  readonly race: Race;
  /** What every caller was told, also later, by key. Whether `not_sent` was true only its moment tells: a later call sends. */
  readonly told: readonly (readonly [key: string, told: ReportedOutcome])[];
  readonly requests: readonly SandboxRequest[];
  readonly refunds: readonly SandboxRefund[];
  readonly flights: readonly Flight[];
  /** Minor units that may be refunded of the payment. */
  readonly refundable: number;
}

export function checkRace({
  race,
  told,
  requests,
  refunds,
  flights,
  refundable,
}: FinishedRace): Violation[] {
  const keys = [...new Set(told.map(([key]) => key))];
  const truth = new Map(keys.map((key) => [key, truthOf(key, requests)]));
  const arrived = refundRequests(requests).length;
  const moved = refunds.reduce((sum, { amount }) => sum + amount.value, 0);
  const once = race === "one key" || race === "more than there is";
  return [
    ...told
      .filter(([, { status }]) => status !== "not_sent")
      .flatMap(([key, { status }]) => checkOutcome(key, status, truth.get(key) ?? never)),
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

const never = { arrived: 0, moved: 0, pending: 0, again: 0 };

/** Token requests move no money, and may overlap with anything. */
function refundFlights(flights: readonly Flight[], requests: readonly SandboxRequest[]): Flight[] {
  const urls = new Set(refundRequests(requests).map(({ url }) => url));
  return flights.filter(({ url }) => urls.has(url));
}

/** A round has one payment, so no two of its refunds may be at the provider at once. */
function together(flights: readonly Flight[]): Violation[] {
  const inOrder = flights.toSorted((a, b) => a.from - b.from);
  return inOrder.flatMap((flight, at) => {
    const before = inOrder[at - 1];
    if (!before || (before.to ?? Number.POSITIVE_INFINITY) <= flight.from) return [];
    return [
      violation("in flight together", `${before.key} and ${flight.key} were at the provider`),
    ];
  });
}
