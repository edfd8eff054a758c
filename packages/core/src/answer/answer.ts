/** Judges a provider's answer by its table. Pure. Anything that the table does not cover is `unknown`. */

import { type ReadJson, readJson, type UnreadableJson } from "../json/json.ts";
import { textAt, valueAt } from "../json/pointer.ts";
import type { Contradiction, RawAnswer, UnknownBecause } from "../outcome.ts";
import { isOfType } from "../request/value-check.ts";
import type { ErrorEntry, ErrorTable, OperationTable, Pointer, Rule, Shape } from "../table.ts";
import { type Asked, contradictionsOf } from "./contradictions.ts";
import type { Answered, SendResult, Unsuccessful } from "./send-result.ts";

/** An answer that confirms what the operation asked for, such as `succeeded` or `found`. */
interface Confirmation<Meaning extends string> {
  readonly meaning: Meaning;
  readonly json: ReadJson;
  readonly raw: RawAnswer;
  /** Where it repeats something else than what was asked. Then it says nothing about the refund, also if it is a decline. */
  readonly contradictions: readonly Contradiction[];
}

/** Reads an answer, and rewrites what the tables ask of it in terms of `judgeAnswer`: plain pointers and statuses. */
export type ReadAnswer = <Meaning extends string>(
  operation: JudgedOperation<Meaning>,
  errors: ErrorTable,
  answered: Answered,
) => readonly [JudgedOperation<Meaning>, ErrorTable, ReadJson | UnreadableJson];

export type JudgedOperation<Meaning extends string> = Pick<
  OperationTable,
  "answer" | "empty" | "headers"
> &
  Asked & {
    readonly outcomes: readonly Rule<Meaning>[];
    /** Where the answer to a refund has its id. */
    readonly refundId?: Pointer;
  };

/** What an answer means, and what it was decided by. */
export interface Judged<Meaning extends string = string> {
  readonly verdict: Confirmation<Meaning> | Unsuccessful;
  readonly rule?: Rule<Meaning> | undefined;
  readonly error?: ErrorEntry | undefined;
}

export const judgeAnswer = <Meaning extends string>(
  table: JudgedOperation<Meaning>,
  errors: ErrorTable,
  result: SendResult,
): Judged<Meaning>["verdict"] => judge(table, errors, result).verdict;

export function judge<Meaning extends string>(
  table: JudgedOperation<Meaning>,
  errorTable: ErrorTable,
  result: SendResult,
): Judged<Meaning> {
  if (result.status !== "answered") return { verdict: result };
  const { raw } = result;
  const unknown = (
    because: UnknownBecause,
    what: string,
    code?: string,
    refundId?: string,
  ): Judged<Meaning> => ({
    verdict: {
      status: "unknown",
      because,
      message: `The answer (HTTP ${raw.status}) ${what}`,
      ...(code !== undefined && { code }),
      ...(refundId !== undefined && { refundId }),
      raw,
    },
  });
  // 0 is a redirect that was followed.
  if (/^[03]/.test(`${raw.status}`)) {
    return unknown("redirected", "is a redirect.");
  }
  const [operation, errors, json] = result.read?.(table, errorTable, result) ?? [
    table,
    errorTable,
    readJson(raw.body),
  ];
  if (json.problem !== undefined || result.problem !== undefined) {
    return unknown("unreadable_answer", `${result.problem ?? json.problem}.`);
  }
  const rule = ruleFor(operation.outcomes, json, raw);
  const lacking = operation.answer
    .filter((_, index) => rule?.of?.includes(index) ?? true)
    .map((shape) => missingAt(shape, json.value));
  if (lacking.every((at) => at !== undefined)) {
    return unknown(
      "undocumented_answer",
      `is not as documented at ${lacking.join(" or ") || "all"}.`,
    );
  }
  const code = textAt(json.exact, errors.code as Pointer);
  const message = textAt(json.exact, errors.message as Pointer);
  const error = errors.list.find(
    (known) =>
      (known.codes?.includes(code ?? "") ?? true) &&
      (known.message ?? message)?.toLowerCase() === message?.toLowerCase(),
  );
  const means = rule?.means;
  const said = message ? ` "${message}"` : "";
  const declines = means === "declined" || (means === "by_code" && error);
  if (rule?.means === "unknown" || (declines && error?.money === "unknown")) {
    // The id by which a query and events name the refund, unless the answer is about another one.
    const isOther = contradictionsOf(operation, json.exact, false).length > 0;
    const refundId = isOther ? undefined : textAt(json.exact, operation.refundId);
    return unknown("provider_error", `leaves open whether money moved.${said}`, code, refundId);
  }
  if (!declines && (!rule || means === "by_code" || raw.status >= 400 || error)) {
    return unknown("undocumented_answer", `is not documented.${said}`, code);
  }
  const contradictions = contradictionsOf(operation, json.exact, declines);
  if (declines && contradictions.length === 0) {
    const verdict = {
      status: "declined",
      because: "provider_answered",
      reason: error?.reason ?? rule?.reason ?? "unspecified",
      ...(code !== undefined && { code }),
      ...(message !== undefined && { message }),
      raw,
    } as const;
    return { verdict, rule, error };
  }
  return { verdict: { meaning: means as Meaning, json, raw, contradictions } };
}

/** The first rule whose conditions all hold. */
const ruleFor = <Meaning extends string>(
  rules: readonly Rule<Meaning>[],
  json: ReadJson,
  raw: RawAnswer,
): Rule<Meaning> | undefined =>
  rules.find(({ when }) =>
    Object.keys(when).every((at) =>
      isAmong(when[at], at === "http" ? `${raw.status}` : textAt(json.exact, at)),
    ),
  );

/** Whether a condition of a table, which names one text or several, holds for this one. */
export const isAmong = (expected: unknown, text: unknown): boolean =>
  Array.isArray(expected) ? expected.includes(text) : expected === text;

/** The first pointer at which an answer does not match a shape. */
function missingAt(shape: Shape, value: unknown): Pointer | undefined {
  return Object.keys(shape).find((at) => {
    const expected = shape[at] as Shape[string];
    const found = valueAt(value, at);
    if ("is" in expected) return found !== expected.is;
    // A value that must not be X must still have the type of X.
    if ("not" in expected) return found === expected.not || typeof found !== typeof expected.not;
    return !isOfType(expected.type, found);
  });
}
