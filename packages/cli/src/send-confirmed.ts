/** Sends one refund that a person confirms. */
import type { CheckedRefundRequest } from "refunds";
import { confirmed } from "./confirm.ts";
import { inFlight } from "./in-flight.ts";
import { refusedHere } from "./local-address.ts";
import { type ExitCode, exitCodeOf } from "./output/exit-codes.ts";
import { moneyText } from "./output/money.ts";
import { outcomeText } from "./output/outcome-text.ts";
import { sentText } from "./output/sent-text.ts";
import { print, printJson, say } from "./output/streams.ts";
import { knownRefund } from "./request/known-refund.ts";
import type { ReadRequest } from "./request/read-request.ts";
import type { Session } from "./session.ts";

interface SendOptions {
  readonly json?: true;
  readonly yes?: true;
  /** Who asks, for the refund's history. */
  readonly by?: string;
}

/** Shows what will be sent, asks, sends it, and prints the outcome. What the journal has already is only returned. */
export async function sendConfirmed(
  { config, accounts, refunds }: Session,
  { json, yes, by }: SendOptions,
  request: ReadRequest,
  checked: CheckedRefundRequest,
): Promise<ExitCode> {
  const { key, account } = checked;
  const record = await refunds.get(key);
  const known = knownRefund(checked, record);
  // What is recorded already is only returned, and a rehearsal is refused, so there is nothing to confirm.
  if (known === "recorded") say("The journal has this key already. Nothing is sent.");
  else if (known !== "other_environment") {
    const amount = checked.request.amount
      ? moneyText(checked.request.amount)
      : "everything that remains";
    await confirmed(sentText(config, checked), `Refund ${amount}?`, { ...(yes && { yes }) });
  }
  const timeoutMs = accounts[account]?.timeoutMs ?? 0;
  const outcome = await inFlight(key, timeoutMs, () =>
    refunds.refund(request, by === undefined ? {} : { by }),
  );
  if (json) printJson({ key, outcome });
  else print(outcomeText(key, outcome));
  const hint = refusedHere(config.accounts[account], outcome);
  if (hint !== undefined) say(hint);
  return exitCodeOf(outcome);
}
