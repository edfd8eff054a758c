/** Checks at the end of a schedule that a key moved money once, and that none of its attempts was sent again. */
import type { SandboxRequest } from "@refunds/sandbox";
import { checkSentOnce, type Violation, violation } from "../processes/truth.ts";
import { attemptsOf, movedIn } from "./attempts.ts";
import type { RememberedKeys } from "./remembered-keys.ts";
import { count, type Tally } from "./tally.ts";
import type { TrackedRefund } from "./tracked-refund.ts";

export function checkKey(
  tracked: TrackedRefund,
  requests: readonly SandboxRequest[],
  keys: RememberedKeys,
  tally: Tally,
): Violation[] {
  const { key } = tracked.request;
  const all = attemptsOf(tracked, requests);
  const excused = all.reduce(
    (sum, { moved }, nth) => sum + (tracked.excused.has(`${key}#${nth}`) ? moved : 0),
    0,
  );
  const own = movedIn(all) - excused;
  if (excused > 0) count(tally.notPromised, "a key refunded twice, after wrong evidence");
  return [
    ...(own > 1 ? [violation("double refund", `${key} was refunded ${own} times`)] : []),
    ...all.flatMap((one, nth) => {
      const name = `${key}#${nth}`;
      return checkSentOnce(name, { ...one, again: keys.forbidden(name, requests) });
    }),
  ];
}
