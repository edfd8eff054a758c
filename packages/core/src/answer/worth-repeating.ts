/** Finds declines after which the same request may be sent again. Pure. */
import type { Judged } from "./answer.ts";
import type { SendResult } from "./send-result.ts";

/** For answers without `Retry-After`. */
const pauseMs = 1000;

/** Milliseconds to wait before the request may be sent again; undefined where it must not be. */
export function worthRepeating(
  { verdict, rule, error }: Judged<string>,
  result: SendResult,
): number | undefined {
  if (result.status !== "answered") return undefined;
  if (!("reason" in verdict) || (error ?? rule)?.repeat !== true) return undefined;
  const retryAfter = result.headers.get("Retry-After") ?? "";
  const ms = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return ms >= 0 ? ms : pauseMs;
}
