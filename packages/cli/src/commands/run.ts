import { statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { RefundOutcome } from "refunds";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { confirmed } from "../confirm.ts";
import { readRows } from "../csv/read-rows.ts";
import { rowRequest } from "../csv/row-request.ts";
import { type FileSummary, validateFile } from "../csv/validate-file.ts";
import { csvFile } from "../csv/write-csv.ts";
import { refuse } from "../errors.ts";
import { stopping } from "../in-flight.ts";
import { type ExitCode, exitCodeOf, exitCodeOfAll, exitCodes } from "../output/exit-codes.ts";
import { print, printJson, say } from "../output/streams.ts";
import { countNumber } from "../request/options.ts";
import { createPace, type Pace } from "../run/pace.ts";
import { startProgress } from "../run/progress.ts";
import { type NumberedRequest, runRows } from "../run/run-rows.ts";
import { summaryText } from "../run/summary-text.ts";
import { type Session, withSession } from "../session.ts";

interface Options extends CommonOptions {
  readonly concurrency: number;
  readonly rate?: number;
  readonly dryRun?: true;
  readonly yes?: true;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Refund each row of a CSV file, at most once for its key. Every row is checked before the first is sent. Stopped or killed, run it again: what was sent is not sent again. A report is written next to the file.",
    )
    .argument(
      "<file>",
      "columns: account, key, payment.<name>, amount, currency; optional: reason, extra.<name>. The amount is a decimal such as 10.50, or full",
    )
    .option("--concurrency <number>", "how many are sent at once", countNumber, 4)
    .option("--rate <number>", "at most this many a second, for each account", rateNumber)
    .option("--dry-run", "check every row, and send nothing")
    .option("-y, --yes", "do not ask")
    .addHelpText(
      "after",
      examples(
        "run refunds.csv --dry-run",
        "run refunds.csv --rate 10",
        "run refunds.csv --yes --json",
      ),
    );

function rateNumber(text: string): number {
  const rate = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !(rate > 0))
    throw new InvalidArgumentError("Must be a number above 0.");
  return rate;
}

export const action: Action<Options> = (options, file = "") => {
  const paces = new Map<string, Pace>();
  const paceOf = (account: string) => {
    const pace = paces.get(account) ?? createPace(options.rate);
    paces.set(account, pace);
    return pace;
  };
  const session = {
    tooManyRequests: (account: string, ms?: number) => paceOf(account).slowDown(ms),
  };
  return withSession(
    options.config,
    async (session) => {
      const before = versionOf(file);
      const summary = await validateFile(session, file);
      const shown = summaryText(session.config, file, summary);
      if (options.dryRun) return dryRun(shown, summary, options);
      const { yes } = options;
      await confirmed(shown, `Send ${summary.rows - summary.recorded} refunds?`, {
        ...(yes && { yes }),
      });
      if (versionOf(file) !== before)
        refuse("invalid_file", `${file} has changed since it was checked. Nothing was sent.`);
      return send(session, file, summary, options, paceOf);
    },
    session,
  );
};

/** Another text if the file was changed or replaced. */
function versionOf(file: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(file);
    return `${ino} ${size} ${mtimeMs}`;
  } catch (error) {
    return refuse(
      "invalid_file",
      `Cannot read ${file}: ${(error as Error).message}. Nothing was sent.`,
    );
  }
}

function dryRun(shown: string, summary: FileSummary, { json }: Options): ExitCode {
  const { rows, recorded, full } = summary;
  const totals = Object.fromEntries(
    [...summary.totals].map(([currency, value]) => [currency, String(value)]),
  );
  const accounts = Object.fromEntries(summary.accounts);
  if (json) printJson({ dryRun: true, rows, recorded, full, accounts, totalsInMinorUnits: totals });
  else print(`${shown}\nEvery row can be sent. It was a dry run: nothing was sent.`);
  return exitCodes.done;
}

const reportColumns = [
  "line",
  "key",
  "account",
  "status",
  "because",
  "reason",
  "code",
  "message",
  "refund_id",
];

async function send(
  session: Session,
  file: string,
  summary: FileSummary,
  { json, concurrency }: Options,
  paceOf: (account: string) => Pace,
): Promise<ExitCode> {
  const place = join(dirname(file), `${basename(file, extname(file))}.report.csv`);
  const report = csvFile(place, reportColumns);
  const progress = startProgress(summary.rows);
  const codes = new Set<ExitCode>();
  let count = 0;
  const done = ({ line, request: { key, account } }: NumberedRequest, outcome: RefundOutcome) => {
    count++;
    codes.add(exitCodeOf(outcome));
    progress.add(outcome.status);
    report.write([String(line), key, account, ...outcomeCells(outcome)]);
    if (json) printJson({ line, key, account, outcome });
  };
  try {
    await runRows(session, requestsIn(session, file), { concurrency, paceOf, done });
  } catch (error) {
    report.discard();
    throw error;
  } finally {
    progress.stop();
  }
  if (stopping.aborted) {
    report.discard();
    say(
      `Stopped after ${count} of ${summary.rows} rows. Run it again to go on: nothing is sent twice.`,
    );
    return exitCodes.interrupted;
  }
  await report.finish();
  say(`The report is in ${place}.`);
  return exitCodeOfAll(codes);
}

async function* requestsIn({ config }: Session, file: string): AsyncGenerator<NumberedRequest> {
  for await (const row of readRows(file)) {
    const request = rowRequest(config, row, []);
    if (request) yield { line: row.line, request };
  }
}

const outcomeCells = (outcome: RefundOutcome): string[] => [
  outcome.status,
  outcome.because,
  "reason" in outcome ? outcome.reason : "",
  ("code" in outcome && outcome.code) || "",
  ("message" in outcome && outcome.message) || "",
  ("refundId" in outcome && outcome.refundId) || "",
];
