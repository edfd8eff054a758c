/** Compares the report of a run with what the simulated providers carried out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkOutcome, type Violation, violation } from "../processes/truth.ts";
import { type RowsShop, refundName } from "./rows-shop.ts";

export interface RowsVerdict {
  /** By status: how many rows of the report have it. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** How many refunds were carried out. */
  readonly moved: number;
  readonly violations: readonly Violation[];
}

export function judgeRows({ folder, sandbox, rows }: RowsShop): RowsVerdict {
  const times = new Map<string, number>();
  for (const { provider, payment, amount } of sandbox.refunds) {
    const name = refundName(provider, payment, amount.value);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const reported = readReport(join(folder, "refunds.report.csv"));
  const outcomes = new Map<string, number>();
  const violations: Violation[] = [];
  for (const { key, refund } of rows) {
    const moved = times.get(refund) ?? 0;
    times.delete(refund);
    const [status, ...more] = reported.get(key) ?? [];
    if (status === undefined || more.length > 0) {
      violations.push(violation("rule broken", `${key} is ${more.length + 1} times in the report`));
      continue;
    }
    outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
    if (moved > 1) violations.push(violation("double refund", `${key}: ${moved} times`));
    const truth = { arrived: moved, moved, pending: 0, again: 0 };
    violations.push(...checkOutcome(key, status, truth));
  }
  for (const name of times.keys()) violations.push(violation("rule broken", `no row: ${name}`));
  return { outcomes, moved: sandbox.refunds.length, violations };
}

/** By key: the statuses of its lines. The report of this run has no cell with a comma before the status. */
function readReport(file: string): ReadonlyMap<string, string[]> {
  const statuses = new Map<string, string[]>();
  for (const line of readFileSync(file, "utf8").split("\n").slice(1)) {
    const [at, key, , status] = line.split(",");
    if (!/^\d+$/.test(at ?? "") || key === undefined || status === undefined) continue;
    statuses.set(key, [...(statuses.get(key) ?? []), status]);
  }
  return statuses;
}
