import { ottpayFetchClient } from "@refunds/ottpay/fetch";
import { ottpay } from "refunds";

const client = ottpay({ environment: "test", accessToken: "t" });
const raw = ottpayFetchClient({ environment: "test", accessToken: "t" });
const payment = { oriPaymentId: "1694723098440266" };

// What compiles
ottpay({ environment: "live", appId: "a", appKey: "k", timeoutMs: 5_000 });
ottpay({ baseUrl: "http://127.0.0.1:4010/ottpay", accessToken: "t", fetch: globalThis.fetch });
void client.refund({ payment, amount: { value: 5000, currency: "CAD" } });
void client.refund(
  { payment, amount: { value: 1, currency: "USD" } },
  { signal: new AbortController().signal },
);
void client.query({ payment });
const refundPath = "/api/v1/payment/local-card/refund";
void raw.POST(refundPath, { body: { oriPaymentId: "1", refundAmount: "100" } });

// What must not
// @ts-expect-error - no environment and no base URL
ottpay({ accessToken: "t" });
// @ts-expect-error - both a token and the credentials to obtain one
ottpay({ environment: "test", accessToken: "t", appId: "a", appKey: "k" });
// @ts-expect-error - half of a credential pair
ottpay({ environment: "test", appId: "a" });
// @ts-expect-error - no such environment
ottpay({ environment: "sandbox", accessToken: "t" });
// @ts-expect-error - the amount is required, also for a full refund
void client.refund({ payment });
// @ts-expect-error - another provider's identifier
void client.refund({ payment: { id: "1" }, amount: { value: 1, currency: "CAD" } });
// @ts-expect-error - identifiers are strings here
void client.refund({ payment: { oriPaymentId: 1 }, amount: { value: 1, currency: "CAD" } });
// @ts-expect-error - no reason on this provider's wire
void client.refund({ payment, amount: { value: 1, currency: "CAD" }, reason: "damaged" });
// @ts-expect-error - an amount is never a bare number
void client.refund({ payment, amount: 5000 });
// @ts-expect-error - an amount without its currency
void client.refund({ payment, amount: { value: 5000 } });
// @ts-expect-error - not a currency
void client.refund({ payment, amount: { value: 5000, currency: "DOLLAR" } });
// @ts-expect-error - the wire amount is a string
void raw.POST(refundPath, { body: { oriPaymentId: "1", refundAmount: 100 } });
// @ts-expect-error - the client gets its token itself
void raw.POST("/api/v1/auth/token", { body: { appId: "a", appKey: "k" } });

const outcome = await client.refund({ payment, amount: { value: 5000, currency: "CAD" } });
if (outcome.status === "succeeded") {
  const refundId: string = outcome.answer.result.refundId;
  const open: string = outcome.answer.result.refundStatus;
  void [refundId, open];
  // @ts-expect-error - a success has no reason
  void outcome.reason;
}
if (outcome.status === "declined") {
  const code: string | undefined = outcome.code;
  if (outcome.code === "20041") void code;
  // @ts-expect-error - a decline carries no parsed answer
  void outcome.answer;
}
// @ts-expect-error - this status does not exist
if (outcome.status === "failed") void outcome;
