import { sqliteJournal } from "@refunds/journal/sqlite";
import { createRefunds, openpayd, yedpay } from "refunds";

const refunds = createRefunds({
  accounts: {
    europe: openpayd({ environment: "live", apiKey: process.env.OPENPAYD_API_KEY ?? "" }),
    hongKong: yedpay({ environment: "live", accessToken: process.env.YEDPAY_ACCESS_TOKEN ?? "" }),
  },
  journal: sqliteJournal({ file: "refunds.sqlite" }),
});

const outcome = await refunds.refund({
  account: "europe",
  key: "order-1042/refund-1", // your own id of this refund: one key, one refund
  payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" },
  amount: { value: 1050, currency: "EUR" }, // in minor units: 10.50 EUR; leave it out to refund everything that remains
});

console.log(outcome.status);
