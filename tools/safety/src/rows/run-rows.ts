/** Sends a file of refunds with several workers, while workers are killed and Postgres crashes. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@refunds/testing/postgres";
import { runCli, startFleet } from "./fleet.ts";
import { openRowsShop } from "./rows-shop.ts";
import { judgeRows, type RowsVerdict } from "./rows-truth.ts";
import { makeTrouble, type TroubleOptions } from "./trouble.ts";

export interface RowsOptions extends TroubleOptions {
  readonly workers: number;
  /** How many accounts the rows are spread over. */
  readonly accounts: number;
  /** Of each account in each worker. */
  readonly concurrency: number;
  /** Of every account. A row that a killed worker was sending is settled this much and 15 seconds later. */
  readonly timeoutMs: number;
}

export interface RowsRun extends RowsVerdict {
  readonly seconds: number;
  /** From the first refund to the last. */
  readonly sendingSeconds: number;
  readonly kills: number;
  /** MiB; the most that a worker had. */
  readonly mostMemory: number;
  /** The processor time of all workers. */
  readonly cpuSeconds: number;
  readonly exitCode: number | null;
  /** What the commands said at their end. */
  readonly words: readonly string[];
}

export async function runRows(options: RowsOptions): Promise<RowsRun> {
  const { rows, workers, accounts, concurrency, timeoutMs, say } = options;
  const postgres = await startPostgres();
  const folder = join(postgres.folder, "shop");
  mkdirSync(folder);
  const shop = await openRowsShop({ folder, postgres: postgres.url, rows, accounts, timeoutMs });
  const fleet = startFleet(folder, workers, ["--concurrency", String(concurrency)]);
  const over = new AbortController();
  const sending = watchSending(() => shop.sandbox.refunds.length, say);
  try {
    const startedAt = performance.now();
    const args = ["run", "refunds.csv", "--postgres", "--yes", "--patience", "30"];
    const run = runCli(folder, args);
    const { sent } = sending;
    const scene = { fleet, crash: postgres.crash, sent, over: over.signal };
    const trouble = makeTrouble(options, scene);
    const { code: exitCode, stderr } = await run.ended;
    over.abort();
    await trouble;
    // The others say what became of refunds; with these there is no report.
    if (exitCode === null || ![0, 3, 4, 5].includes(exitCode))
      throw new Error(`The run ended with ${exitCode}:\n${stderr}`);
    const seconds = (performance.now() - startedAt) / 1000;
    const sendingSeconds = sending.stop();
    const stopped = await fleet.stop();
    const words = [stderr, ...stopped.map((each) => each.stderr)];
    const { kills, mostMemory, cpuSeconds } = fleet;
    const measured = { seconds, sendingSeconds, kills, mostMemory, cpuSeconds };
    return { ...judgeRows(shop), ...measured, exitCode, words };
  } finally {
    over.abort();
    sending.stop();
    await fleet.stop();
    await shop.close();
    await postgres.stop();
  }
}

/** Counts refunds, says the rate every ten seconds, and returns the seconds from the first to the last. */
function watchSending(count: () => number, say: (text: string) => void) {
  let first: number | undefined;
  let last = 0;
  let sent = 0;
  let saidAt = performance.now();
  let saidSent = 0;
  const look = () => {
    const now = performance.now();
    const counted = count();
    if (counted > 0) first ??= now;
    if (counted > sent) last = now;
    sent = counted;
    if (now - saidAt < 10_000) return;
    const rate = ((sent - saidSent) / (now - saidAt)) * 1000;
    say(`${sent} refunds, ${rate.toFixed(0)} a second`);
    saidAt = now;
    saidSent = sent;
  };
  const timer = setInterval(look, 200);
  return {
    sent: () => sent,
    stop() {
      clearInterval(timer);
      look();
      return first === undefined ? 0 : (last - first) / 1000;
    },
  };
}
