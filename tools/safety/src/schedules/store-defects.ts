/** Journals that decide as broken rules would, for the defects of `defects.ts`. */
import { RefundError } from "@refunds/core";
import {
  type Decision,
  type FoundRecords,
  isJournalError,
  JournalError,
  type JournalRecord,
  rulesOf,
  type TransactionScope,
} from "@refunds/journal";
import type { JournalStore, LeaseRequest, ListQuery, RefundOutcome } from "refunds";
import { defectiveJournal } from "../keys/defects.ts";
import { defectiveStore as withJournalDefect } from "../processes/shop/journal-defects.ts";
import { type Change, outcomeOfEvidence } from "./changed-decision.ts";
import type { ScheduleDefect } from "./defects.ts";
import { notificationChanges } from "./notification-defects.ts";
import { asKeyDefect, isResendDefect } from "./resend-defects.ts";

const changes: Partial<Record<ScheduleDefect, Change>> = {
  ...notificationChanges,
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
  "earlier-attempt-forgotten"(decision, { record }) {
    const { write } = decision;
    const wasCompared =
      record?.state === "leaving" && write?.outcome?.status === "needs_review"
        ? write.outcome.contradictions.some(({ at }) => at.startsWith("the answer to attempt"))
        : false;
    const outcome = write && wasCompared && outcomeOfEvidence(write);
    if (!write || !outcome) return decision;
    return { write: { ...write, outcome }, result: { is: "recorded", outcome } };
  },
  // What was settled wrongly is still of the environment before.
  "environments-not-compared"(decision, { record }) {
    const { write } = decision;
    const { sentTo } = record ?? {};
    return write && sentTo !== undefined ? { ...decision, write: { ...write, sentTo } } : decision;
  },
  "late-decline-settles"(decision, { record }) {
    const { write } = decision;
    const entry = write?.history.at(-1);
    const isLate = entry?.what === "answer" && entry.status === "declined";
    if (!write || !isLate || record?.outcome?.status !== "unknown") return decision;
    const { provider, account } = record;
    const facts = { because: "provider_answered", retryable: false, provider, account } as const;
    const outcome = { status: "declined", ...facts, reason: "unspecified" } as const;
    return { write: { ...write, outcome }, result: outcome };
  },
};

/** Changes the input of a decision as a broken rule would. */
const views: Partial<Record<ScheduleDefect, (found: FoundRecords) => FoundRecords>> = {
  "evidence-of-before"({ record, ...found }) {
    const history = record?.history.filter(
      ({ what, attempt }) => what !== "evidence" || attempt === record.attempt,
    );
    return { ...found, record: record && { ...record, history: history ?? [] } };
  },
  "environments-not-compared": (found) => (isOpen(found) ? withoutEnvironment(found) : found),
  "settled-elsewhere": (found) => (isOpen(found) ? found : withoutEnvironment(found)),
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

const isOpen = ({ record }: FoundRecords): boolean =>
  record !== undefined && rulesOf(record).asksProvider;

function withoutEnvironment({ record, ...found }: FoundRecords): FoundRecords {
  const { sentTo: _, ...rest } = record ?? {};
  return { ...found, record: record && (rest as JournalRecord) };
}

const refused = Symbol("refused");

export function defectiveStore(
  store: JournalStore,
  defect: ScheduleDefect | undefined,
): JournalStore {
  if (defect === "late-record" || defect === "no-payment-rule")
    return withJournalDefect(store, defect);
  if (isResendDefect(defect)) return defectiveJournal(store, asKeyDefect(defect));
  const others = {
    get: (key: string) => store.get(key),
    lease: (request: LeaseRequest) => store.lease(request),
    list: (query: ListQuery) => store.list(query),
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

/** Refuses evidence that contradicts the outcome. */
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

/** Reports a temporary failure as a permanent one, so that the facade does not retry. */
const givingUp =
  (store: JournalStore): JournalStore["transact"] =>
  async (scope, decide) => {
    try {
      return await store.transact(scope, decide);
    } catch (error) {
      if (!isJournalError(error)) throw error;
      const { where, happened, mayBeWritten } = error;
      throw new JournalError("corrupt", { where, happened, advice: "Stop", mayBeWritten });
    }
  };

/** Whether the latest evidence has made the refund needs_review. */
const contradicting = ({ outcome, history }: JournalRecord): boolean =>
  outcome?.status === "needs_review" &&
  outcome.because === "evidence_conflicts" &&
  history.at(-1)?.what === "evidence";
