import type { Drill } from "../drill.ts";

const transactionId = "4ffb8dfc-7f2b-413d-a497-2ad00766585e";

export const sumup: Drill = {
  package: "@sumup/sdk",
  call: "client.transactions.refund(merchantCode, transactionId, { amount })",
  path: /\/payments\/[^/]+\/refunds$/,
  answered: { status: 201, body: "{}" },
  declined: {
    status: 409,
    body: '{"type":"https://developer.sumup.com/problem/conflict","title":"Conflict","status":409,"detail":"The transaction is not refundable in its current state"}',
  },
  timeoutOption: "timeout",
  ours: {
    provider: "sumup",
    options: { environment: "test", apiKey: "sup_sk_sample", merchantCode: "MH4H92C7" },
    request: { payment: { transactionId }, amount: { value: 500, currency: "EUR" } },
  },
  open({ default: SumUp }, { timeoutMs }) {
    const client = new SumUp({
      apiKey: "sup_sk_sample",
      ...(timeoutMs && { timeout: timeoutMs }),
    });
    return () => client.transactions.refund("MH4H92C7", transactionId, { amount: 5 });
  },
};
