import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import type { Command } from "commander";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { stopInOrder } from "../in-flight.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { printJson, say } from "../output/streams.ts";
import { handleRows } from "../queue/handle-rows.ts";
import { limitedTo } from "../queue/limited-to.ts";
import { openQueue, withJournalAt } from "../queue/open-queue.ts";
import { sharedPace } from "../queue/shared-pace.ts";
import { concurrencyNumber } from "../request/options.ts";
import { type BrakedPace, brakedPace, type SentOutcome } from "../run/braked-pace.ts";
import type { ReportedRow } from "../run/report.ts";
import { withSession } from "../session.ts";

interface Options extends CommonOptions {
  readonly postgres?: string;
  readonly concurrency: number;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Send the rows that `run --postgres` has queued, of all accounts of the configuration. Start as many as you want, on any machine. Ctrl-C waits for what is being sent, and ends: others go on, or the next worker does.",
    )
    .option(
      "--postgres <url>",
      "the database, if journal.postgres in the configuration has no value; with PGPASSWORD in the environment, not with a password",
    )
    .option(
      "--concurrency <number>",
      "how many are sent at once, for each account",
      concurrencyNumber,
      8,
    )
    .addHelpText("after", examples("worker", "worker --concurrency 16", "worker --json"));

/** Batches of an account that are given out at once: while one ends, the others have rows left. */
const batches = 3;

export const action: Action<Options> = (options) => {
  const { config, json, concurrency, postgres } = options;
  // A worker keeps little, and runs for hours. V8 would let the rest grow to 200 MB before it looks for what is not used.
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=100");
  const ending = new AbortController();
  const stopping = AbortSignal.any([stopInOrder(), ending.signal]);
  let failure: unknown;
  const lost = (error: unknown) => {
    failure ??= error;
    ending.abort();
  };
  const paces = new Map<string, BrakedPace>();
  const limits = {
    tooManyRequests: (account: string, ms?: number) => paces.get(account)?.slowDown(ms),
    sent: (account: string, outcome: SentOutcome) => paces.get(account)?.sent(outcome),
    asked: (account: string) => paces.get(account)?.asked(),
  };
  const counts = new Map<string, number>();
  const done = (row: ReportedRow) => {
    const { status } = row.outcome;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (json) printJson(row);
  };
  return withSession(
    config,
    async (session) => {
      // Makes each client: one that cannot be made would take rows and give them back forever.
      for (const account of Object.values(session.accounts)) void account.timeoutMs;
      const { queue, tables } = await openQueue(session.config);
      try {
        for (const account of Object.keys(session.accounts)) {
          const pace = brakedPace(sharedPace(tables, account), account);
          paces.set(account, pace);
          const limited = limitedTo(concurrency);
          const handler = { session, queue, tables, pace, stopping, limited, lost, done };
          const batch = 2 * concurrency;
          await queue.work(account, {
            batch,
            batches,
            lost,
            handle: (rows) => handleRows(handler, rows),
          });
        }
        say("Working. Ctrl-C waits for what is being sent, and ends.");
        if (!stopping.aborted) await once(stopping, "abort");
      } finally {
        await queue.close();
        await tables.close();
      }
      const list = [...counts].map(([status, count]) => `${status} ${count}`).join(", ");
      say(`Stopped. Nothing is being sent. This worker: ${list || "no rows"}.`);
      if (failure !== undefined) throw failure;
      return exitCodes.done;
    },
    { limits, adapted: withJournalAt(postgres) },
  );
};
