import type { TimePattern } from "../table.ts";

/** Writes a moment by a pattern: `yyyyMMddHHmmss`, `yyyy-MM-dd'T'HH:mm:ssXXX`. */
export function timeByPattern(now: number, { pattern, zone }: TimePattern): string {
  const offset = /^[+-]/.test(zone) ? zone : offsetOf(now, zone);
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  const east = (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
  const [yyyy, MM, dd, HH, mm, ss, SSS] = new Date(now + east * 60_000)
    .toISOString()
    .split(/\D/) as string[];
  const fields: Record<string, string | undefined> = { yyyy, MM, dd, HH, mm, ss, SSS, XXX: offset };
  return pattern.replace(/'([^']*)'|(yyyy|MM|dd|HH|mm|ss|SSS|XXX)/g, (_, literal, field) =>
    field ? fields[field] : literal,
  );
}

/** The offset of a zone of the IANA database, such as `Asia/Hong_Kong` or `UTC`: `+08:00`. */
function offsetOf(now: number, timeZone: string): string {
  const text = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).format(
    now,
  );
  return /[+-]\d\d:\d\d$/.exec(text)?.[0] ?? "+00:00";
}
