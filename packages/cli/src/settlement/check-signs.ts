/** Whether the signs of a report's amounts say what left and what came in. */
import { refuse } from "../errors.ts";
import type { KnownRefunds } from "./known-refunds.ts";
import type { SettledRefund } from "./read-settlement.ts";

/**
 * A refund leaves before it comes back, so a report has more of those that left. If it has fewer, its refunds have no minus, and
 * the minus is that of something else, such as a fee or a correction.
 * @throws {CliError} `invalid_file` then: each of its refunds would be said to have come back
 */
export async function checkSigns(
  settled: AsyncIterable<SettledRefund>,
  known: KnownRefunds,
): Promise<void> {
  let left = 0;
  let cameIn = 0;
  for await (const row of settled) {
    const isKnown =
      known.withRefundId(row.refundId).length > 0 || known.withKey(row.key).length > 0;
    if (!isKnown) continue;
    if (row.isIncoming) cameIn++;
    else left++;
  }
  if (cameIn <= left) return;
  refuse(
    "invalid_file",
    `In the report, ${cameIn} amounts of refunds in the journal have no minus, and ${left} have one. Where any amount has a minus, those without one are money that came in. If your refunds have no minus, pass a report of the refunds only.`,
  );
}
