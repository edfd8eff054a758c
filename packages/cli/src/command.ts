/** What every command has. */
import type { Command } from "commander";
import type { ExitCode } from "./output/exit-codes.ts";

/** Options of every command. */
export interface CommonOptions {
  readonly config?: string;
  readonly json?: true;
  readonly verbose?: true;
}

/** Does the work of a command, and returns its exit code. */
export type Action<Options> = (
  options: Options & CommonOptions,
  ...args: string[]
) => Promise<ExitCode>;

/** A module in `commands/`. */
export interface CommandModule {
  /** Adds the command's arguments, options and examples. */
  define(command: Command): Command;
  /** Options of which one is needed, by the names of their values. */
  readonly needsOneOf?: readonly string[];
  /** What it prints is for people or a shell, so it refuses `--json`. */
  readonly printsTextOnly?: true;
  /** Loaded with the arguments' values, then the options. */
  readonly action: Action<never>;
}

export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** Examples for the help of a command. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ npx refunds ${line}`).join("\n")}`;
