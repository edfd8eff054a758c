/** Slows an account down while its provider leaves one refund after another uncertain: an outage then leaves few of them. */
import { say } from "../output/streams.ts";
import { printable } from "../output/table.ts";
import type { Pace } from "./pace.ts";

export interface BrakedPace extends Pace {
  /** A refund was sent, and its outcome is unknown. */
  uncertain(): void;
}

/** Single answers get lost. So many in a row do not. */
const mostInARow = 5;

export function brakedPace(pace: Pace, account: string): BrakedPace {
  let inARow = 0;
  return {
    ...pace,
    speedUp() {
      inARow = 0;
      pace.speedUp();
    },
    uncertain() {
      inARow++;
      if (inARow === mostInARow) {
        say(
          `${printable(account)}: the last ${mostInARow} refunds are unknown. The next leave one by one, until the provider answers again.`,
        );
      }
      if (inARow >= mostInARow) pace.slowDown();
    },
  };
}
