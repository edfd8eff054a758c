import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import type { RefundRecord } from "refunds";
import { type Action, type CommonOptions, examples } from "../command.ts";
import { refuse } from "../errors.ts";
import { stopInOrder } from "../in-flight.ts";
import { type ExitCode, exitCodes } from "../output/exit-codes.ts";
import { moneyText } from "../output/money.ts";
import { say, stdout } from "../output/streams.ts";
import { writeWhole } from "../output/whole-file.ts";
import { type ReadRefunds, withJournal } from "../read-journal.ts";
import { type FilterOptions, filtersOf, withFilters } from "../request/filters.ts";

interface Options extends FilterOptions, CommonOptions {
  readonly format: "csv" | "jsonl";
  readonly output?: string;
}

export const define = (command: Command): Command =>
  withFilters(command)
    .description(
      "Write refunds, newest first, as CSV or as one JSON document a line. A file appears when it is complete.",
    )
    .addOption(
      new Option("--format <format>", "with --json, always jsonl")
        .choices(["csv", "jsonl"])
        .default("csv"),
    )
    .option("-o, --output <file>", "the file to write; by default, stdout")
    .addHelpText(
      "after",
      examples(
        "export --since 2026-11-01 --output november.csv",
        "export --format jsonl --status succeeded pending",
      ),
    );

export const action: Action<Options> = (options) =>
  withJournal(options.config, async (refunds) => {
    const { output, json, format } = options;
    const lines = json || format === "jsonl" ? jsonLines : csvLines;
    const records = allRecords(refunds, options);
    if (output !== undefined) return toFile(output, lines(records));
    await toStdout(lines(records));
    return exitCodes.done;
  });

async function* allRecords(refunds: ReadRefunds, options: Options): AsyncGenerator<RefundRecord> {
  const filters = { ...filtersOf(options), limit: 1000 };
  for (let cursor: string | undefined; ; ) {
    const page = await refunds.list({ ...filters, ...(cursor !== undefined && { cursor }) });
    yield* page.refunds;
    cursor = page.cursor;
    if (cursor === undefined) return;
  }
}

async function* jsonLines(records: AsyncIterable<RefundRecord>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

const columns = [
  "key",
  "account",
  "provider",
  "status",
  "amount",
  "currency",
  "payment",
  "reason",
  "because",
  "refund_id",
  "asked_by",
  "settled_by",
  "opened_at",
  "changed_at",
  "sent_to",
];

async function* csvLines(records: AsyncIterable<RefundRecord>): AsyncGenerator<string> {
  const { csvStringifier } = await import("../csv/stringifier.ts");
  const stringifier = csvStringifier(columns);
  // Also without a record, the header is written.
  const rows = async function* () {
    for await (const record of records) yield rowOf(record);
  };
  const written = pipeline(rows, stringifier).catch((error) => stringifier.destroy(error));
  yield* stringifier as AsyncIterable<string>;
  await written;
}

function rowOf(record: RefundRecord): string[] {
  const { key, account, provider, sentTo = "", status, request, payment, outcome } = record;
  const { openedAt, changedAt } = record;
  const [amount = "full", currency = ""] = request.amount
    ? moneyText(request.amount).split(" ")
    : [];
  const refundId = outcome && "refundId" in outcome ? outcome.refundId : undefined;
  return [
    key,
    account,
    provider,
    status,
    amount,
    currency,
    JSON.stringify(payment),
    request.reason ?? "",
    outcome?.because ?? "",
    refundId ?? "",
    authorsOf(record).join("; "),
    outcome?.settledBy?.by ?? "",
    openedAt.toISOString(),
    changedAt.toISOString(),
    sentTo,
  ];
}

/** Who asked for it, each once, in their order. */
const authorsOf = ({ history }: RefundRecord): string[] => [
  ...new Set(
    history.flatMap(({ what, by }) =>
      by !== undefined && (what === "sent" || what === "journal") ? [by] : [],
    ),
  ),
];

async function toStdout(lines: AsyncIterable<string>): Promise<void> {
  const output = stdout();
  for await (const line of lines) {
    if (output.destroyed) return;
    if (!output.write(line)) await Promise.race([once(output, "drain"), once(output, "close")]);
  }
}

async function toFile(file: string, lines: AsyncIterable<string>): Promise<ExitCode> {
  const signal = stopInOrder();
  try {
    await writeWhole(file, lines, signal);
  } catch (error) {
    if (signal.aborted) {
      say(`Stopped. ${file} was not written.`);
      return exitCodes.interrupted;
    }
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    refuse("cannot_write", `Cannot write ${file}: ${(error as Error).message}.`);
  }
  say(`wrote ${file}`);
  return exitCodes.done;
}
