/** What a command's exit code says. `docs/decisions/034-the-command-line.md` says why. */
import type { RefundOutcome } from "refunds";

export const exitCodes = {
  /** Done. Of a refund: `succeeded` or `pending`. */
  done: 0,
  /** An internal error. */
  defect: 1,
  /** Arguments, configuration or request are wrong. Nothing was sent. */
  usage: 2,
  /** `declined` or `reversed`: the customer was not refunded. */
  declined: 3,
  /** `not_sent`: it never reached the provider. */
  notSent: 4,
  /** `unknown`, `needs_review`, or an outcome that could not be recorded: a person must find out. */
  uncertain: 5,
  /** The journal or the queue failed. This command sent nothing that is not in the journal. */
  journal: 6,
  /** Not confirmed. Nothing was sent. */
  notConfirmed: 7,
  /** Interrupted: a second Ctrl-C, or one while nothing was being sent. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byStatus = {
  succeeded: exitCodes.done,
  pending: exitCodes.done,
  declined: exitCodes.declined,
  reversed: exitCodes.declined,
  not_sent: exitCodes.notSent,
  unknown: exitCodes.uncertain,
  needs_review: exitCodes.uncertain,
} as const satisfies Record<RefundOutcome["status"], ExitCode>;

export const exitCodeOf = ({ status, recorded }: Pick<RefundOutcome, "status" | "recorded">) =>
  recorded === false ? exitCodes.uncertain : byStatus[status];

/** Of several outcomes, the code of the one that needs a person most. */
export function exitCodeOfAll(codes: Iterable<ExitCode>): ExitCode {
  const urgency: readonly ExitCode[] = [
    exitCodes.uncertain,
    exitCodes.journal,
    exitCodes.notSent,
    exitCodes.declined,
  ];
  const all = new Set(codes);
  return urgency.find((code) => all.has(code)) ?? exitCodes.done;
}

/** For the help of a command. */
export const exitCodeHelp = `
Exit codes:
  0    done; of a refund: succeeded or pending
  2    arguments, configuration or request are wrong; nothing was sent
       of run, also: the file changed while it was sent
  3    declined or reversed: the customer was not refunded
  4    not_sent: it never reached the provider
  5    unknown, needs_review or not recorded: a person must find out
  6    the journal or the queue failed
  7    not confirmed; nothing was sent
  130  interrupted
  1    an internal error`;
