/** The refunds that moved money, in their order: whose each is, and whether it may have moved so much. */
import type { Sandbox } from "@refunds/sandbox";
import { type Violation, violation } from "../processes/truth.ts";
import { checkTarget } from "./check-target.ts";
import type { SentRequest } from "./sent-request.ts";
import { count, type Tally } from "./tally.ts";
import { latestRefundable, type TrackedRefund } from "./tracked-refund.ts";

export class Movements {
  readonly #sandbox: Sandbox;
  readonly #tally: Tally;
  /** Whose refund each of the sandbox is. */
  readonly #movers: TrackedRefund[] = [];

  constructor(sandbox: Sandbox, tally: Tally) {
    this.#sandbox = sandbox;
    this.#tally = tally;
  }

  /** Which refund of the sandbox its latest one is; -1 if none moved money. */
  latestOf(tracked: TrackedRefund): number {
    return this.#movers.lastIndexOf(tracked);
  }

  /** Notes the next refund of the sandbox, and checks it. */
  check({ tracked, misled, refundables }: SentRequest): Violation[] {
    const { request, sibling } = tracked;
    const found = checkTarget(this.#sandbox.refunds[this.#movers.length], request);
    this.#movers.push(tracked);
    const latest = latestRefundable([tracked, sibling]) ?? Number.POSITIVE_INFINITY;
    const limit = Math.max(...refundables.map((value) => value ?? latest));
    if (refundables.some((value) => value !== undefined)) {
      tracked.refundable = { value: limit, nth: this.#movers.length };
    }
    tracked.happened = true;
    const isOtherRefunded = sibling.happened && !sibling.reversed;
    const other = isOtherRefunded ? sibling.request.amount?.value : 0;
    const sum = (request.amount?.value ?? 0) + (other ?? 0);
    if (sum <= limit || misled) return found;
    // Wrong evidence frees the refunded amount, and an attempt that was never sent can set the refundable amount.
    if (sibling.wronged || tracked.wronged) {
      count(this.#tally.notPromised, "refunded more than refundable, after wrong evidence");
      return found;
    }
    return [...found, violation("double refund", `${sum} of ${limit} was refunded`)];
  }
}
