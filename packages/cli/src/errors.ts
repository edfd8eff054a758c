/** What a command says when it cannot do its work. */
import type { Problem } from "refunds";

export type CliErrorCode =
  | "usage"
  | "invalid_config"
  | "config_not_found"
  | "unknown_account"
  | "unknown_key"
  | "unknown_provider"
  | "invalid_request"
  | "invalid_file"
  | "journal_not_found"
  | "queue_failed"
  | "missing_package"
  | "unknown_proposal"
  | "changed_proposal"
  | "already_exists"
  | "not_confirmed"
  | "cannot_write";

/** A command was refused, and nothing was sent. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: CliErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** @throws {CliError} always */
export const refuse = (
  code: CliErrorCode,
  message: string,
  problems: readonly Problem[] = [],
): never => {
  throw new CliError(code, message, problems);
};
