/** Ctrl-C while refunds are being sent: their outcomes are waited for. A second one leaves at once, and says what is unfinished. */
import { exitCodes } from "./output/exit-codes.ts";
import { shellWord } from "./output/outcome-text.ts";
import { say } from "./output/streams.ts";
import { printable } from "./output/table.ts";

const sending = new Map<string, number>();
const stop = new AbortController();

/** Aborts at the first Ctrl-C (or SIGTERM): nothing new should be sent. */
export const stopping: AbortSignal = stop.signal;

/** Runs `send`, which sends the refund of `key` and takes at most `timeoutMs`. */
export async function inFlight<T>(
  key: string,
  timeoutMs: number,
  send: () => Promise<T>,
): Promise<T> {
  listen();
  sending.set(key, Date.now() + timeoutMs);
  try {
    return await send();
  } finally {
    sending.delete(key);
  }
}

/**
 * From now on, the first Ctrl-C only aborts `stopping`, also while nothing is being sent: the command has more to put in
 * order before it ends.
 */
export function stopInOrder(): AbortSignal {
  isOrderly = true;
  listen();
  return stopping;
}

let isListening = false;
let isOrderly = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
}

function interrupted(): void {
  if (stopping.aborted || (sending.size === 0 && !isOrderly)) leave();
  stop.abort();
  if (sending.size === 0) return;
  const seconds = Math.ceil((Math.max(...sending.values()) - Date.now()) / 1000);
  const keys = [...sending.keys()].map(printable).join(", ");
  say(
    `\nStopping. Waiting up to ${Math.max(seconds, 1)} s for the outcome of ${keys}. Press Ctrl-C again to leave it unfinished.`,
  );
}

function leave(): never {
  for (const key of sending.keys()) {
    say(
      `Unfinished: ${printable(key)}. It may have happened. The journal has it: npx refunds reconcile ${printable(shellWord(key))}`,
    );
  }
  process.exit(exitCodes.interrupted);
}
