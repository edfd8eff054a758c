/** What a worker does with the rows that it is given. */
import type { RefundOutcome } from "refunds";
import { expect, test } from "vitest";
import { handleRows, type RowHandler } from "../src/queue/handle-rows.ts";
import type { QueuedRow } from "../src/queue/row-queue.ts";
import type { ReportedRow } from "../src/run/report.ts";

const row = (line: number): QueuedRow => ({
  run: "r",
  line,
  request: { account: "shop", key: `key-${line}`, payment: {} } as QueuedRow["request"],
  round: 1,
  tries: 0,
  patienceMs: 60_000,
});

const succeeded = { status: "succeeded", because: "provider_answered" } as RefundOutcome;
const blocked = { status: "not_sent", because: "payment_blocked" } as RefundOutcome;

interface World {
  readonly refund: (key: string) => Promise<RefundOutcome>;
  readonly settled?: readonly number[];
  readonly record?: () => Promise<void>;
}

function world({ refund, settled = [], record }: World) {
  const sent: string[] = [];
  const recorded: ReportedRow[] = [];
  const later: QueuedRow[] = [];
  const stop = new AbortController();
  const handler = {
    session: {
      config: { accounts: {} },
      accounts: {},
      refunds: {
        refund({ key }: { readonly key: string }) {
          sent.push(key);
          return refund(key);
        },
      },
    },
    queue: { enqueue: async (_: string, rows: readonly QueuedRow[]) => void later.push(...rows) },
    tables: {
      settled: async () => new Set(settled),
      async record(_: string, rows: readonly ReportedRow[]) {
        await record?.();
        recorded.push(...rows);
      },
    },
    pace: { turn: async () => {}, slowDown() {}, speedUp() {} },
    stopping: stop.signal,
    limited: <T>(work: () => Promise<T>) => work(),
    done() {},
  } as unknown as RowHandler;
  return { handler, sent, recorded, later, stop };
}

test("a row that is through already is not tried again, whatever the queue says", async () => {
  const { handler, sent, recorded } = world({ refund: async () => succeeded, settled: [2] });
  expect(await handleRows(handler, [row(2), row(3)])).toEqual(["done", "done"]);
  expect(sent).toEqual(["key-3"]);
  expect(recorded).toMatchObject([{ line: 3, outcome: { status: "succeeded" } }]);
});

test("a row that has to wait is queued again before it is done, and has no outcome yet", async () => {
  const { handler, recorded, later } = world({ refund: async () => blocked });
  expect(await handleRows(handler, [row(2)])).toEqual(["done"]);
  expect(recorded).toEqual([]);
  expect(later).toMatchObject([{ line: 2, tries: 1 }]);
});

test("if the journal fails, the row is given out again; the others are done", async () => {
  const { handler, recorded } = world({
    async refund(key) {
      if (key === "key-2") throw Object.assign(new Error("no disk"), { name: "JournalError" });
      return succeeded;
    },
  });
  expect(await handleRows(handler, [row(2), row(3)])).toEqual(["again", "done"]);
  expect(recorded).toMatchObject([{ line: 3 }]);
});

test("an outcome that cannot be written down is not done", async () => {
  const record = () => Promise.reject(new Error("away"));
  const { handler } = world({ refund: async () => succeeded, record });
  await expect(handleRows(handler, [row(2)])).rejects.toThrow("away");
});

test("after Ctrl-C nothing is begun, and the rows are given back", async () => {
  const { handler, sent, stop } = world({ refund: async () => succeeded });
  stop.abort();
  expect(await handleRows(handler, [row(2), row(3)])).toEqual(["again", "again"]);
  expect(sent).toEqual([]);
});
