/** From `x-refund.idempotency` to data. The document has passed every check. */
import type { RefundTable, SameKeyTable } from "../core-types.ts";
import { conditionOf } from "./condition.ts";
import type { RawRefund } from "./document.ts";
import type { Operation } from "./operations.ts";
import type { RawIdempotency } from "./raw-evidence.ts";

export function sameKeyTable({
  for: duration,
  answers,
  body,
  busy,
  mismatch,
  forgets,
  again,
}: RawIdempotency): SameKeyTable | undefined {
  if (duration === undefined && !again) return undefined;
  return {
    ...(duration !== undefined && { for: secondsIn(duration) }),
    ...(answers && { answers }),
    ...(body && { body }),
    ...(busy && { busy: busy.map(conditionOf) }),
    ...(mismatch && { mismatch: mismatch.map(conditionOf) }),
    ...(forgets && { forgets: forgets.map(conditionOf) }),
    ...(again && { again }),
  };
}

/** An ISO 8601 duration of days, hours, minutes and seconds. */
export function secondsIn(duration: string): number {
  const [, ...parts] = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** An answer about another request with the key never decides about this one. */
export function openByKey({ vocabulary }: Operation): RefundTable["outcomes"] {
  const { busy = [], mismatch = [] } = (vocabulary as RawRefund).idempotency ?? {};
  return [...busy, ...mismatch].map((when) => ({ when: conditionOf(when), means: "unknown" }));
}
