/** Where a command writes. With `--json`, stdout has only JSON; words for people always may go to stderr. */

/** The reader of a pipe may leave (`| head`). What a refund became stands in the journal. */
const ignoreClosedPipe = (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
};

process.stdout.on("error", ignoreClosedPipe);
process.stderr.on("error", ignoreClosedPipe);

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
