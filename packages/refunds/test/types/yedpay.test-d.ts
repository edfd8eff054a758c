import { yedpayFetchClient } from "@refunds/yedpay/fetch";
import { yedpay } from "refunds";

const client = yedpay({ environment: "test", accessToken: "t" });
const raw = yedpayFetchClient({ environment: "test", accessToken: "t" });

// What compiles
void client.refund({ payment: { id: "x" } });
void client.refund({ payment: { id: "x" }, reason: "damaged product" });
void client.query({ payment: { id: "x" } });
const params = { path: { id: "x" } };
const refundPath = "/transactions/{id}/refund";
void raw.POST(refundPath, { params, body: { refund_reason: "damaged product" } });
void raw.POST(refundPath, { params });
const { data } = await raw.GET("/transactions/{id}", { params });
if (data?.success) {
  const status: string = data.data.status;
  void status;
}

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
void raw.POST(refundPath, { body: {} });
// @ts-expect-error - a reason is text on the wire, too
void raw.POST(refundPath, { params, body: { refund_reason: 1 } });
// @ts-expect-error - a refund is a POST
void raw.GET(refundPath, { params });
// @ts-expect-error - not a path of this provider
void raw.POST("/transactions", { body: {} });
