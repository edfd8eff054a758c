import Table from "cli-table3";
import { storeNames } from "../processes/journals.ts";
import type { Crash, CrashRun } from "./run-crashes.ts";

/** A table with one line for each step, in the order of a refund. */
export function crashTable({ crashes, points }: CrashRun): string {
  const table = new Table({
    head: ["killed", ...storeNames, "moved", "settled", "violations", "next outcome"],
    // Wrapped, so that the table fits into 100 columns.
    colWidths: [28, 8, 10, 7, 9, 12, 17],
    wordWrap: true,
    colAligns: ["left", "right", "right", "right", "right", "right", "left"],
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const point of points) {
    const own = crashes.filter((crash) => crash.point === point);
    if (own.length === 0) continue;
    const count = (holds: (crash: Crash) => boolean) => own.filter(holds).length;
    table.push([
      point,
      ...storeNames.map((store) => count((crash) => crash.store === store)),
      own.reduce((sum, { moved }) => sum + moved, 0),
      count(({ settled }) => settled),
      own.reduce((sum, { violations }) => sum + violations.length, 0),
      [...new Set(own.map(({ status }) => status))]
        .toSorted()
        .map((status) => `${count((crash) => crash.status === status)} ${status}`)
        .join("\n"),
    ]);
  }
  return table.toString();
}
