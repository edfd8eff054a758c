/** What runs that were killed have left of their reports. */
import { readFileSync } from "node:fs";
import { partialsOf } from "../output/whole-file.ts";

/**
 * What to do with partial reports in a report's place; undefined if there are none. They are not deleted here: a run may
 * still write one, and one may have the only copy of an outcome.
 */
export function leftReportsText(place: string): string | undefined {
  const left = partialsIn(place);
  if (left.length === 0) return undefined;
  const [only, ...others] = left.filter(hasUnrecorded);
  const first = `Of runs of this file that did not end: ${left.join(", ")}.`;
  return only === undefined
    ? `${first} The journal has every outcome in them: delete them, unless such a run still goes on.`
    : `${first} ${[only, ...others].join(", ")}: the journal lacks each outcome with "no" in the column recorded. Settle those first (npx refunds record), then delete.`;
}

/** None if the folder cannot be listed: what the run sent stays sent, so it must not end as a defect. */
function partialsIn(place: string): string[] {
  try {
    return partialsOf(place);
  } catch {
    return [];
  }
}

/** True also for a file that cannot be read: it may have outcomes that are not recorded. */
function hasUnrecorded(file: string): boolean {
  try {
    return /,no\r?$/m.test(readFileSync(file, "utf8"));
  } catch {
    return true;
  }
}
