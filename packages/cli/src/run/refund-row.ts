/** Refunds one row: sends it, and settles what is uncertain as far as the provider's query proves it. */
import { isRefundError } from "@refunds/core";
import type { RefundOutcome } from "refunds";
import type { RowRequest } from "../csv/row-request.ts";
import { inFlight } from "../in-flight.ts";
import { outcomeText } from "../output/outcome-text.ts";
import { say } from "../output/streams.ts";
import type { Session } from "../session.ts";

export interface TriedRow {
  readonly outcome: RefundOutcome;
  /** Set if another try can change it: from when on, in Unix milliseconds. */
  readonly laterAt?: number;
}

/** A row of a file, and who asks for its refund. `by` is not part of the request. */
interface AskedRow {
  readonly request: RowRequest;
  readonly by: string;
}

/**
 * @param isOurs - whether the row is still this process's; asked before each sending that follows the first
 * @throws {JournalError} if the journal fails. What was sent stands in it, or was said.
 */
export async function refundRow(
  session: Session,
  row: AskedRow,
  isOurs: () => Promise<boolean> = async () => true,
): Promise<TriedRow> {
  const { key } = row.request;
  const outcome = await outcomeOf(session, row, isOurs);
  if (outcome.recorded === false) {
    // At once: what fails next may end the run, and only this process knows it.
    say(`\n${outcomeText(key, outcome)}`);
    return { outcome };
  }
  return whatIsKnown(session.refunds, key, outcome);
}

async function outcomeOf(
  session: Session,
  { request, by }: AskedRow,
  isOurs: () => Promise<boolean>,
): Promise<RefundOutcome> {
  const { accounts, refunds } = session;
  const { key, account } = request;
  const timeoutMs = accounts[account]?.timeoutMs ?? 0;
  const sent = await inFlight(key, timeoutMs, () => refunds.refund(request, { by })).catch(
    (error) => refused(session, request, error),
  );
  let asked = sent;
  if (sent.status === "unknown" && sent.recorded !== false && (await isOurs())) {
    // It asks, and may send again under the key.
    asked = await inFlight(key, 2 * timeoutMs, () => refunds.reconcile(key)).catch((error) =>
      unsettled(sent, error),
    );
  }
  // The provider's query proves that it did not happen, so the row is still to be refunded. What a person recorded is theirs.
  const isProved = asked.status === "declined" && asked.because === "query_proved";
  if (!isProved || asked.recorded === false || !(await isOurs())) return asked;
  const again = { resend: true, by };
  return inFlight(key, timeoutMs, () => refunds.refund(request, again)).catch((error) =>
    unsettled(asked, error),
  );
}

/** The file was checked, but the journal or the configuration has changed since. Nothing was sent. */
function refused({ config }: Session, { account }: RowRequest, error: unknown): RefundOutcome {
  if (!isRefundError(error)) throw error;
  const { message } = error;
  return {
    status: "not_sent",
    because: "request_refused",
    retryable: false,
    provider: config.accounts[account]?.provider ?? "",
    account,
    message,
    cause: { name: "RefundError", message },
  };
}

/** The refund was sent before. That nothing more can be sent now, for example with a malformed private key, changes nothing. */
function unsettled(outcome: RefundOutcome, error: unknown): RefundOutcome {
  if (!isRefundError(error)) throw error;
  const before = "message" in outcome ? outcome.message : undefined;
  // Its own message ends with "Nothing was sent."
  const list = error.problems.map(({ field, message }) => `${field} ${message}`).join("; ");
  return {
    ...outcome,
    message: [before, `Nothing more was sent: ${list}.`].filter(Boolean).join(" "),
  } as RefundOutcome;
}

/** The outcome, or what became of it in another process by now, and when another try can change it. */
async function whatIsKnown(
  refunds: Session["refunds"],
  key: string,
  outcome: RefundOutcome,
): Promise<TriedRow> {
  if (!isUnfinished(outcome)) return { outcome, ...(mayBeSentLater(outcome) && atOnce()) };
  // A process was stopped while it sent this row, or is sending it now.
  const { outcome: now = outcome, settleableAt } = (await refunds.get(key)) ?? {};
  if (isUnfinished(now)) {
    return { outcome: now, ...(settleableAt && { laterAt: settleableAt.getTime() }) };
  }
  // Of what the other process left as unknown, no one has asked the provider yet.
  return { outcome: now, ...((now.status === "unknown" || mayBeSentLater(now)) && atOnce()) };
}

const isUnfinished = (outcome: RefundOutcome): boolean =>
  outcome.status === "unknown" && outcome.because === "unfinished";

/** Another refund of the payment may be settled later in the run. */
const mayBeSentLater = (outcome: RefundOutcome): boolean =>
  outcome.status === "not_sent" && (outcome.retryable || outcome.because === "payment_blocked");

const atOnce = () => ({ laterAt: Date.now() });
