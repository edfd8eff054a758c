/**
 * How far a run is: one line that changes at a terminal, a line every ten seconds elsewhere. The progress bar of
 * @clack/prompts is not used: it takes Ctrl-C for itself and ends the process, while refunds are being sent.
 */
import { clearLine, cursorTo } from "node:readline";
import { say } from "../output/streams.ts";

const output = process.stderr;
const everyMs = { terminal: 200, elsewhere: 10_000 };

export interface Progress {
  add(status: string): void;
  /** By status, all that are through. What is through at the first call was so before. */
  set(counts: ReadonlyMap<string, number>): void;
  stop(): void;
}

export function startProgress(total: number): Progress {
  let counts = new Map<string, number>();
  let before: number | undefined;
  const startedAt = performance.now();
  const isTerminal = output.isTTY === true;
  const show = () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const line = progressLine(total, counts, seconds, before);
    if (!isTerminal) return say(line);
    cursorTo(output, 0);
    output.write(line.slice(0, output.columns - 1));
    clearLine(output, 1);
  };
  const timer = setInterval(show, isTerminal ? everyMs.terminal : everyMs.elsewhere);
  return {
    add: (status) => void counts.set(status, (counts.get(status) ?? 0) + 1),
    set(now) {
      counts = new Map(now);
      before ??= sumOf(counts);
    },
    stop() {
      clearInterval(timer);
      show();
      if (isTerminal) output.write("\n");
    },
  };
}

const sumOf = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

export function progressLine(
  total: number,
  counts: ReadonlyMap<string, number>,
  seconds: number,
  before = 0,
): string {
  const done = sumOf(counts);
  const rate = seconds > 0 ? (done - before) / seconds : 0;
  const left = rate > 0 ? `${Math.ceil((total - done) / rate)} s left` : "";
  const outcomes = [...counts].map(([status, count]) => `${status} ${count}`).join(", ");
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return [`${done}/${total} (${percent} %)`, `${rate.toFixed(1)} a second`, left, outcomes]
    .filter(Boolean)
    .join("  ");
}
