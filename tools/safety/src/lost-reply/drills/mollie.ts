import { callerKey, type Drill } from "../drill.ts";

export const mollie: Drill = {
  package: "@mollie/api-client",
  call: "mollie.paymentRefunds.create({ paymentId, amount })",
  path: /^\/v2\/payments\/[^/]+\/refunds$/,
  answered: {
    status: 201,
    headers: { "content-type": "application/hal+json" },
    body: '{"resource":"refund","id":"re_4qqhO89gsT","amount":{"currency":"EUR","value":"10.00"},"status":"pending","paymentId":"tr_WDqYK6vllg","createdAt":"2018-03-14T17:09:02.0Z","_links":{}}',
  },
  declined: {
    status: 422,
    headers: { "content-type": "application/hal+json" },
    body: '{"status":422,"title":"Unprocessable Entity","detail":"The specified amount cannot be refunded","field":"amount","_links":{}}',
  },
  keyOption: "idempotencyKey",
  ours: {
    provider: "mollie",
    options: { environment: "test", apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM" },
    request: {
      payment: { id: "tr_WDqYK6vllg" },
      amount: { value: 1000, currency: "EUR" },
      key: callerKey,
    },
    headers: ["idempotency-key"],
    differs: {
      body: "we repeat the key in the metadata, by which the refund is found in the list of refunds",
    },
  },
  open({ createMollieClient }, { key }) {
    const mollie = createMollieClient({ apiKey: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM" });
    return () =>
      mollie.paymentRefunds.create({
        paymentId: "tr_WDqYK6vllg",
        amount: { currency: "EUR", value: "10.00" },
        ...(key && { idempotencyKey: key }),
      });
  },
};
