/** Asks before money moves. */
import { refuse } from "./errors.ts";
import { say } from "./output/streams.ts";

export interface ConfirmOptions {
  readonly yes?: true;
}

/**
 * Shows what will be sent, and returns once it was confirmed.
 * @throws {CliError} `not_confirmed` if it was not, or if there is no terminal to ask at
 */
export async function confirmed(
  shown: string,
  question: string,
  { yes }: ConfirmOptions,
): Promise<void> {
  say(shown);
  if (yes) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    refuse(
      "not_confirmed",
      "There is no terminal to ask at. Pass --yes to send without a question. Nothing was sent.",
    );
  }
  const { confirm } = await import("@clack/prompts");
  const answer = await confirm({
    message: question,
    initialValue: false,
    output: process.stderr,
  });
  if (answer !== true) refuse("not_confirmed", "Not confirmed. Nothing was sent.");
}
