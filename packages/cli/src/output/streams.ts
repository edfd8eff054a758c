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

const guarded = { stdout: false, stderr: false };

// Node makes each of the two when it is asked for, which takes as long as opening a journal.
export function stdout(): NodeJS.WriteStream {
  if (!guarded.stdout) {
    guarded.stdout = true;
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      failed(error);
      if (error.code !== "EPIPE") say(`error: Cannot write to stdout: ${error.message}`);
    });
  }
  return process.stdout;
}

export function stderr(): NodeJS.WriteStream {
  if (!guarded.stderr) {
    guarded.stderr = true;
    process.stderr.on("error", failed);
  }
  return process.stderr;
}

/** Writes a line to stdout: what the command was asked for. */
export const print = (text: string): void => {
  stdout().write(`${text}\n`);
};

/** Writes a line to stderr: what a person should know meanwhile. */
export const say = (text: string): void => {
  stderr().write(`${text}\n`);
};

/** Writes one JSON document to stdout, in one line. */
export const printJson = (value: unknown): void => print(JSON.stringify(value));
