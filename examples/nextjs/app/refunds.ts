import { sqliteJournal } from "@refunds/journal/sqlite";
import { createRefunds, stripe } from "refunds";

const open = () =>
  createRefunds({
    accounts: {
      shop: stripe({
        environment: "test",
        secretKey: process.env.STRIPE_SECRET_KEY ?? "",
        webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? "",
      }),
    },
    journal: sqliteJournal({ file: process.env.REFUNDS_FILE ?? "refunds.sqlite" }),
  });

let opened: ReturnType<typeof open> | undefined;
/** Opens them at the first request: `next build` loads this file without the secrets. */
export const openRefunds = () => {
  opened ??= open();
  return opened;
};

/** Stands for your database, where you find what a customer paid with. */
export const findPayment = async (order: string) =>
  order.startsWith("order-") ? { paymentIntent: "pi_1" } : undefined;
