import { join } from "node:path";
import { journalConformance } from "@refunds/journal/conformance";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { memoryJournal } from "../src/index.ts";
import { postgresJournal } from "../src/postgres.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { fastFolder } from "./support/folder.ts";

describe("memory", () => {
  for (const { name, run } of journalConformance({ open: memoryJournal, shared: false }))
    test(name, run);
});

describe("SQLite", () => {
  const [folder, remove] = fastFolder();
  afterAll(remove);
  const open = (name: string) => sqliteJournal({ file: join(folder, `${name}.sqlite`) });
  for (const { name, run } of journalConformance({ open })) test(name, run);
});

describe("Postgres", () => {
  const pool = new pg.Pool({ connectionString: inject("postgres") });
  afterAll(() => pool.end());
  const open = (schema: string) => postgresJournal({ pool, schema });
  // Enough for a scan of the table to take several times as long as an index. Ten thousand take a quarter of a minute.
  for (const { name, run } of journalConformance({ open, records: 3000 })) test(name, run);
  test("all connections are returned to the pool", () => {
    expect(pool.totalCount).toBeLessThanOrEqual(10);
    expect(pool.idleCount).toBe(pool.totalCount);
    expect(pool.waitingCount).toBe(0);
  });
});
