/** Reads an answer by the provider's table. Pure. What the table does not know is `unknown`, never a guess. */
import { type ReadJson, readJson } from "./json.ts";
import type { Reason, UnknownBecause } from "./outcome.ts";
import { textAt } from "./pointer.ts";
import { check } from "./schema-check.ts";
import type { ErrorEntry, ErrorTable, OperationTable, Rule } from "./table.ts";
import type { RawAnswer } from "./transport.ts";

/** What an answer means: one of the operation's own good endings, a decline, or uncertainty. */
export type Verdict<Meaning extends string> =
  | { readonly meaning: Meaning; readonly json: ReadJson }
  | ({ readonly meaning: "declined"; readonly reason: Reason } & ProviderWords)
  | ({
      readonly meaning: "unknown";
      readonly because: UnknownBecause;
      readonly message: string;
    } & ProviderWords);

interface ProviderWords {
  readonly code?: string;
  readonly words?: string;
}

export function judge<Meaning extends string>(
  operation: OperationTable & { readonly outcomes: readonly Rule<Meaning>[] },
  errors: ErrorTable,
  raw: RawAnswer,
): Verdict<Meaning> {
  if (raw.status === 0 || (raw.status >= 300 && raw.status < 400)) {
    return unknown("redirected", "The answer is a redirect, and redirects are never trusted.");
  }
  const json = readJson(raw.body);
  if (!json) {
    return unknown(
      "unreadable_answer",
      `The answer (HTTP ${raw.status}) is not the documented JSON.`,
    );
  }
  const problem = check(operation.answer, json.value, "");
  if (problem) {
    const at = `${problem.field || "the answer"} ${problem.message}`;
    return unknown(
      "undocumented_answer",
      `The answer (HTTP ${raw.status}) breaks the documentation: ${at}.`,
    );
  }
  const error = findError(errors, json.exact);
  const rule = operation.outcomes.find(({ when }) => holds(when, raw, json.exact));
  if (!rule || rule.then === "unknown") {
    return unknown(
      "undocumented_answer",
      "Nothing in the documentation says what this answer means.",
      error,
    );
  }
  if (rule.then === "declined" || rule.then === "by_code") {
    const reason =
      error.entry?.reason ??
      (rule.then === "declined" ? (rule.reason ?? "unspecified") : undefined);
    if (reason !== undefined && error.entry?.money !== "unknown") {
      return { meaning: "declined", reason, ...error.words };
    }
    return error.entry
      ? unknown("provider_error", "This documented error leaves open whether money moved.", error)
      : unknown("undocumented_answer", "This error is not documented.", error);
  }
  if (raw.status >= 400) {
    return unknown("undocumented_answer", `The body says yes under HTTP ${raw.status}.`, error);
  }
  if (error.entry) {
    return unknown("undocumented_answer", "The answer says yes and names an error.", error);
  }
  return { meaning: rule.then, json };
}

interface FoundError {
  readonly entry: ErrorEntry | undefined;
  readonly words: ProviderWords;
}

function unknown(because: UnknownBecause, message: string, error?: FoundError): Verdict<never> {
  return { meaning: "unknown", because, message, ...error?.words };
}

function holds(when: Rule<string>["when"], raw: RawAnswer, exact: unknown): boolean {
  return Object.entries(when).every(([at, expected]) => {
    const actual = at === "http" ? String(raw.status) : textAt(exact, at);
    return actual !== undefined && [expected].flat().includes(actual);
  });
}

function findError(errors: ErrorTable, exact: unknown): FoundError {
  const code = errors.code && textAt(exact, errors.code);
  const message = errors.message && textAt(exact, errors.message);
  const entry = errors.list.find(
    (known) =>
      (known.code === undefined || known.code === code) &&
      (known.message === undefined || known.message.toLowerCase() === message?.toLowerCase()),
  );
  return {
    entry,
    words: {
      ...(code !== undefined && { code }),
      ...(message !== undefined && { words: message }),
    },
  };
}
