/** Slows an account down while its provider leaves one refund after another uncertain: an outage then leaves few of them. */
import type { Account } from "refunds";
import { say } from "../output/streams.ts";
import { printable } from "../output/table.ts";
import type { Pace } from "./pace.ts";

/** What came of a refund that was sent just now. What the journal has of an earlier sending says nothing about the provider of today. */
export type SentOutcome = Awaited<ReturnType<Account["refund"]>>;

export interface BrakedPace extends Omit<Pace, "speedUp"> {
  /** Learns what came of each refund that was sent, also of one that was sent again. */
  sent(outcome: SentOutcome): void;
  /** The provider answered a question about a refund. While it answers no refund, that does not end the pause. */
  asked(): void;
}

/** Single answers get lost. So many in a row do not. */
const mostInARow = 5;

export function brakedPace(pace: Pace, account: string): BrakedPace {
  let inARow = 0;
  const uncertain = () => {
    inARow++;
    if (inARow === mostInARow) {
      say(
        `${printable(account)}: the last ${mostInARow} refunds are unknown. The next leave one by one, until the provider answers again.`,
      );
    }
    if (inARow >= mostInARow) pace.slowDown();
  };
  return {
    turn: pace.turn,
    slowDown: pace.slowDown,
    sent(outcome) {
      const said = saidBy(outcome);
      if (said === "less") pace.slowDown();
      else if (said === "nothing") uncertain();
      else if (said === "answer") {
        inARow = 0;
        pace.speedUp();
      }
    },
    asked() {
      if (inARow < mostInARow) pace.speedUp();
    },
  };
}

/** What the provider said. Undefined: it was not asked, or not for long enough. */
function saidBy(outcome: SentOutcome): "less" | "nothing" | "answer" | undefined {
  if (outcome.status === "not_sent") return undefined;
  if (outcome.status === "declined" && outcome.reason === "rate_limited") return "less";
  if (outcome.status !== "unknown") return "answer";
  const { because, raw } = outcome;
  if (because === "aborted") return undefined;
  // An answer that can be read, and leaves the refund open: one that failed for now, for example. Servers in front say 5xx.
  const isAnswer = because === "provider_error" || because === "undocumented_answer";
  return isAnswer && raw !== undefined && raw.status < 500 ? "answer" : "nothing";
}
