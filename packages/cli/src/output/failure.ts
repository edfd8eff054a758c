/** Prints why a command failed. Never a stack, unless it was asked for. */
import { CliError, type CliErrorCode } from "../errors.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { printJson, say } from "./streams.ts";
import { printable } from "./table.ts";

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
}

/** @returns the exit code */
export function reportFailure(
  error: unknown,
  { json, verbose }: { readonly json?: boolean; readonly verbose?: boolean },
): ExitCode {
  const { failure, exitCode } = judge(error);
  if (json) printJson({ error: failure });
  say(`error: ${failure.message.split("\n").map(printable).join("\n")} (${failure.code})`);
  if (verbose && error instanceof Error) say(error.stack ?? "");
  return exitCode;
}

const exitCodeOfRefusal: Readonly<Partial<Record<CliErrorCode, ExitCode>>> = {
  not_confirmed: exitCodes.notConfirmed,
  queue_failed: exitCodes.journal,
};

/** Errors of the packages are known by their names, so that this loads none of them. */
function judge(error: unknown): { readonly failure: Failure; readonly exitCode: ExitCode } {
  const { name, code, message, problems } = Object(error) as Partial<Failure> & { name?: string };
  const failure = {
    code: typeof code === "string" ? code : "defect",
    message: message ?? String(error),
    ...(problems && problems.length > 0 && { problems }),
  };
  if (error instanceof CliError) {
    return { failure, exitCode: exitCodeOfRefusal[error.code] ?? exitCodes.usage };
  }
  if (name === "RefundError") return { failure, exitCode: exitCodes.usage };
  if (name === "JournalError") return { failure, exitCode: exitCodes.journal };
  return { failure: { ...failure, code: "defect" }, exitCode: exitCodes.defect };
}
