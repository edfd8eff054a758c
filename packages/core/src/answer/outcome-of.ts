/** Turns the result of sending a request into the outcome that the caller gets. Pure. */

import { textAt } from "../json/pointer.ts";
import type { CheckedAmount, MoneyUnits } from "../money/money.ts";
import type {
  Contradiction,
  Declined,
  NotSent,
  Outcome,
  OutcomeBase,
  QueryOutcome,
  Unknown,
} from "../outcome.ts";
import type { Values } from "../request/request.ts";
import type { Echo, ErrorTable, QueryTable, RefundTable } from "../table.ts";
import { judgeAnswer } from "./answer.ts";
import type { SendResult, Unsuccessful } from "./send-result.ts";

/** @param values what was requested; where the provider documents an echo, the answer must repeat it */
export function refundOutcome(
  base: OutcomeBase,
  table: RefundTable,
  errors: ErrorTable,
  values: Values,
  result: SendResult,
  units?: MoneyUnits,
): Outcome {
  const verdict = judgeAnswer(table, errors, result);
  if (!("json" in verdict)) {
    const outcome = unsuccessfulOutcome(base, verdict);
    if (outcome.status !== "unknown") return outcome;
    const advice = "It may have happened: find out before sending it again.";
    return { ...outcome, message: `${outcome.message} ${advice}` };
  }
  const { json, raw, meaning, echo = [] } = verdict;
  const refundId = textAt(json.exact, table.refundId);
  const confirmed = {
    ...base,
    retryable: false,
    ...(refundId !== undefined && { refundId }),
    answer: json.value,
    raw,
  } as const;
  const contradictions = echo.flatMap((one) => contradiction(one, values, json.exact, units));
  return contradictions.length > 0
    ? {
        status: "needs_review",
        because: "answer_contradicts_request",
        ...confirmed,
        contradictions,
      }
    : { status: meaning, because: "provider_answered", ...confirmed };
}

export function queryOutcome(
  base: OutcomeBase,
  table: QueryTable,
  errors: ErrorTable,
  result: SendResult,
): QueryOutcome {
  const verdict = judgeAnswer(table, errors, result);
  if (!("json" in verdict)) return unsuccessfulOutcome(base, verdict);
  return { status: "found", ...base, answer: verdict.json.value, raw: verdict.raw };
}

/** Reasons for `not_sent` that pass by themselves, so the same call can succeed later. */
const temporaryReasons: readonly string[] = [
  "not_connected",
  "timeout",
  "aborted",
  "token_unavailable",
];

function unsuccessfulOutcome(
  base: OutcomeBase,
  ending: Unsuccessful,
): Declined | NotSent | Unknown {
  const { status, because } = ending;
  const retryable = status === "not_sent" && temporaryReasons.includes(because);
  return { ...base, retryable, ...ending } as Declined | NotSent | Unknown;
}

function contradiction(
  { of, at, money }: Echo,
  values: Values,
  exact: unknown,
  units: MoneyUnits | undefined,
): Contradiction[] {
  const value = values[of];
  if (value === undefined) return [];
  const amount = value as CheckedAmount;
  const answered = textAt(exact, at);
  const unit = money && units?.[money.unit];
  const matches = unit
    ? unit.read(answered ?? "", amount, money) === amount.value
    : answered === String(value);
  if (matches) return [];
  const asked = String(unit ? unit.write(amount, money) : value);
  return [{ field: of, at, asked, ...(answered !== undefined && { answered }) }];
}
