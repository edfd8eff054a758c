/** What schedules can break on purpose, at the seams of the product: its store, its clients, its fetch. A test holds that each is found. */
import { RefundError } from "@refunds/core";
import {
  type Decision,
  type FoundRecords,
  isJournalError,
  JournalError,
  type JournalRecord,
  type TransactionScope,
} from "@refunds/journal";
import type { Account, JournalStore, RefundOutcome } from "refunds";
import {
  journalDefects,
  defectiveStore as withJournalDefect,
} from "../processes/shop/journal-defects.ts";

const { "late-record": lateRecord, "no-payment-rule": noPaymentRule } = journalDefects;

/** Words say what is wrong then. */
export const scheduleDefects = {
  "late-record": lateRecord,
  "no-payment-rule": noPaymentRule,
  "payment-with-everything":
    "undefined members and accompanying identifiers are part of which payment it is",
  "amount-by-spread": "hidden and inherited amounts are not read",
  "read-twice": "the payment is read once for the journal, and again for the provider",
  "cache-allowed": "requests do not forbid a cache",
  "refund-ids-not-compared": "a refund id that another key has is believed",
  "contradiction-refused": "evidence that contradicts what is known is refused",
  "evidence-replaces": "evidence takes the place of what is known, whatever it contradicts",
  "late-answer-dropped": "an answer that comes after evidence is not stored",
  "last-refundable": "the refundable amount that was given last counts, whatever came of the call",
  "reversed-takes-amount": "the amount of a refund that was reversed is never free again",
  "settle-once": "storing an outcome is tried once",
  "answer-forgotten": "the process that saw an answer does not remember that it did",
} as const;

export type ScheduleDefect = keyof typeof scheduleDefects;

export const scheduleDefectNames = Object.keys(scheduleDefects) as readonly ScheduleDefect[];

/** The request as it leaves: without what forbids a cache, where that is what is broken. */
export function defectiveInit(
  init: RequestInit | undefined,
  defect: ScheduleDefect | undefined,
): RequestInit {
  const { cache, ...rest } = init ?? {};
  return defect === "cache-allowed" || cache === undefined ? rest : { ...rest, cache };
}

/** The request as it is handed over: a spread has lost what is hidden or inherited of the amount. */
export function defectiveRequest(request: object, defect: ScheduleDefect | undefined): object {
  if (defect !== "amount-by-spread") return request;
  const { account, key, payment, refundable } = request as Record<string, unknown>;
  const { amount }: { amount?: unknown } = { ...request };
  const given = Object.entries({ refundable, amount }).filter(([, value]) => value !== undefined);
  return { account, key, payment, ...Object.fromEntries(given) };
}

type Read = { readonly payment: Readonly<Record<string, unknown>>; readonly amount?: object };

/** A client that reads what it is given as it should not. */
export function defectiveClient(client: Account, defect: ScheduleDefect | undefined): Account {
  const check = client.check as (request: object) => ReturnType<Account["check"]>;
  switch (defect) {
    case "payment-with-everything":
      return {
        ...client,
        check(request: Read) {
          const checked = check(request);
          const members = Object.entries(request.payment).map(([name, id]) => [name, String(id)]);
          return { ...checked, payment: { ...Object.fromEntries(members), ...checked.payment } };
        },
      };
    case "read-twice":
      return {
        ...client,
        check(request: Read) {
          const { payment } = check(request);
          return { payment, request: check(request).request };
        },
      };
    default:
      return client;
  }
}

/** A decision, changed as a broken rule would change it. */
type Change = (decision: Decision<unknown>, found: FoundRecords) => Decision<unknown>;

const changes: Partial<Record<ScheduleDefect, Change>> = {
  "evidence-replaces"(decision) {
    const { write } = decision;
    const outcome = write && contradicting(write) && outcomeOfEvidence(write);
    if (!write || !outcome) return decision;
    return { write: { ...write, outcome }, result: { is: "recorded", outcome } };
  },
  "late-answer-dropped"(decision, { record }) {
    const isLate = record?.state === "settled" && decision.write?.history.at(-1)?.what === "answer";
    return isLate ? { result: record.outcome } : decision;
  },
};

/** What a decision sees, as a broken rule would see it. */
const views: Partial<Record<ScheduleDefect, (found: FoundRecords) => FoundRecords>> = {
  "refund-ids-not-compared": (found) => ({ ...found, withRefundId: [] }),
  "last-refundable"(found) {
    const last = found.ofPayment
      .filter(({ refundable }) => refundable)
      .toSorted((a, b) => (a.refundableAt ?? 0) - (b.refundableAt ?? 0))
      .at(-1);
    if (!last?.refundable) return found;
    const { refundable, refundableAt = 0 } = last;
    const ofPayment = found.ofPayment.map((one) => ({ ...one, refundable, refundableAt }));
    return { ...found, ofPayment };
  },
  "reversed-takes-amount": (found) => ({
    ...found,
    ofPayment: found.ofPayment.map((one) =>
      one.outcome?.status === "reversed"
        ? { ...one, outcome: { ...one.outcome, status: "succeeded" } as RefundOutcome }
        : one,
    ),
  }),
};

const refused = Symbol("refused");

export function defectiveStore(
  store: JournalStore,
  defect: ScheduleDefect | undefined,
): JournalStore {
  if (defect === "late-record" || defect === "no-payment-rule")
    return withJournalDefect(store, defect);
  const others = {
    get: (key: string) => store.get(key),
    open: () => store.open(),
    close: () => store.close(),
  };
  const change = defect && changes[defect];
  const view = defect && views[defect];
  if (change || view) {
    return {
      ...others,
      transact: (scope, decide) =>
        store.transact(scope, (found) => {
          const decision = decide(view ? view(found) : found);
          return (change ? change(decision, found) : decision) as typeof decision;
        }),
    };
  }
  if (defect === "contradiction-refused") return { ...others, transact: refusing(store) };
  if (defect === "settle-once") return { ...others, transact: givingUp(store) };
  return store;
}

const refusing =
  (store: JournalStore): JournalStore["transact"] =>
  async <Result>(scope: TransactionScope, decide: (found: FoundRecords) => Decision<Result>) => {
    const result = await store.transact<Result | typeof refused>(scope, (found) => {
      const decision = decide(found);
      return decision.write && contradicting(decision.write) ? { result: refused } : decision;
    });
    if (result !== refused) return result;
    const problem = { field: "key", message: "has another outcome already" };
    throw new RefundError("invalid_request", "refunds", [problem]);
  };

/** A failure that passes counts as one that does not, where there is an outcome to store. */
const givingUp =
  (store: JournalStore): JournalStore["transact"] =>
  async (scope, decide) => {
    try {
      return await store.transact(scope, decide);
    } catch (error) {
      if (!isJournalError(error)) throw error;
      const { where, happened, mayBeWritten } = error;
      throw new JournalError("corrupt", { where, happened, advice: "Give up", mayBeWritten });
    }
  };

/** Evidence has just made it something to review. */
const contradicting = ({ outcome, history }: JournalRecord): boolean =>
  outcome?.status === "needs_review" &&
  outcome.because === "evidence_conflicts" &&
  history.at(-1)?.what === "evidence";

function outcomeOfEvidence({
  history,
  account,
  provider,
}: JournalRecord): RefundOutcome | undefined {
  const { status, by = "", at = 0 } = history.at(-1) ?? {};
  const settledBy = { by, at };
  const facts = { because: "evidence_recorded", retryable: false, provider, account } as const;
  if (status === "declined") return { status, ...facts, reason: "unspecified", settledBy };
  if (status === "succeeded" || status === "reversed") return { status, ...facts, settledBy };
  return undefined;
}
