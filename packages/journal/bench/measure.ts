import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { JournalRecord } from "../src/index.ts";
import { sqliteJournal } from "../src/sqlite.ts";
import { scopeOf } from "../src/store.ts";

export interface Cost {
  readonly folder: string;
  /** Lower quartiles in milliseconds. Other work on the machine mostly affects the slower half. */
  readonly journalMs: number;
  readonly bareMs: number;
  readonly fsyncMs: number;
  /** `journalMs / bareMs`. */
  readonly ratio: number;
}

/** Interleaves the three measurements and rotates their order, so that a busy disk affects all of them. */
export async function measureCost({ rounds = 200, folder = tmpdir() } = {}): Promise<Cost> {
  const place = mkdtempSync(join(folder, "refunds-cost-"));
  const journal = sqliteJournal({ file: join(place, "journal.sqlite") });
  const bare = new DatabaseSync(join(place, "bare.sqlite"));
  bare.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE record (key TEXT PRIMARY KEY, text TEXT NOT NULL)`);
  const insert = bare.prepare("INSERT INTO record VALUES (?, ?)");
  const update = bare.prepare("UPDATE record SET text = ? WHERE key = ?");
  const raw = openSync(join(place, "raw"), "w");
  const page = Buffer.alloc(4096, 1);

  const candidates: ((opened: JournalRecord, settled: JournalRecord) => unknown)[] = [
    async (...records) => {
      for (const write of records) {
        await journal.transact(scopeOf(write), () => ({ write, result: undefined }));
      }
    },
    (opened, settled) => {
      insert.run(opened.key, JSON.stringify(opened));
      update.run(JSON.stringify(settled), opened.key);
    },
    () => {
      writeSync(raw, page);
      fsyncSync(raw);
    },
  ];
  const times = candidates.map((): number[] => []);
  try {
    for (let round = 0; round < rounds; round++) {
      const opened = recordOf(round);
      const settled = settledOf(opened);
      for (let turn = 0; turn < candidates.length; turn++) {
        const at = (round + turn) % candidates.length;
        const startedAt = performance.now();
        await candidates[at]?.(opened, settled);
        times[at]?.push(performance.now() - startedAt);
      }
    }
  } finally {
    closeSync(raw);
    bare.close();
    await journal.close();
    rmSync(place, { recursive: true });
  }
  const [journalMs = Number.NaN, bareMs = Number.NaN, fsyncMs = Number.NaN] =
    times.map(lowerQuartile);
  return { folder, journalMs, bareMs, fsyncMs, ratio: journalMs / bareMs };
}

const recordOf = (at: number): JournalRecord => ({
  key: `order-${at}/refund-1`,
  account: "shop",
  provider: "acme",
  payment: `{"id":"${at}"}`,
  request: `{"amount":{"currency":"EUR","value":1050},"payment":{"id":"${at}"}}`,
  amount: { value: 1050, currency: "EUR" },
  state: "leaving",
  attempt: 1,
  sendingUntil: 1_767_225_630_000,
  history: [{ what: "sent", at: 1_767_225_600_000 + at, attempt: 1 }],
  openedAt: 1_767_225_600_000 + at,
  changedAt: 1_767_225_600_000 + at,
});

function settledOf(record: JournalRecord): JournalRecord {
  const answer = { status: "SUCCESS", id: record.key, note: "as long as an answer is ".repeat(20) };
  const raw = { status: 200, body: JSON.stringify(answer) };
  const outcome = {
    provider: "acme",
    account: "shop",
    status: "succeeded",
    because: "provider_answered",
    retryable: false,
    raw,
    answer,
  } as const;
  return { ...record, state: "settled", outcome, changedAt: record.changedAt + 400 };
}

const lowerQuartile = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 2] ?? Number.NaN;
