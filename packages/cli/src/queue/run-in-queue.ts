/** Queues the rows of a file for workers, and waits until each has its outcome. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { inChunks } from "../csv/in-chunks.ts";
import { stopInOrder } from "../in-flight.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { say } from "../output/streams.ts";
import { startProgress } from "../run/progress.ts";
import { openReport } from "../run/report.ts";
import { type CheckedFile, requestsIn } from "../run/requests-in.ts";
import type { Session } from "../session.ts";
import { grouped } from "./grouped.ts";
import { openQueue, orQueueFailed, type QueueAndTables } from "./open-queue.ts";
import { reportRun } from "./report-run.ts";
import { watchRun } from "./watch-run.ts";

export interface QueueOptions {
  readonly json?: true;
  /** Those that the file names. */
  readonly accounts: readonly string[];
  readonly rate?: number;
  readonly patienceMs: number;
}

/** How many rows are queued with one statement. */
const batch = 1000;

export async function runInQueue(
  session: Session,
  checked: CheckedFile,
  options: QueueOptions,
): Promise<ExitCode> {
  const stopping = stopInOrder();
  const { file, rows } = checked;
  const run = await digestOf(file);
  const report = openReport(file);
  try {
    const opened = await openQueue(session.config);
    try {
      await sendRows(session, opened, { run, checked, stopping }, options);
      if (!stopping.aborted) {
        return await orQueueFailed(() => reportRun(opened.tables, { run, rows, report }, options));
      }
    } finally {
      await Promise.all([opened.queue.close(), opened.tables.close()]);
    }
  } finally {
    // If it is not in its place: the outcomes are in Postgres, for the next time.
    report.discard();
  }
  say(
    "Stopped. What is queued stays queued, and workers go on. Run it again to see how far it is: nothing is sent twice.",
  );
  return exitCodes.interrupted;
}

interface ImportedRun {
  readonly run: string;
  readonly checked: CheckedFile;
  readonly stopping: AbortSignal;
}

/** Resolves when each row has its outcome, or after Ctrl-C. */
async function sendRows(
  session: Session,
  opened: QueueAndTables,
  imported: ImportedRun,
  options: QueueOptions,
): Promise<void> {
  const { run, checked, stopping } = imported;
  const { accounts } = options;
  await orQueueFailed(async () => {
    for (const account of accounts) await opened.tables.setRate(account, options.rate);
    await enqueueRows(session, opened, imported, options);
  });
  const { rows } = checked;
  const progress = startProgress(rows);
  try {
    await watchRun(opened, { run, rows, accounts, progress, stopping });
  } finally {
    progress.stop();
  }
}

/** Rows that are queued already stay as they are, so it can be repeated after a crash. */
async function enqueueRows(
  session: Session,
  { queue, tables }: QueueAndTables,
  { run, checked, stopping }: ImportedRun,
  { patienceMs }: QueueOptions,
): Promise<void> {
  const { round } = await tables.begin(run, checked.file, checked.rows);
  for await (const chunk of inChunks(requestsIn(session.config, checked), batch)) {
    if (stopping.aborted) return;
    const lines = chunk.map(({ line }) => line);
    const settled = await tables.settled(run, lines);
    const left = chunk
      .filter(({ line }) => !settled.has(line))
      .map((row) => ({ run, ...row, round, tries: 0, patienceMs }));
    for (const [account, ofAccount] of grouped(left, ({ request }) => request.account)) {
      await queue.enqueue(account, ofAccount);
    }
  }
}

/** The same file is the same run. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex").slice(0, 32);
}
