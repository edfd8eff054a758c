/** Connections to Postgres, with the package that only those who use Postgres have installed. */
import type { Pool } from "pg";
import { refuse } from "../errors.ts";

/** @throws {CliError} `missing_package` */
export async function openPool(connectionString: string, max = 10): Promise<Pool> {
  const { default: pg } = await import("pg").catch(() =>
    refuse("missing_package", "A journal in Postgres needs the package pg: `npm install pg`."),
  );
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; the next call says what is wrong.
  pool.on("error", () => {});
  return pool;
}
