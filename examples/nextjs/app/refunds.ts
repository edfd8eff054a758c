import { sqliteJournal } from "@refunds/journal/sqlite";
import { createRefunds, stripe } from "refunds";

export const refunds = createRefunds({
  accounts: {
    shop: stripe({
      environment: "test",
      secretKey: process.env.STRIPE_SECRET_KEY ?? "",
      webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? "",
    }),
  },
  journal: sqliteJournal({ file: process.env.REFUNDS_FILE ?? "refunds.sqlite" }),
});

/** Stands for your database, where you find what a customer paid with. */
export const findPayment = async (order: string) =>
  order.startsWith("order-") ? { paymentIntent: "pi_1" } : undefined;
