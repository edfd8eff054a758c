/** Refunds an order. Run it again, and nothing is sent: the journal has the key. */
import { sqliteJournal } from "@refunds/journal/sqlite";
import { createRefunds, stripe } from "refunds";

const refunds = createRefunds({
  accounts: {
    shop: stripe({ environment: "test", secretKey: process.env.STRIPE_SECRET_KEY ?? "" }),
  },
  journal: sqliteJournal({ file: process.env.REFUNDS_FILE ?? "refunds.sqlite" }),
});

// Asks the provider about what an earlier run left open.
await refunds.resume();

const outcome = await refunds.refund({
  account: "shop",
  key: "order-1042/refund-1", // one key, one refund
  payment: { paymentIntent: "pi_1" },
  amount: { value: 1050, currency: "USD" }, // in minor units: 10.50 USD
});

switch (outcome.status) {
  case "succeeded":
    console.log(`Refunded: ${outcome.refundId}`);
    break;
  case "pending":
    console.log("Accepted. Run this again later for the final outcome.");
    break;
  case "declined":
    console.error(`Refused: ${outcome.reason}. No money moved. ${outcome.message ?? ""}`);
    break;
  case "not_sent":
    console.error(`Not sent: ${outcome.message}${outcome.retryable ? " Run this again." : ""}`);
    break;
  case "unknown":
  case "needs_review":
    console.error(`The money may have moved (${outcome.because}). Check it with the provider.`);
    break;
  case "reversed":
    console.error("The money came back. Refund again with a new key.");
    break;
}
process.exitCode = ["succeeded", "pending"].includes(outcome.status) ? 0 : 1;
await refunds.close();
