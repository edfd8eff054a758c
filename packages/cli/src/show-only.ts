/** Shows what one refund would send: a dry run. */
import type { CheckedRefundRequest } from "refunds";
import { refuse } from "./errors.ts";
import { type ExitCode, exitCodes } from "./output/exit-codes.ts";
import { sentText } from "./output/sent-text.ts";
import { print, printJson } from "./output/streams.ts";
import { knownRefund, refusalOf } from "./request/known-refund.ts";
import type { Session } from "./session.ts";

/**
 * Prints what would be sent, or that nothing would be. Sends and records nothing.
 * @throws {CliError} `invalid_request` if the refund would be refused because of what the journal has of its key
 */
export async function showOnly(
  { config, refunds }: Session,
  { json }: { readonly json?: true },
  checked: CheckedRefundRequest,
): Promise<ExitCode> {
  const record = await refunds.get(checked.key);
  const known = knownRefund(checked, record);
  const { key, account } = checked;
  const refusal = refusalOf(known, checked, record);
  if (refusal !== undefined) {
    const message = `The key ${JSON.stringify(key)} ${refusal}. Nothing was sent.`;
    return refuse("invalid_request", message);
  }
  if (json) {
    const environment = config.accounts[account]?.environment ?? "baseUrl";
    printJson({
      dryRun: true,
      wouldSend: known !== "recorded",
      environment,
      ...checked,
      recorded: record?.status,
    });
    return exitCodes.done;
  }
  print(sentText(config, checked));
  print(
    known === "recorded"
      ? `Nothing would be sent: the journal has this key as ${record?.status}.`
      : "This would be sent. It was a dry run: nothing was sent.",
  );
  return exitCodes.done;
}
