import { bbmslFetchClient } from "@refunds/bbmsl/fetch";
import { bbmsl } from "refunds";

const client = bbmsl({ environment: "test", merchantId: 3, privateKey: "pem" });
const raw = bbmslFetchClient({ environment: "test", merchantId: 3, privateKey: "pem" });
const amount = { value: 1000, currency: "USD" } as const;

// What compiles
bbmsl({ environment: "live", merchantId: "3", privateKey: "pem" });
void client.refund({ payment: { orderId: 4922 }, amount });
void client.refund({
  payment: { merchantReference: "1655817171" },
  amount: { value: 1000, currency: "HKD" },
});
void client.query({ payment: { orderId: 4922 } });
const refundPath = "/hosted-checkout/refund";
void raw.POST(refundPath, { body: { request: '{"merchantId":3,"orderId":4922,"amount":10}' } });

// What must not
// @ts-expect-error - both identifiers
void client.refund({ payment: { orderId: 4922, merchantReference: "1655817171" }, amount });
// @ts-expect-error - neither identifier
void client.refund({ payment: {}, amount });
// @ts-expect-error - an order's id is a number
void client.refund({ payment: { orderId: "4922" }, amount });
// @ts-expect-error - the amount is required
void client.refund({ payment: { orderId: 4922 } });
// @ts-expect-error - orders are in HKD or USD
void client.refund({ payment: { orderId: 4922 }, amount: { value: 1000, currency: "EUR" } });
// @ts-expect-error - both identifiers of a query
void client.query({ payment: { orderId: 4922, merchantReference: "1655817171" } });
// @ts-expect-error - the key is missing
bbmsl({ environment: "test", merchantId: 3 });
// @ts-expect-error - the client creates the signature
void raw.POST(refundPath, { body: { request: "{}", signature: "x" } });
