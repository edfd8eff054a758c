/** What a worker does with the rows that it is given. */
import { JournalError, type RefundOutcome } from "refunds";
import { expect, test } from "vitest";
import { handleRows, type RowHandler } from "../src/queue/handle-rows.ts";
import { limitedTo } from "../src/queue/limited-to.ts";
import type { GivenRow, QueuedRow } from "../src/queue/row-queue.ts";
import type { EndedRow } from "../src/queue/run-tables.ts";
import type { ReportedRow } from "../src/run/report.ts";

const row = (line: number, isOurs = async () => true): GivenRow => ({
  row: {
    run: "r",
    line,
    request: { account: "shop", key: `key-${line}`, payment: {} } as QueuedRow["request"],
    by: `run refunds.csv, line ${line}`,
    round: 1,
    tries: 0,
    patienceMs: 60_000,
  },
  isOurs,
});

const succeeded = { status: "succeeded", because: "provider_answered" } as RefundOutcome;
const blocked = { status: "not_sent", because: "payment_blocked" } as RefundOutcome;

interface World {
  readonly refund: (key: string) => Promise<RefundOutcome>;
  readonly settled?: readonly number[];
  readonly record?: () => Promise<void>;
  readonly reconcile?: (key: string) => Promise<RefundOutcome>;
}

function world({ refund, settled = [], record, reconcile }: World) {
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
        reconcile,
      },
    },
    queue: { enqueue: async (_: string, rows: readonly QueuedRow[]) => void later.push(...rows) },
    tables: {
      settled: async () => new Set(settled),
      async record(_: string, rows: readonly EndedRow[]) {
        await record?.();
        recorded.push(...rows.map(({ row }) => row));
      },
    },
    pace: { turn: async () => {} },
    stopping: stop.signal,
    limited: <T>(work: () => Promise<T>) => work(),
    lost: () => stop.abort(),
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

test("if the journal refuses for good, no other row is begun, and what is through is written down", async () => {
  const { handler, sent, recorded } = world({
    async refund(key) {
      if (key === "key-2") return succeeded;
      const problem = { where: "here", happened: "a record is missing", advice: "stop" };
      throw new JournalError("rolled_back", problem);
    },
  });
  const rows = [2, 3, 4, 5].map((line) => row(line));
  const handled = await handleRows({ ...handler, limited: limitedTo(1) }, rows);
  expect(handled).toEqual(["done", "again", "again", "again"]);
  expect(sent).toEqual(["key-2", "key-3"]);
  expect(recorded).toMatchObject([{ line: 2 }]);
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

test("a row that another worker has by now is not sent, nor is what became of it written down", async () => {
  let isOurs = true;
  const { handler, sent, recorded } = world({
    async refund() {
      isOurs = false;
      return { status: "not_sent", because: "request_refused" } as RefundOutcome;
    },
  });
  const oneByOne = { ...handler, limited: limitedTo(1) };
  const rows = [row(2, async () => isOurs), row(3, async () => isOurs)];
  expect(await handleRows(oneByOne, rows)).toEqual(["again", "again"]);
  expect(sent).toEqual(["key-2"]);
  expect(recorded).toEqual([]);
});

test("a row that is lost while its provider is asked is not sent again", async () => {
  let isOurs = true;
  const { handler, sent } = world({
    refund: async () =>
      ({ status: "unknown", because: "no_valid_answer" }) as unknown as RefundOutcome,
    async reconcile() {
      isOurs = false;
      return { status: "declined", because: "query_proved" } as unknown as RefundOutcome;
    },
  });
  expect(await handleRows(handler, [row(2, async () => isOurs)])).toEqual(["again"]);
  expect(sent).toEqual(["key-2"]);
});

test("an outcome that only this process knows is written down, also of a row that was lost", async () => {
  const { handler, recorded } = world({
    refund: async () => ({ ...succeeded, recorded: false }) as RefundOutcome,
  });
  let asked = 0;
  await handleRows(handler, [row(2, async () => asked++ < 2)]);
  expect(recorded).toMatchObject([{ line: 2, outcome: { recorded: false } }]);
});
