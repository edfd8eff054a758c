import Table from "cli-table3";
import { storeNames } from "../journals.ts";
import type { Crash, CrashRun } from "./run-crashes.ts";

const statuses = ["succeeded", "pending", "declined", "not_sent", "unknown"] as const;

/** One line a step, in the order a refund takes them. */
export function crashTable({ crashes, points }: CrashRun): string {
  const table = new Table({
    head: [
      "killed",
      ...storeNames,
      "moved",
      ...statuses.map((status) => `told ${status}`),
      "settled by word",
      "wrong",
    ],
    colAligns: ["left", ...Array.from({ length: 10 }, () => "right" as const)],
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
      ...statuses.map((status) => count(({ told }) => told === status)),
      count(({ settled }) => settled),
      own.reduce((sum, { wrong }) => sum + wrong.length, 0),
    ]);
  }
  return table.toString();
}
