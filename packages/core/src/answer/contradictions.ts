/** Compares what an answer repeats with what was asked. Pure. */
import { textAt } from "../json/pointer.ts";
import type { CheckedAmount, MoneyUnits } from "../money/money.ts";
import type { Contradiction } from "../outcome.ts";
import type { Values } from "../request/request.ts";
import type { Echo } from "../table.ts";

/** What was asked, and where an answer repeats it. */
export interface Asked {
  readonly echo?: readonly Echo[];
  readonly values?: Values;
  readonly units?: MoneyUnits | undefined;
}

/** @param ifThere an answer that leaves a field out contradicts nothing: errors repeat little or nothing */
export const contradictionsOf = (
  { echo = [], values, units }: Asked,
  exact: unknown,
  ifThere: unknown,
): Contradiction[] =>
  echo.flatMap(({ of, at, money }) => {
    const value = values?.[of];
    if (value === undefined) return [];
    const amount = value as CheckedAmount;
    const answered = textAt(exact, at);
    const unit = money && units?.[money.unit];
    const matches = unit
      ? unit.read(answered ?? "", amount, money) === amount.value
      : answered === String(value);
    if (matches || (ifThere && answered === undefined)) return [];
    const asked = String(unit ? unit.write(amount, money) : value);
    return [{ field: of, at, asked, ...(answered !== undefined && { answered }) }];
  });
