/** What runs that were killed have left of their reports. */
import { readFileSync } from "node:fs";
import { partialsOf } from "../output/whole-file.ts";

/**
 * What to do with partial reports in a report's place; undefined if there are none. They are not deleted here: a run may
 * still write one, and one may have the only copy of an outcome.
 * @throws a system error
 */
export function leftReportsText(place: string): string | undefined {
  const left = partialsOf(place);
  if (left.length === 0) return undefined;
  const [only, ...others] = left.filter(hasUnrecorded);
  const first = `Of runs of this file that did not end: ${left.join(", ")}.`;
  return only === undefined
    ? `${first} The journal has every outcome in them: delete them, unless such a run still goes on.`
    : `${first} ${[only, ...others].join(", ")}: the journal lacks the outcomes with "no" in the column recorded. Settle those first (npx refunds record), then delete.`;
}

const hasUnrecorded = (file: string): boolean => /,no\r?$/m.test(readFileSync(file, "utf8"));
