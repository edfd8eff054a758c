import type { Placement } from "../table.ts";

/** Values that are new in every request. */
export function freshValue({ from, time }: Placement): string | number | undefined {
  if (from === "nonce") return crypto.randomUUID();
  if (from !== "timestamp") return undefined;
  const now = Date.now();
  if (time === "iso-8601") return new Date(now).toISOString();
  return time === "unix-seconds" ? Math.floor(now / 1000) : now;
}
