/** The report of a run in the queue has every row, or there is none. */
import { expect, test } from "vitest";
import { reportRun } from "../src/queue/report-run.ts";
import type { Report, ReportedRow } from "../src/run/report.ts";

const row = (line: number, status: "succeeded" | "unknown"): ReportedRow => ({
  line,
  key: `key-${line}`,
  account: "shop",
  outcome: { status, because: "" },
});

async function reported(rows: readonly ReportedRow[], expected: number) {
  const seen = { written: 0, finished: false };
  const report: Report = {
    write: () => void seen.written++,
    async finish() {
      seen.finished = true;
    },
    keep: async () => {},
    discard() {},
  };
  const tables = {
    async *outcomes() {
      yield* rows;
    },
  };
  const ended = reportRun(tables, { run: "r", rows: expected, report }, {});
  const code = await ended.catch(({ code }: { code: string }) => code);
  return { ...seen, code };
}

test("with every row, the exit code is that of the row which needs a person most", async () => {
  const rows = [row(2, "succeeded"), row(3, "unknown")];
  expect(await reported(rows, 2)).toEqual({ written: 2, finished: true, code: 5 });
});

test("rows that were opened again meanwhile are not left out in silence", async () => {
  const left = [row(2, "succeeded")];
  expect(await reported(left, 2)).toEqual({ written: 1, finished: false, code: "queue_failed" });
});
