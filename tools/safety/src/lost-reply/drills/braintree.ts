import type { Drill } from "../drill.ts";

const xml = { "content-type": "application/xml; charset=utf-8" };

export const braintree: Drill = {
  package: "braintree",
  call: "gateway.transaction.refund(transactionId, amount)",
  path: /\/transactions\/[^/]+\/refund$/,
  answered: {
    status: 201,
    headers: xml,
    body: '<?xml version="1.0" encoding="UTF-8"?><transaction><id>refund1</id><status>submitted_for_settlement</status><type>credit</type><amount>10.00</amount><refunded-transaction-id>sale1</refunded-transaction-id></transaction>',
  },
  declined: {
    status: 422,
    headers: xml,
    body: '<?xml version="1.0" encoding="UTF-8"?><api-error-response><errors><errors type="array"/><transaction><errors type="array"><error><code>91512</code><attribute type="symbol">base</attribute><message>Transaction has already been completely refunded.</message></error></errors></transaction></errors><message>Transaction has already been completely refunded.</message></api-error-response>',
  },
  timeoutOption: "gateway.config.timeout",
  notCompared: {
    provider: "braintree",
    because:
      "the SDK sends XML to Braintree's older API, and we send GraphQL: two APIs, without a field in common",
  },
  open({ default: braintree }, { timeoutMs }) {
    const gateway = new braintree.BraintreeGateway({
      environment: braintree.Environment.Sandbox,
      merchantId: "sample-merchant",
      publicKey: "sample-public",
      privateKey: "sample-private",
    });
    if (timeoutMs) gateway.config.timeout = timeoutMs;
    return () => gateway.transaction.refund("sale1", "10.00");
  },
};
