/** Defects for schedules, inserted into the store, the client or the request. A test checks that schedules find each one. */
import { RefundError } from "@refunds/core";
import {
  type Decision,
  type FoundRecords,
  isJournalError,
  JournalError,
  type JournalRecord,
  type TransactionScope,
} from "@refunds/journal";
import type { Account, JournalStore, LeaseRequest, ListQuery, RefundOutcome } from "refunds";
import { defectiveJournal } from "../keys/defects.ts";
import {
  journalDefects,
  defectiveStore as withJournalDefect,
} from "../processes/shop/journal-defects.ts";
import { asKeyDefect, isResendDefect, resendDefects, resendingWrongly } from "./resend-defects.ts";

const { "late-record": lateRecord, "no-payment-rule": noPaymentRule } = journalDefects;

/** Each defect with its description. */
export const scheduleDefects = {
  "late-record": lateRecord,
  "no-payment-rule": noPaymentRule,
  "payment-with-everything":
    "undefined members and other fields of the payment are used to identify it",
  "amount-by-spread": "hidden and inherited amounts are not read",
  "read-twice": "the payment is read once for the journal and again for the provider",
  "cache-allowed": "requests do not forbid caching",
  "refund-ids-not-compared": "a refund id that another key has is accepted",
  "contradiction-refused": "evidence that contradicts the outcome is refused",
  "evidence-replaces": "evidence replaces the outcome even if it contradicts it",
  "late-answer-dropped": "an answer that arrives after evidence is not stored",
  "last-refundable": "the latest refundable amount applies even if its refund did not happen",
  "reversed-takes-amount": "the amount of a reversed refund cannot be refunded again",
  "settle-once": "storing an outcome is tried once",
  "forged-believed": "a notification with a wrong signature is believed",
  "answer-forgotten": "the process that received an answer forgets it",
  ...resendDefects,
} as const;

export type ScheduleDefect = keyof typeof scheduleDefects;

export const scheduleDefectNames = Object.keys(scheduleDefects) as readonly ScheduleDefect[];

/** The options of a request, without `cache` for the defect `cache-allowed`. */
export function defectiveInit(
  init: RequestInit | undefined,
  defect: ScheduleDefect | undefined,
): RequestInit {
  const { cache, ...rest } = init ?? {};
  return defect === "cache-allowed" || cache === undefined ? rest : { ...rest, cache };
}

/** The request, copied by a spread for the defect `amount-by-spread`, so that a hidden or inherited amount is lost. */
export function defectiveRequest(request: object, defect: ScheduleDefect | undefined): object {
  if (defect !== "amount-by-spread") return request;
  const { account, key, payment, refundable } = request as Record<string, unknown>;
  const { amount }: { amount?: unknown } = { ...request };
  const given = Object.entries({ refundable, amount }).filter(([, value]) => value !== undefined);
  return { account, key, payment, ...Object.fromEntries(given) };
}

type Read = { readonly payment: Readonly<Record<string, unknown>>; readonly amount?: object };

/** The client, with a defect in how it reads requests. */
export function defectiveClient(client: Account, defect: ScheduleDefect | undefined): Account {
  if (isResendDefect(defect)) return resendingWrongly(client, defect);
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
    case "forged-believed":
      return { ...client, ...believingAll(client) };
    default:
      return client;
  }
}

/** Takes what was changed for what came before it. */
function believingAll({ notification: read }: Account): Pick<Account, "notification"> {
  if (!read) return {};
  let before: Awaited<ReturnType<typeof read>> | undefined;
  return {
    async notification(request) {
      const notification = await read(request);
      if (notification.verified) before = notification;
      return before ?? notification;
    },
  };
}

/** Changes a decision as a broken rule would. */
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

/** Changes the input of a decision as a broken rule would. */
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
