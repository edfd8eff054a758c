/** Checks the options of `createRefunds`. A misspelled `journal` must not silently become a memory journal. */
import { type Problem, RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import { type JournalStore, memoryJournal } from "@refunds/journal";
import { type Client, type ClientOf, clientsOf, problemsOfAccounts } from "./client.ts";
import type { JournalContext } from "./journal-context.ts";
import type { Observer } from "./observe.ts";

interface Options {
  readonly accounts?: object;
  readonly journal?: JournalStore;
  readonly rawAnswers?: boolean;
  readonly observe?: Observer;
}

const names: readonly (keyof Options)[] = ["accounts", "journal", "rawAnswers", "observe"];
const methods = ["transact", "get", "list", "open", "lease", "close"] as const;

/** The checked options. */
export interface Settings {
  readonly clientOf: ClientOf;
  readonly journal: JournalContext;
}

/** How long to keep trying to store an outcome, so that a short outage of the journal leaves no refund unfinished. */
const patienceMs = 15_000;

/** @throws {RefundError} with all problems, if the options are invalid */
export function readOptions(given: unknown): Settings {
  const read = readFields(given, names, "", "options");
  const options = read.values as Options;
  const { accounts, journal = memoryJournal(), rawAnswers = true, observe } = options;
  const problems: Problem[] = [...read.problems, ...problemsOfAccounts(accounts)];
  if (options.journal === undefined) problems.push(...problemsWithoutJournal(accounts));
  const missing = methods.filter((name) => typeof journal?.[name] !== "function");
  if (missing.length > 0) {
    const lacks =
      missing.length < methods.length ? `; this one has no ${missing.join("(), ")}()` : "";
    const message = `must be a journal, such as sqliteJournal({ file })${lacks}`;
    problems.push({ field: "journal", message });
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

/** A journal that no one chose must not decide about real money: it forgets its keys when the process ends. */
function problemsWithoutJournal(accounts: unknown): Problem[] {
  const clients = Object.entries<Partial<Client> | null | undefined>(Object(accounts));
  const live = clients.find(([, client]) => isLive(client));
  if (!live) return [];
  const message = `is missing, and the account ${JSON.stringify(live[0])} is live: pass sqliteJournal({ file }) from @refunds/journal/sqlite, postgresJournal({ pool }) from @refunds/journal/postgres, or memoryJournal() if a key may refund again after the process ends`;
  return [{ field: "journal", message }];
}

function isLive(client: Partial<Client> | null | undefined): boolean {
  try {
    return client?.sentTo === "live";
  } catch {
    // A getter of an account of your own can throw. It may be live.
    return true;
  }
}
