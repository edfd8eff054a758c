/** What `createRefunds` is given, checked: a journal under a misspelt name would be one that forgets. */
import { type Problem, RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import { type JournalStore, memoryJournal } from "@refunds/journal";
import { type ClientOf, clientsOf, problemsOfAccounts } from "./client.ts";
import type { Journal } from "./journaled-refund.ts";
import type { Observer } from "./observe.ts";

interface Options {
  readonly accounts?: object;
  readonly journal?: JournalStore;
  readonly rawAnswers?: boolean;
  readonly observe?: Observer;
}

const names: readonly (keyof Options)[] = ["accounts", "journal", "rawAnswers", "observe"];
const methods = ["transact", "get", "open", "close"] as const;

/** What the facade works with. */
export interface Settings {
  readonly clientOf: ClientOf;
  readonly journal: Journal;
}

/** How long to go on where the journal does not store an outcome: an outage of some seconds must not leave refunds unsettled. */
const patienceMs = 15_000;

/** @throws {RefundError} for everything that is wrong, at once */
export function readOptions(given: unknown): Settings {
  const read = readFields(given, names, "", "options");
  const options = read.values as Options;
  const { accounts, journal = memoryJournal(), rawAnswers = true, observe } = options;
  const problems: Problem[] = [...read.problems, ...problemsOfAccounts(accounts)];
  if (!methods.every((name) => typeof journal?.[name] === "function")) {
    problems.push({ field: "journal", message: "must be a journal, such as sqliteJournal(...)" });
  }
  if (typeof rawAnswers !== "boolean") {
    problems.push({ field: "rawAnswers", message: "must be true or false" });
  }
  if (observe !== undefined && typeof observe !== "function") {
    problems.push({ field: "observe", message: "must be a function" });
  }
  if (problems.length > 0) throw new RefundError("invalid_options", "refunds", problems);
  return {
    clientOf: clientsOf(accounts as object),
    journal: { store: journal, rawAnswers, observe, patienceMs, unrecorded: new Map() },
  };
}
