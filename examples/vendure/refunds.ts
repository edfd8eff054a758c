import { postgresJournal } from "@refunds/journal/postgres";
import pg from "pg";
import { createRefunds, stripe } from "refunds";

// Vendure's own database, in a schema of its own.
export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
});

export const refunds = createRefunds({
  accounts: {
    shop: stripe({ environment: "test", secretKey: process.env.STRIPE_SECRET_KEY ?? "" }),
  },
  journal: postgresJournal({ pool, schema: process.env.REFUNDS_SCHEMA ?? "refunds" }),
});
