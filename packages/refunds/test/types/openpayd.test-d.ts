import { openpaydFetchClient } from "@refunds/openpayd/fetch";
import { openpayd } from "refunds";

const client = openpayd({ environment: "live", apiKey: "k" });
const raw = openpaydFetchClient({ environment: "live", apiKey: "k" });
const payment = { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" };

// What compiles
void client.refund({ payment });
void client.refund({ payment, amount: { value: 1234, currency: "EUR" } });
void raw.POST("/pw/v3/payment/refund", { body: { ...payment, amount: 1234, currency: "EUR" } });

// What must not
// @ts-expect-error - a currency without an amount
void client.refund({ payment, currency: "EUR" });
// @ts-expect-error - a currency without a value
void client.refund({ payment, amount: { currency: "EUR" } });
// @ts-expect-error - a value without a currency
void client.refund({ payment, amount: { value: 1234 } });
// @ts-expect-error - both identifiers are needed
void client.refund({ payment: { transactionId: "529-1438673740-2" } });
// @ts-expect-error - no query is documented
void client.query({ payment });
// @ts-expect-error - a reason has no place
void client.refund({ payment, reason: "damaged" });
// @ts-expect-error - no such credential
openpayd({ environment: "live", accessToken: "t" });
// @ts-expect-error - cents are a whole number on the wire
void raw.POST("/pw/v3/payment/refund", { body: { ...payment, amount: "1234", currency: "EUR" } });
