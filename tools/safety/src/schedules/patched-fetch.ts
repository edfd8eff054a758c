/** The `fetch` of a schedule's processes, as a framework patched it. */

import type { Call } from "./call.ts";
import { type FetchKind, fetches } from "./fetches.ts";
import type { Ledger } from "./ledger.ts";
import { currentCall } from "./process.ts";
import { currentSending } from "./sendings.ts";
import { count, type Tally } from "./tally.ts";

/** A cache in it outlives its process, like one in a file or in another worker. */
export function patchedFetch(
  kind: FetchKind,
  ledger: Ledger,
  random: (bound: number) => number,
  tally: Tally,
) {
  return fetches[kind](ledger.network, {
    random,
    isRefund: ledger.isRefund,
    cached: () => {
      const call = currentCall() as Call;
      const tracked = ledger.of(currentSending()?.key ?? call.key);
      call.cached = true;
      if (tracked) {
        tracked.cachedSince = call.startedAt;
        // The first answer says what was known then, whatever a person has seen since.
        tracked.through = 0;
      }
      count(tally.events, "answers from a cache");
    },
  });
}
