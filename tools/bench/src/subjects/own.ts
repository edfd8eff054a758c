/** The clients of this repository, and the facade in front of them. */
import { join } from "node:path";
import type { JournalStore } from "@refunds/journal";
import { type Account, createRefunds, memoryJournal, providers } from "refunds";
import { assertSucceeded, type Given, type Subject } from "./subject.ts";

function ownClient({ options: { provider }, sample, places, fetch }: Given): Account {
  const factories = providers as unknown as Record<string, (options: object) => Account>;
  const factory = factories[provider];
  if (!factory) throw new Error(`There is no provider ${provider}.`);
  const { baseUrl } = places;
  return factory({
    ...(baseUrl ? { baseUrl } : { environment: "test", fetch }),
    ...sample.credentials,
  });
}

export const own: Subject = async (given) => {
  const client = ownClient(given);
  return async (n) => assertSucceeded((await client.refund(given.sample.given(n) as never)).status);
};

/** So many refunds, then another journal: one in memory grows without end. */
const mostRefunds = 1_000;

export const facade: Subject = async (given) => {
  const { sample, options } = given;
  const { perPayment = 1, journal = "memory" } = options;
  const accounts = { main: ownClient(given) };
  const make = async () => createRefunds({ accounts, journal: await journalOf(given) });
  let refunds = await make();
  return async (n) => {
    if (journal === "memory" && n % mostRefunds === 0) refunds = await make();
    const request = sample.given(n, Math.floor(n / perPayment));
    assertSucceeded((await refunds.refund({ account: "main", ...request })).status);
  };
};

let journals = 0;

async function journalOf({ options, places }: Given): Promise<JournalStore> {
  const name = `bench_${process.pid}_${++journals}`;
  if (options.journal === "sqlite") {
    const { sqliteJournal } = await import("@refunds/journal/sqlite");
    return sqliteJournal({ file: join(places.folder, `${name}.db`) });
  }
  if (options.journal === "postgres") {
    const [{ postgresJournal }, { default: pg }] = await Promise.all([
      import("@refunds/journal/postgres"),
      import("pg"),
    ]);
    const pool = new pg.Pool({ connectionString: places.postgres, max: 10 });
    return postgresJournal({ pool, schema: name });
  }
  return memoryJournal();
}
