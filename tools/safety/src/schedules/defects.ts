/** Defects for schedules, inserted into the client, the request or, in `store-defects.ts`, the journal. A test checks that schedules find each one. */
import type { Account } from "refunds";
import { journalDefects } from "../processes/shop/journal-defects.ts";
import { believingAll, believingStale, notificationDefects } from "./notification-defects.ts";
import { isResendDefect, resendDefects, resendingWrongly } from "./resend-defects.ts";

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
  "answer-forgotten": "the process that received an answer forgets it",
  "evidence-of-before":
    "evidence that was recorded before a resend decides about what was sent since",
  "earlier-attempt-forgotten":
    "evidence is not compared with an earlier attempt that turned out to have happened",
  "environments-not-compared":
    "an open refund is settled by an environment to which it was not sent",
  "settled-elsewhere": "what is settled in one environment is returned to another",
  "late-decline-settles":
    "a late decline of the first request settles what is unknown since it was sent again",
  ...notificationDefects,
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
      return believingAll(client);
    case "stale-believed":
      return believingStale(client);
    default:
      return client;
  }
}
