import { callerKey, type Drill } from "../drill.ts";

export const flutterwave: Drill = {
  package: "flutterwave-node-v3",
  call: "flw.Transaction.refund({ id, amount })",
  path: /^\/v3\/transactions\/[^/]+\/refund$/,
  answered: {
    status: 200,
    body: '{"status":"success","message":"Transaction refund initiated","data":{"id":8612,"account_id":73362,"tx_id":5708,"flw_ref":"URF_1577867664541_3572735","wallet_id":74639,"amount_refunded":10,"status":"completed","destination":"payment_source","meta":{"source":"availablebalance"},"created_at":"2020-01-24T09:18:37.366Z"}}',
  },
  declined: {
    status: 400,
    body: '{"status":"error","message":"No transaction was found for this id","data":null}',
  },
  // The SDK reports each call to Flutterwave.
  other: { status: 200, body: '{"status":"success","data":{}}' },
  ours: {
    provider: "flutterwave",
    options: { environment: "test", secretKey: "FLWSECK_TEST-SANDBOXDEMOKEY-X" },
    request: {
      payment: { transactionId: "5708" },
      amount: { value: 1000, currency: "NGN" },
      key: callerKey,
    },
    differs: {
      body: "we send the key as the comment, by which the refund is found in the list; the SDK refuses a comment, and repeats the transaction's id in the body",
    },
  },
  open({ default: Flutterwave }) {
    const flw = new Flutterwave("FLWPUBK_TEST-SANDBOXDEMOKEY-X", "FLWSECK_TEST-SANDBOXDEMOKEY-X");
    return () => flw.Transaction.refund({ id: "5708", amount: 10 });
  },
};
