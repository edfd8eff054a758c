/** Judges a provider's answer by its table. Pure. Anything that the table does not cover is `unknown`. */

import { type ReadJson, readJson, type UnreadableJson } from "../json/json.ts";
import { textAt, valueAt } from "../json/pointer.ts";
import type { RawAnswer, Unknown, UnknownBecause } from "../outcome.ts";
import { isOfType } from "../request/value-check.ts";
import type { Echo, ErrorTable, OperationTable, Pointer, Rule, Shape } from "../table.ts";
import type { Answered, SendResult, Unsuccessful, WithoutProvider } from "./send-result.ts";

/** An answer that confirms what the operation asked for, such as `succeeded` or `found`. */
export interface Confirmation<Meaning extends string> {
  readonly meaning: Meaning;
  readonly json: ReadJson;
  readonly raw: RawAnswer;
  /** What this answer must repeat of the request. */
  readonly echo: readonly Echo[] | undefined;
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
> & {
  readonly echo?: readonly Echo[];
  readonly outcomes: readonly Rule<Meaning>[];
};

export function judgeAnswer<Meaning extends string>(
  table: JudgedOperation<Meaning>,
  errorTable: ErrorTable,
  result: SendResult,
): Confirmation<Meaning> | Unsuccessful {
  if (result.status !== "answered") return result;
  const { raw } = result;
  const unknown = (
    because: UnknownBecause,
    message: string,
    code?: string,
  ): WithoutProvider<Unknown> => ({
    status: "unknown",
    because,
    message,
    ...(code !== undefined && { code }),
    raw,
  });
  const status = `(HTTP ${raw.status})`;
  if (raw.status === 0 || (raw.status >= 300 && raw.status < 400)) {
    return unknown("redirected", `The answer ${status} is a redirect.`);
  }
  const [operation, errors, json] = result.read?.(table, errorTable, result) ?? [
    table,
    errorTable,
    readJson(raw.body),
  ];
  if (json.problem !== undefined) {
    return unknown("unreadable_answer", `The answer ${status} ${json.problem}.`);
  }
  const lacking = operation.answer.map((shape) => missingAt(shape, json.value));
  if (lacking.every((at) => at !== undefined)) {
    const message = `The answer ${status} is not as documented at ${lacking.join(" or ")}.`;
    return unknown("undocumented_answer", message);
  }
  const code = textAt(json.exact, errors.code as Pointer);
  const message = textAt(json.exact, errors.message as Pointer);
  const error = errors.list.find(
    (known) =>
      (known.codes?.includes(code ?? "") ?? true) &&
      (known.message ?? message)?.toLowerCase() === message?.toLowerCase(),
  );
  const rule = operation.outcomes.find(({ when }) =>
    Object.entries(when).every(([at, expected]) => {
      const actual = at === "http" ? String(raw.status) : textAt(json.exact, at);
      return actual !== undefined && ([expected].flat() as unknown[]).includes(actual);
    }),
  );
  const means = rule?.means ?? "unknown";
  const said = message ? ` "${message}"` : "";
  if (means === "declined" || (means === "by_code" && error)) {
    if (error?.money === "unknown") {
      return unknown("provider_error", `Money may have moved.${said}`, code);
    }
    return {
      status: "declined",
      because: "provider_answered",
      reason: error?.reason ?? rule?.reason ?? "unspecified",
      ...(code !== undefined && { code }),
      ...(message !== undefined && { message }),
      raw,
    };
  }
  if (means === "by_code" || means === "unknown" || raw.status >= 400 || error) {
    return unknown("undocumented_answer", `The answer ${status} is not documented.${said}`, code);
  }
  return { meaning: means, json, raw, echo: operation.echo };
}

/** The first pointer at which an answer does not match a shape. */
function missingAt(shape: Shape, value: unknown): Pointer | undefined {
  const missing = Object.entries(shape).find(([at, expected]) => {
    const found = valueAt(value, at);
    if ("is" in expected) return found !== expected.is;
    // A value that must not be X must still have the type of X.
    if ("not" in expected) return found === expected.not || typeof found !== typeof expected.not;
    return !isOfType([expected.type].flat(), found);
  });
  return missing?.[0];
}
