/** From what an exchange brought to the outcome the caller gets. Pure. */

import { textAt } from "../json/pointer.ts";
import type { CheckedAmount, MoneyUnits } from "../money/money.ts";
import type { Contradiction, Outcome, OutcomeBase, QueryOutcome } from "../outcome.ts";
import type { Values } from "../request/request.ts";
import type { Echo, ErrorTable, QueryTable, RefundTable } from "../table.ts";
import { judge } from "./answer.ts";
import type { Exchange } from "./ending.ts";

/** `values` is what was asked; the answer is held against it where the provider documents an echo. */
export function refundOutcome(
  base: OutcomeBase,
  table: RefundTable,
  errors: ErrorTable,
  values: Values,
  exchange: Exchange,
  units?: MoneyUnits,
): Outcome {
  const verdict = judge(table, errors, exchange);
  if (!("json" in verdict)) {
    if (verdict.status !== "unknown") return { ...base, ...verdict };
    const advice = "It may have happened: find out before sending it again.";
    return { ...base, ...verdict, message: `${verdict.message} ${advice}` };
  }
  const { json, raw, meaning } = verdict;
  const refundId = textAt(json.exact, table.refundId);
  const told = { ...base, ...(refundId !== undefined && { refundId }), answer: json.value, raw };
  const contradictions = table.echo.flatMap((echo) =>
    contradiction(echo, values, json.exact, units),
  );
  return contradictions.length > 0
    ? { status: "needs_review", ...told, contradictions }
    : { status: meaning, ...told };
}

export function queryOutcome(
  base: OutcomeBase,
  table: QueryTable,
  errors: ErrorTable,
  exchange: Exchange,
): QueryOutcome {
  const verdict = judge(table, errors, exchange);
  if (!("json" in verdict)) return { ...base, ...verdict };
  return { status: "found", ...base, answer: verdict.json.value, raw: verdict.raw };
}

function contradiction(
  { of, at, money }: Echo,
  values: Values,
  exact: unknown,
  units: MoneyUnits | undefined,
): Contradiction[] {
  const value = values[of];
  const amount = value as CheckedAmount;
  const answered = textAt(exact, at);
  const unit = money && units?.[money.unit];
  const matches = unit
    ? unit.read(answered ?? "", amount?.decimals, money) === amount?.value
    : answered === String(value);
  if (value === undefined || matches) return [];
  const asked = String(unit ? unit.write(amount, money) : value);
  return [{ field: of, at, asked, ...(answered !== undefined && { answered }) }];
}
