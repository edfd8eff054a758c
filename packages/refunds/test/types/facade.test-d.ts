import {
  type Account,
  bbmsl,
  createRefunds,
  openpayd,
  ottpay,
  type RefundOutcome,
  yedpay,
} from "refunds";

const refunds = createRefunds({
  accounts: {
    canada: ottpay({ environment: "test", accessToken: "t" }),
    europe: openpayd({ environment: "live", apiKey: "k" }),
    hongKong: yedpay({ environment: "live", accessToken: "t" }),
    hongKongCards: bbmsl({ environment: "live", merchantId: 3, privateKey: "pem" }),
    hongKongOld: yedpay({ environment: "live", accessToken: "u" }),
  },
});
const key = "order-1042/refund-1";
const ids = { transactionId: "t", referenceNo: "r" };

const amount = { value: 1, currency: "HKD" } as const;

// What compiles
const outcome = await refunds.refund({ account: "europe", key, payment: ids });
const account: string = outcome.account;
const any: RefundOutcome = outcome;
void [account, any];
const refundable = { value: 5000, currency: "EUR" } as const;
void refunds.refund({ account: "europe", key, payment: ids, refundable });
void refunds.record(key, { status: "succeeded", by: "Ana", refundId: "7" });
const [left] = await refunds.resume();
const status: "sending" | "unfinished" | RefundOutcome["status"] | undefined = left?.status;
void status;
const settled: RefundOutcome = await refunds.reconcile(key, {});
const known: RefundOutcome | undefined = left?.outcome;
void [settled, known, await refunds.open()];
void refunds.refund({ account: "europe", key, payment: ids }, { resend: true });
// @ts-expect-error - resend must be a boolean
void refunds.refund({ account: "europe", key, payment: ids }, { resend: "yes" });
void refunds.refund({ account: "hongKongOld", key, payment: { id: "x" }, reason: "damaged" });
void refunds.refund({ account: "hongKongCards", key, payment: { orderId: 1 }, amount });
void refunds.query({ account: "canada", payment: { oriPaymentId: "1" } });

// An account known only at run time accepts the fields of any provider. Core rejects those that its provider does not have.
declare const configured: Record<string, Account>;
const some = createRefunds({ accounts: configured });
const one = some.refund({ account: "some", key, payment: { id: "x" }, reason: "damaged" });
const of: RefundOutcome = await one;
// @ts-expect-error - an outcome, not anything
const nothing: number = await one;
void [of, nothing];

void some.query({ account: "some", payment: { id: "x" } });

// If the account is chosen at run time, the request must be valid for each of them.
declare const either: "hongKong" | "hongKongOld";
void refunds.refund({ account: either, key, payment: { id: "x" } });

// What must not
declare const mixed: "hongKong" | "europe";
// @ts-expect-error - a payment that is wrong for one of them
void refunds.refund({ account: mixed, key, payment: ids });
// @ts-expect-error - no key
void refunds.refund({ account: "europe", payment: ids });
// @ts-expect-error - no such account
void refunds.refund({ account: "asia", key, payment: ids });
// @ts-expect-error - an amount for a provider that refunds in full only
void refunds.refund({ account: "hongKong", key, payment: { id: "x" }, amount });
const both = { orderId: 1, merchantReference: "r" };
// @ts-expect-error - both identifiers
void refunds.refund({ account: "hongKongCards", key, payment: both, amount });
// @ts-expect-error - neither identifier
void refunds.refund({ account: "hongKongCards", key, payment: {}, amount });
// @ts-expect-error - the amount is required
void refunds.refund({ account: "canada", key, payment: { oriPaymentId: "1" } });
// @ts-expect-error - a currency without an amount
void refunds.refund({ account: "europe", key, payment: ids, currency: "EUR" });
// @ts-expect-error - another account's identifier
void refunds.refund({ account: "europe", key, payment: { id: "x" } });
// @ts-expect-error - this provider documents no query
void refunds.query({ account: "europe", payment: ids });
// @ts-expect-error - a number is not an amount
void refunds.refund({ account: "europe", key, payment: ids, refundable: 5000 });
// @ts-expect-error - the source is missing
void refunds.record(key, { status: "succeeded" });
// @ts-expect-error - unknown is not evidence
void refunds.record(key, { status: "unknown", by: "Ana" });
// @ts-expect-error - not a client
createRefunds({ accounts: { europe: { apiKey: "k" } } });

if (outcome.status === "succeeded") {
  // Absent if evidence settled the refund, or the journal does not store answers.
  const providerStatus: string | undefined = outcome.answer?.status;
  // @ts-expect-error - it may be absent
  void [providerStatus, outcome.answer.status];
}
