/** What is left of a run that does not come to its end, and of its report. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RefundError, type RefundOutcome } from "refunds";
import { expect, onTestFinished, test, vi } from "vitest";
import { createPace } from "../src/run/pace.ts";
import { versionOf } from "../src/run/requests-in.ts";
import { runHere } from "../src/run/run-here.ts";
import type { Session } from "../src/session.ts";
import { newFolder } from "./support/cli.ts";

const succeeded = { status: "succeeded", because: "provider_answered" } as RefundOutcome;
const lost = { ...succeeded, recorded: false } as RefundOutcome;
const blocked = { status: "not_sent", because: "payment_blocked" } as RefundOutcome;

type Refund = (key: string) => Promise<RefundOutcome>;

const journalFails: Refund = () =>
  Promise.reject(Object.assign(new Error("The journal is away."), { name: "JournalError" }));

const isTaken: Refund = () =>
  Promise.reject(
    new RefundError("key_conflict", "yedpay", [{ field: "key", message: "is taken" }]),
  );

/** Runs a file with a row for each of `refunds`, one at a time. */
function runFile(refunds: Readonly<Record<string, Refund>>) {
  const rows = Object.keys(refunds).map((key) => `shop,${key},payment-${key},full\n`);
  const folder = newFolder({ "refunds.csv": `account,key,payment.id,amount\n${rows.join("")}` });
  const file = join(folder, "refunds.csv");
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => stderr.mockRestore());
  const session = {
    config: { accounts: { shop: { provider: "yedpay" } } },
    accounts: {},
    refunds: { refund: ({ key }: { readonly key: string }) => refunds[key]?.(key) },
  } as unknown as Session;
  const pace = createPace(undefined);
  const ended = () =>
    runHere(
      session,
      { file, rows: rows.length, version: versionOf(file) },
      { concurrency: 1, paceOf: () => pace },
    );
  const reports = () => readdirSync(folder).filter((name) => name.includes(".report.csv"));
  const said = () => stderr.mock.calls.join("");
  return { folder, file, ended, reports, said };
}

test("a run that fails leaves what it knows: also what the journal does not have", async () => {
  const { folder, ended, reports, said } = runFile({
    a: async () => lost,
    b: async () => blocked,
    c: async () => succeeded,
    d: journalFails,
  });
  await expect(ended()).rejects.toThrow("The journal is away.");
  const [partial = "", ...others] = reports();
  expect(partial).toMatch(/^refunds\.report\.csv\..+\.partial$/);
  expect(others).toEqual([]);
  const lines = readFileSync(join(folder, partial), "utf8").trim().split("\n");
  expect(lines).toEqual([
    "line,key,account,status,because,reason,code,message,refund_id,recorded",
    "2,a,shop,succeeded,provider_answered,,,,,no",
    "4,c,shop,succeeded,provider_answered,,,,,",
    "3,b,shop,not_sent,payment_blocked,,,,,",
  ]);
  expect(said()).toContain("npx refunds record a --status succeeded");
  expect(said()).toContain(`What became of 3 rows is in ${join(folder, partial)}`);
});

test("a run that fails before its first outcome leaves no report", async () => {
  const { ended, reports } = runFile({ a: journalFails });
  await expect(ended()).rejects.toThrow("The journal is away.");
  expect(reports()).toEqual([]);
});

test("a report that cannot be put in its place says so, and the outcomes decide the exit code", async () => {
  const { folder, ended, said } = runFile({ a: async () => lost });
  mkdirSync(join(folder, "refunds.report.csv"));
  expect(await ended()).toBe(5);
  expect(said()).toContain(`The report ${join(folder, "refunds.report.csv")} could not be written`);
});

test("two runs of a file at once have reports of their own until they end", async () => {
  const { folder, ended, reports } = runFile({ a: async () => succeeded });
  expect(await Promise.all([ended(), ended()])).toEqual([0, 0]);
  expect(reports()).toEqual(["refunds.report.csv"]);
  const lines = readFileSync(join(folder, "refunds.report.csv"), "utf8").trim().split("\n");
  expect(lines).toHaveLength(2);
});

test("a row that is refused is reported, and the next ones are sent", async () => {
  const { folder, ended } = runFile({ a: isTaken, b: async () => succeeded });
  expect(await ended()).toBe(4);
  const lines = readFileSync(join(folder, "refunds.report.csv"), "utf8").split("\n");
  expect(lines[1]).toMatch(/^2,a,shop,not_sent,request_refused,/);
  expect(lines[2]).toMatch(/^3,b,shop,succeeded,/);
});
