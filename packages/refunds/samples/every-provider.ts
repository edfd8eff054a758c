import { sqliteJournal } from "@refunds/journal/sqlite";
import { createRefunds, openpayd, yedpay } from "refunds";

const apiKey = "your API key";
const accessToken = "your access token";

const refunds = createRefunds({
  accounts: {
    europe: openpayd({ environment: "live", apiKey }),
    hongKong: yedpay({ environment: "live", accessToken }),
  },
  journal: sqliteJournal({ file: "refunds.sqlite" }), // in memory where left out, which a restart forgets
});

const outcome = await refunds.refund({
  account: "europe",
  key: "order-1042/refund-1", // your own id of this refund: one key, one refund
  payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" },
  amount: { value: 1050, currency: "EUR" }, // minor units: 10.50 EUR; left out, everything is refunded
});

console.log(outcome.status);
