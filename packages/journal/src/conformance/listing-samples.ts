import type { ListQuery } from "../list-query.ts";
import type { JournalRecord } from "../records/record.ts";
import { stateNames, stateOf } from "../records/states.ts";
import { recordOf } from "./check.ts";
import { outcomes, succeeded, texts } from "./samples.ts";

/** One record of each state for two accounts, with different times. */
export const various: readonly JournalRecord[] = ["shop", "other"].flatMap((account, at) => [
  recordOf({ key: `${account} leaving`, account, payment: `${account} 0`, openedAt: 1000 + at }),
  ...outcomes.map((outcome, nth) =>
    recordOf({
      key: `${account} ${outcome.status}`,
      account,
      payment: `${account} ${nth % 2}`,
      state: "settled",
      outcome,
      openedAt: 1010 + 10 * ((nth * 5) % 8) + at,
    }),
  ),
]);

const filters: readonly Omit<ListQuery, "limit">[] = [
  {},
  { account: "shop" },
  { account: "missing" },
  { payment: "shop 1" },
  { payment: "missing" },
  { states: ["pending"] },
  { states: ["needs_review", "leaving", "unknown"] },
  { states: [] },
];

const ranges: readonly Omit<ListQuery, "limit">[] = [
  {},
  { since: 1021 },
  { until: 1021 },
  { since: 1011, until: 1051 },
  { since: 1051, until: 1011 },
];

/** Every filter with every other, and with every range of times. */
export const queries: readonly ListQuery[] = filters.flatMap((one, at) =>
  filters
    .slice(at)
    .flatMap((two) =>
      ranges.flatMap((range) => [1000, 2].map((limit) => ({ ...one, ...two, ...range, limit }))),
    ),
);

/** More records than a store reads at once, many of them opened in the same millisecond. */
export const crowd: readonly JournalRecord[] = Array.from({ length: 120 }, (_, at) =>
  recordOf({
    key: `${texts[at % 20]} ${at}`,
    payment: `payment-${at}`,
    account: at % 3 === 0 ? "other" : "shop",
    openedAt: 1000 + ((at * 7) % 5),
    ...(at % 4 > 0 && { state: "settled", outcome: succeeded }),
  }),
);

export function matches(record: JournalRecord, query: Omit<ListQuery, "limit">): boolean {
  const { account = record.account, payment = record.payment, states = stateNames } = query;
  const { since = record.openedAt, until = record.openedAt + 1 } = query;
  return (
    record.account === account &&
    record.payment === payment &&
    states.includes(stateOf(record)) &&
    record.openedAt >= since &&
    record.openedAt < until
  );
}
