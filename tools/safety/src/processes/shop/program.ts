/**
 * The process that refunds: a facade over a journal and simulators. It reads commands from standard input, and ends when
 * that closes, however the parent process ended.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { createInterface } from "node:readline";
import { type Account, createRefunds, providers, type RefundOutcome, type Refunds } from "refunds";
import { announceRequests, announceTransactions } from "./announced.ts";
import { openJournal } from "./journal-place.ts";
import {
  type AccountSetup,
  type Command,
  type CommandName,
  type Commands,
  keyHeader,
  type Message,
  type ReportedOutcome,
  type Start,
} from "./messages.ts";

// Makes the next process start three times as fast.
flushCompileCache();

const start = JSON.parse(process.argv[2] ?? "") as Start;
let steps = 0;
let aheadMs = 0;
const now = Date.now;
Date.now = () => now() + aheadMs;

/** Writes synchronously, so that the parent receives every announced step even if this process dies next. */
const send = (message: Message) => writeSync(1, `${JSON.stringify(message)}\n`);

function step(name: string) {
  if (!start.announces) return;
  send({ step: name });
  if (++steps === start.dieAt) process.kill(process.pid, "SIGKILL");
}

const opened = openJournal(start.journal, step, start.defect);
const journal = start.announces ? announceTransactions(opened, step) : opened;

const refunding = new AsyncLocalStorage<string>();
const named: typeof fetch = (input, init) => {
  const request = new Request(input, init);
  request.headers.set(keyHeader, refunding.getStore() ?? "");
  return fetch(request);
};
const fetchOfAccounts = start.announces ? announceRequests(named, step) : named;

let refunds: Refunds<Record<string, Account>>;

function accountOf({ name, provider, options }: AccountSetup): readonly [string, Account] {
  const factory = (providers as Readonly<Record<string, (options: object) => Account>>)[provider];
  if (!factory) throw new Error(`refunds has no provider ${provider}`);
  return [name, factory({ ...options, fetch: fetchOfAccounts })];
}

/** Without the provider's answer, which is not needed here. */
function reportedOf({ status, ...rest }: RefundOutcome): ReportedOutcome {
  const { because, message } = rest as Partial<ReportedOutcome>;
  return { status, ...(because && { because }), ...(message && { message }) };
}

const work: {
  readonly [Name in CommandName]: (
    given: Commands[Name]["with"],
  ) => Commands[Name]["answer"] | Promise<Commands[Name]["answer"]>;
} = {
  open(accounts) {
    refunds = createRefunds({ accounts: Object.fromEntries(accounts.map(accountOf)), journal });
    return null;
  },
  async refund(request) {
    const outcome = await refunding.run(request.key, () => refunds.refund(request as never));
    step("the caller: has the outcome");
    return reportedOf(outcome);
  },
  list: async () => (await refunds.open()).map(({ key }) => key),
  record: async ({ key, evidence }) => reportedOf(await refunds.record(key, evidence)),
  sleep(ms) {
    aheadMs += ms;
    return null;
  },
};

async function execute(command: Command) {
  try {
    const answer = await work[command.do](command.with as never);
    send({ id: command.id, answer });
  } catch (error) {
    send({ id: command.id, error: `${(error as Error).name}: ${(error as Error).message}` });
  }
}

createInterface({ input: process.stdin })
  .on("line", (line) => void execute(JSON.parse(line)))
  .on("close", () => process.exit());
