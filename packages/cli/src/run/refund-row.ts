/** Refunds one row: sends it, and settles what is uncertain as far as the provider's query proves it. */
import type { RefundOutcome } from "refunds";
import type { RowRequest } from "../csv/row-request.ts";
import { inFlight } from "../in-flight.ts";
import type { Session } from "../session.ts";
import type { Pace } from "./pace.ts";

export interface TriedRow {
  readonly outcome: RefundOutcome;
  /** Set if another try can change it: from when on, in Unix milliseconds. */
  readonly laterAt?: number;
}

export async function refundRow(
  { accounts, refunds }: Session,
  request: RowRequest,
  pace: Pick<Pace, "slowDown" | "speedUp">,
): Promise<TriedRow> {
  const { key, account } = request;
  const timeoutMs = accounts[account]?.timeoutMs ?? 0;
  const sent = await inFlight(key, timeoutMs, () => refunds.refund(request));
  if (sent.status === "declined" && sent.reason === "rate_limited") pace.slowDown();
  else if (sent.status !== "not_sent") pace.speedUp();
  let outcome = sent;
  if (outcome.status === "unknown") outcome = await refunds.reconcile(key);
  // The provider's query proves that it did not happen, so the row is still to be refunded. What a person recorded is theirs.
  if (outcome.status === "declined" && outcome.because === "query_proved") {
    outcome = await inFlight(key, timeoutMs, () => refunds.refund(request, { resend: true }));
  }
  const laterAt = await whenToTryAgain(refunds, key, outcome);
  return { outcome, ...(laterAt !== undefined && { laterAt }) };
}

async function whenToTryAgain(
  refunds: Session["refunds"],
  key: string,
  outcome: RefundOutcome,
): Promise<number | undefined> {
  if (outcome.status === "not_sent") {
    // Another refund of the payment may be settled later in the run.
    return outcome.retryable || outcome.because === "payment_blocked" ? Date.now() : undefined;
  }
  if (outcome.status !== "unknown" || outcome.because !== "unfinished") return undefined;
  // An earlier run was stopped while it sent this row.
  return (await refunds.get(key))?.settleableAt?.getTime();
}
