/**
 * Opens the journal at the path in the argument and runs the command in each input line: `put key [payment]`, `keys`,
 * `read path`, `close`, `end` (without closing the journal). It answers each with one line.
 */
import { readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { sqliteJournal } from "../../src/sqlite.ts";
import { put } from "./records.ts";

const say = (text: string) => writeSync(1, `${text}\n`);
const codeOf = (error: unknown) => (error as { code?: string }).code ?? String(error);

const file = process.argv[2] ?? "";
let journal: ReturnType<typeof sqliteJournal>;
try {
  journal = sqliteJournal({ file, lockTimeoutMs: 30_000 });
} catch (error) {
  say(`refused ${codeOf(error)}`);
  process.exit();
}
say("opened");

const commands: Readonly<Record<string, (what: string, payment?: string) => unknown>> = {
  put: (key, payment = `payment of ${key}`) => put(journal, { key, payment }).then(() => "ok"),
  keys: async () => (await journal.open()).map(({ key }) => key).join(","),
  read: (path) => readFileSync(path).length > 0,
  close: () => journal.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [command = "", what = "", payment] = line.split(" ");
  if (command === "end") break;
  try {
    say(`${line}: ${await commands[command]?.(what, payment)}`);
  } catch (error) {
    say(`${line}: ${codeOf(error)}`);
  }
}
process.stdin.destroy();
