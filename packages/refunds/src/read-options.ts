/** What `createRefunds` is given, checked: a journal under a misspelt name would be one that forgets. */
import { type Problem, RefundError } from "@refunds/core";
import { type JournalStore, memoryJournal } from "@refunds/journal";
import { type ClientOf, clientsOf, problemsOfAccounts } from "./client.ts";
import type { Journal } from "./journaled-refund.ts";

interface Options {
  readonly accounts?: object;
  readonly journal?: JournalStore;
  readonly rawAnswers?: boolean;
}

const names = ["accounts", "journal", "rawAnswers"];

/** @throws {RefundError} for everything that is wrong, at once */
export function readOptions(options: unknown): { clientOf: ClientOf; journal: Journal } {
  const { accounts, journal = memoryJournal(), rawAnswers = true } = Object(options) as Options;
  const problems: Problem[] = Object.keys(Object(options))
    .filter((name) => !names.includes(name))
    .map((field) => ({ field, message: `is unknown; there are ${names.join(", ")}` }));
  problems.push(...problemsOfAccounts(accounts));
  if (typeof journal?.transact !== "function" || typeof journal.open !== "function") {
    problems.push({ field: "journal", message: "must be a journal, such as sqliteJournal(...)" });
  }
  if (typeof rawAnswers !== "boolean") {
    problems.push({ field: "rawAnswers", message: "must be true or false" });
  }
  if (problems.length > 0) throw new RefundError("invalid_options", "refunds", problems);
  return { clientOf: clientsOf(accounts as object), journal: { store: journal, rawAnswers } };
}
