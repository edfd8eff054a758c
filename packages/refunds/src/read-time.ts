import type { Problem } from "@refunds/core";

const isoText = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

const advice =
  "must be a valid Date, or ISO 8601 text such as 2026-11-27 (UTC) or 2026-11-27T10:30:00+01:00; a time needs its zone";

/** A moment in Unix milliseconds. Undefined if it is not one; then `problems` says so. */
export function readTime(field: string, given: unknown, problems: Problem[]): number | undefined {
  const time = given instanceof Date ? given.getTime() : timeIn(given);
  if (!Number.isNaN(time)) return time;
  problems.push({ field, message: advice });
  return undefined;
}

function timeIn(given: unknown): number {
  const parts = typeof given === "string" ? isoText.exec(given) : null;
  if (!parts) return Number.NaN;
  const [year, month, day] = parts.slice(1, 4).map(Number) as [number, number, number];
  // A day that the month does not have would count as one of the next month.
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isDay ? Date.parse(given as string) : Number.NaN;
}
