/** Finds declines after which the same request may be sent again. Pure. */
import type { ErrorTable } from "../table.ts";
import { type JudgedOperation, judgeAnswer } from "./answer.ts";
import type { SendResult } from "./send-result.ts";

/** For answers without `Retry-After`. */
const pauseMs = 1000;

/** Milliseconds to wait before the request may be sent again; undefined where it must not be. */
export function worthRepeating(
  operation: JudgedOperation<string>,
  errors: ErrorTable,
  result: SendResult,
): number | undefined {
  if (result.status !== "answered") return undefined;
  const outcomes = operation.outcomes.map(marked);
  const verdict = judgeAnswer(
    { ...operation, outcomes },
    { ...errors, list: errors.list.map(marked) },
    result,
  );
  if (!("reason" in verdict) || verdict.reason !== mark) return undefined;
  const retryAfter = result.headers.get("Retry-After") ?? "";
  const ms = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return ms >= 0 ? ms : pauseMs;
}

const mark = "rate_limited";

/** Replaces every reason, so that the reason of the verdict says whether its rule has `repeat`. */
const marked = <Entry extends { readonly repeat?: true | "new-token" }>(entry: Entry) => ({
  ...entry,
  reason: entry.repeat === true ? mark : ("unspecified" as const),
});
