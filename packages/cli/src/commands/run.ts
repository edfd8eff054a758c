import { type Command, InvalidArgumentError } from "commander";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { confirmed } from "../confirm.ts";
import { type FileSummary, validateFile } from "../csv/validate-file.ts";
import { refuse } from "../errors.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { print, printJson } from "../output/streams.ts";
import { author, concurrencyNumber, countNumber } from "../request/options.ts";
import { type BrakedPace, brakedPace, type SentOutcome } from "../run/braked-pace.ts";
import { createPace } from "../run/pace.ts";
import { type CheckedFile, versionOf } from "../run/requests-in.ts";
import { runHere } from "../run/run-here.ts";
import { summaryText } from "../run/summary-text.ts";
import { type Session, type SessionOptions, withSession } from "../session.ts";

interface Options extends CommonOptions {
  readonly postgres?: string | true;
  readonly concurrency?: number;
  readonly rate?: number;
  readonly patience?: number;
  readonly by?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

export const define = (command: Command): Command =>
  command
    .description(
      "Refund each row of a CSV file, at most once for its key. Every row is checked before the first is sent. Stopped or killed, run it again: what was sent is not sent again. A report is written next to the file. With --postgres, `npx refunds worker` sends the rows, in any number of processes.",
    )
    .argument(
      "<file>",
      "columns: account, key, payment.<name>, amount, currency; optional: reason, extra.<name>. The amount is a decimal such as 10.50, or full",
    )
    .option("--concurrency <number>", "how many are sent at once (default: 4)", concurrencyNumber)
    .option("--rate <number>", "at most this many a second, for each account", rateNumber)
    .option(
      "--postgres [url]",
      "queue the rows in the Postgres of the journal, for `npx refunds worker`. The URL is for a configuration whose journal.postgres has no value; with PGPASSWORD in the environment, not with a password",
    )
    .option(
      "--patience <seconds>",
      "with --postgres: how long a row waits if it could not be sent, or another refund of its payment is open (default: 1800)",
      countNumber,
    )
    .option(
      "--by <name>",
      "who asks for the refunds; written into their history, with the file's name and the line",
      author,
    )
    .option("--dry-run", "check every row, and send nothing")
    .option("-y, --yes", "do not ask")
    .addHelpText(
      "after",
      examples(
        "run refunds.csv --dry-run",
        "run refunds.csv --rate 10",
        "run refunds.csv --yes --json",
        "run refunds.csv --postgres    # with npx refunds worker in other terminals",
      ),
    );

function rateNumber(text: string): number {
  const rate = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !(rate > 0))
    throw new InvalidArgumentError("Must be a number above 0.");
  return rate;
}

export const action: Action<Options> = (options, file = "") =>
  options.postgres === undefined ? runFromHere(options, file) : runQueued(options, file);

function runFromHere(options: Options, file: string): Promise<ExitCode> {
  if (options.patience !== undefined) return refuse("usage", "--patience is for --postgres.");
  const paces = new Map<string, BrakedPace>();
  const paceOf = (account: string) => {
    const pace = paces.get(account) ?? brakedPace(createPace(options.rate), account);
    paces.set(account, pace);
    return pace;
  };
  const limits = {
    tooManyRequests: (account: string, ms?: number) => paceOf(account).slowDown(ms),
    sent: (account: string, outcome: SentOutcome) => paceOf(account).sent(outcome),
    asked: (account: string) => paceOf(account).asked(),
  };
  const { json, concurrency = 4 } = options;
  return afterChecks(options, file, { limits }, (session, checked) =>
    runHere(session, checked, { ...(json && { json }), concurrency, paceOf }),
  );
}

async function runQueued(options: Options, file: string): Promise<ExitCode> {
  if (options.concurrency !== undefined)
    return refuse("usage", "With --postgres, --concurrency is an option of `npx refunds worker`.");
  // Loaded here, because only those who use it have its packages.
  const [{ runInQueue }, { withJournalAt }] = await Promise.all([
    import("../queue/run-in-queue.ts"),
    import("../queue/open-queue.ts"),
  ]);
  const { json, rate, patience = 1800, postgres } = options;
  const adapted = withJournalAt(postgres);
  return afterChecks(options, file, { adapted }, (session, checked, { accounts }) =>
    runInQueue(session, checked, {
      accounts: [...accounts.keys()],
      ...(json && { json }),
      ...(rate !== undefined && { rate }),
      patienceMs: patience * 1000,
    }),
  );
}

/** Checks the file, shows what it would send and asks. `send` is called only if it may be sent. */
function afterChecks(
  { config, dryRun: isDryRun, yes, json, by }: Options,
  file: string,
  options: SessionOptions,
  send: (session: Session, checked: CheckedFile, summary: FileSummary) => Promise<ExitCode>,
): Promise<ExitCode> {
  const work = async (session: Session) => {
    const version = versionOf(file);
    const summary = await validateFile(session, file);
    const shown = summaryText(session.config, file, summary);
    if (isDryRun) return dryRun(shown, summary, json);
    const { rows, recorded, uncertain } = summary;
    const question = `Send ${rows - recorded - uncertain} refunds${uncertain > 0 ? `, and settle ${uncertain}` : ""}?`;
    await confirmed(shown, question, { ...(yes && { yes }) });
    if (versionOf(file) !== version)
      refuse("invalid_file", `${file} has changed since it was checked. Nothing was sent.`);
    const checked = { file, version, rows: summary.rows, ...(by !== undefined && { by }) };
    return send(session, checked, summary);
  };
  return withSession(config, work, options);
}

function dryRun(shown: string, summary: FileSummary, json: true | undefined): ExitCode {
  const { rows, recorded, uncertain, full } = summary;
  const totals = Object.fromEntries(
    [...summary.totals].map(([currency, value]) => [currency, String(value)]),
  );
  const accounts = Object.fromEntries(summary.accounts);
  const counts = { rows, recorded, uncertain, full };
  if (json) printJson({ dryRun: true, ...counts, accounts, totalsInMinorUnits: totals });
  else print(`${shown}\nEvery row can be sent. It was a dry run: nothing was sent.`);
  return exitCodes.done;
}
