/** What a comparison with a report found, for people. */
import { moneyText } from "../output/money.ts";
import { fieldsText } from "../output/record-text.ts";
import { printable, table } from "../output/table.ts";
import type { Compared, ComparedAs } from "./compare-settlement.ts";

const meanings: Readonly<Record<Exclude<ComparedAs, "agrees" | "left_out">, string>> = {
  open: "made, and open in the journal: record it",
  similar: "may be this refund: look it up, then record it",
  contradicts: "contradicts the journal",
  came_back: "came back: record that it was reversed",
  only_provider: "only the provider has it",
  only_journal: "only the journal has it",
};

/** One line for each refund that does not agree. */
export const settlementTable = (compared: readonly Compared[]): string =>
  table([
    ["LINE", "", "KEY", "IN THE JOURNAL", "IN THE REPORT"],
    ...compared.map(({ is, line, key = "", status = "", amount, settled }) =>
      [
        line === undefined ? "" : String(line),
        is === "agrees" || is === "left_out" ? "" : meanings[is],
        key,
        [status, amount && moneyText(amount)].filter(Boolean).join(" "),
        settled ? settledText(settled) : "",
      ].map(printable),
    ),
  ]);

const settledText = ({
  key,
  refundId,
  payment,
  amount,
}: NonNullable<Compared["settled"]>): string =>
  [
    amount && moneyText(amount),
    key && `key ${key}`,
    refundId && `refund ${refundId}`,
    fieldsText(payment),
  ]
    .filter(Boolean)
    .join(" ");
