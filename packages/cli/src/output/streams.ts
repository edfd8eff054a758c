/** Where a command writes. With `--json`, stdout has only JSON; words for people always may go to stderr. */

import { exitCodes } from "./exit-codes.ts";

/**
 * The reader of a pipe may leave (`| head`). Another failure, such as a full disk, shows in the exit code. It is
 * never thrown: that would end the process while refunds are being sent.
 */
const failed = ({ code }: NodeJS.ErrnoException): void => {
  if (code === "EPIPE") return;
  process.once("exit", (exitCode) => {
    if (exitCode === exitCodes.done) process.exitCode = exitCodes.defect;
  });
};

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  failed(error);
  if (error.code !== "EPIPE") say(`error: Cannot write to stdout: ${error.message}`);
});
process.stderr.on("error", failed);

/** Writes a line to stdout: what the command was asked for. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Writes a line to stderr: what a person should know meanwhile. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Writes one JSON document to stdout, in one line. */
export const printJson = (value: unknown): void => print(JSON.stringify(value));
