import { postgresJournal } from "@refunds/journal/postgres";
import pg from "pg";
import { createRefunds, stripe } from "refunds";

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
});

export const refunds = createRefunds({
  accounts: {
    shop: stripe({
      environment: "test",
      secretKey: process.env.STRIPE_SECRET_KEY ?? "",
      webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? "",
    }),
  },
  journal: postgresJournal({ pool, schema: process.env.REFUNDS_SCHEMA ?? "refunds" }),
});

/** Stands for your database, where you find what a customer paid with. */
export const findPayment = async (order: string) =>
  order.startsWith("order-") ? { paymentIntent: "pi_1" } : undefined;
