import { yedpay, yedpayWire } from "refunds";

const client = yedpay({ environment: "test", accessToken: "t" });
const wire = yedpayWire({ environment: "test", accessToken: "t" });

// What compiles
void client.refund({ payment: { id: "x" } });
void client.refund({ payment: { id: "x" }, reason: "damaged product" });
void client.query({ payment: { id: "x" } });
void wire.refund({ path: { id: "x" }, body: { refund_reason: "damaged product" } });

// What must not
// @ts-expect-error - full refunds only, without an amount
void client.refund({ payment: { id: "x" }, amount: { value: 1000, currency: "HKD" } });
// @ts-expect-error - the payment is missing
void client.refund({ reason: "damaged product" });
// @ts-expect-error - a reason is text
void client.refund({ payment: { id: "x" }, reason: 1 });
// @ts-expect-error - an explicit undefined is not "left out"
void client.refund({ payment: { id: "x" }, reason: undefined });
// @ts-expect-error - both destinations at once
yedpay({ environment: "test", baseUrl: "https://example.com", accessToken: "t" });
// @ts-expect-error - the path parameter is missing
void wire.refund({ body: {} });
