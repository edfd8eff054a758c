/** Finds out what an answer to a query proves about an uncertain refund. Pure. Without a rule in the table, it proves nothing. */
import { holds, isPresence } from "../answer/read-richly.ts";
import type { EvidenceTable, RefundedTable } from "../evidence-table.ts";
import { readJson } from "../json/json.ts";
import { textAt, textsAt, valueAt } from "../json/pointer.ts";
import { exponentOf } from "../money/currencies.ts";
import { unitOf } from "../money/iso-money.ts";
import type { Amount } from "../money/money.ts";
import type { RawAnswer, Reason } from "../outcome.ts";
import type { Echo, Expectation, MoneyFormat, Pointer } from "../table.ts";
import { type AskedRefund, elementOf, valueIn } from "./find.ts";
import { refundedWord } from "./refunded.ts";

/** The payment's other refunds. Undefined stands for a full refund without an amount. */
export interface OtherRefunds {
  readonly happened: readonly (Amount<string> | undefined)[];
  readonly pending: readonly (Amount<string> | undefined)[];
  /** Whether the outcome of any of them is uncertain. */
  readonly uncertain: boolean;
}

export interface Proof {
  readonly proves: "succeeded" | "pending" | "declined";
  readonly reason?: Reason;
  /** The provider's own id of the refund, where the answer has it. */
  readonly refundId?: string;
  /** The part of the answer that proves it, such as `/order/status REFUNDED, refunded this`. */
  readonly by: string;
}

/**
 * @param secondsSince seconds since the last moment at which the request can have left
 * @returns undefined if the answer proves nothing
 */
export function prove(
  { asks, find, echo, refunded, rules }: EvidenceTable,
  asked: AskedRefund,
  ofPayment: OtherRefunds,
  raw: RawAnswer,
  secondsSince: number,
): Proof | undefined {
  const { exact: whole, problem } = readJson(raw.body);
  if (problem !== undefined) return undefined;
  const found = find ? elementOf(find, asked, whole, secondsSince) : { element: whole };
  if (!found) return undefined;
  const differsIn = (tree: unknown, compared: readonly Echo[]) =>
    compared.some((one) => isOther(one, asked, tree));
  if ("proves" in found) {
    // Refunds of another payment: then it is another payment's list that has none of ours.
    const ofPayments = echo.filter(({ of }) => of.startsWith("payment."));
    const elements = valueAt(whole, find?.in ?? "") as readonly unknown[];
    return elements.some((one) => differsIn(one, ofPayments)) ? undefined : found;
  }
  const exact = found.element;
  // What is said about one refund does not depend on the payment's other refunds.
  const others = asks || find ? noOthers : ofPayment;
  if (differsIn(exact, echo)) return undefined;
  const total = refunded && read(refunded, asked, others, exact);
  const rule = rules.find(({ when }) =>
    Object.entries(when).every(([at, expected]) =>
      at === "refunded"
        ? total !== undefined && [expected].flat().includes(total)
        : holds(raw, exact, at, expected),
    ),
  );
  // Another refund may have changed the payment's state. Only the total takes other refunds into account.
  if (rule && !("refunded" in rule.when) && !isAlone(others)) return undefined;
  if (!rule || (rule.after !== undefined && secondsSince < rule.after)) return undefined;
  const { when, proves, reason } = rule;
  const said = (at: Pointer, expected: Expectation) => {
    if (at === "refunded") return total;
    if (at === "http") return raw.status;
    if (isPresence(expected)) return expected.present ? "present" : "absent";
    return textsAt(exact, at).join(" and ");
  };
  const by = Object.entries(when)
    .map(([at, expected]) => `${at} ${said(at, expected)}`)
    .join(", ");
  const refundId = textAt(exact, echo.find(({ of }) => of === "refund.id")?.at);
  return { proves, ...(reason && { reason }), ...(refundId !== undefined && { refundId }), by };
}

/** Whether an answer repeats another value than that of the refund. */
function isOther({ of, at, form }: Echo, asked: AskedRefund, exact: unknown): boolean {
  const own = valueIn(asked, of);
  const value = form === "lower" ? own && String(own).toLowerCase() : own;
  return (
    value !== undefined && valueAt(exact, at) !== undefined && textAt(exact, at) !== String(value)
  );
}

const noOthers: OtherRefunds = { happened: [], pending: [], uncertain: false };

const isAlone = ({ happened, pending, uncertain }: OtherRefunds): boolean =>
  happened.length + pending.length === 0 && !uncertain;

function read(
  table: RefundedTable,
  { amount }: AskedRefund,
  others: OtherRefunds,
  exact: unknown,
): "this" | "none" | "other" | undefined {
  const { at, less, all, money, cumulative, form } = table;
  const written = textAt(exact, table.currency);
  // ISO 4217 has no lower case.
  const answered = form === "lower" ? written?.toUpperCase() : written;
  const currency = amount?.currency ?? answered ?? "";
  const decimals = exponentOf(currency);
  if ((answered ?? currency) !== currency) return undefined;
  const { happened, pending, uncertain } = others;
  if (decimals === undefined || uncertain || !(isAlone(others) || cumulative)) return undefined;
  const amountAt = (pointer: Pointer | undefined, format: MoneyFormat) =>
    unitOf(format).read(textAt(exact, pointer) ?? "", { currency, decimals }, format);
  // Only what was refunded may have a minus, not the payment.
  const { negative, ...positive } = money;
  const whole = amountAt(all, positive);
  const [first, left] = [amountAt(at, money), less === undefined ? 0 : amountAt(less, positive)];
  const share = (one: Amount<string> | undefined) => {
    if (!one) return whole;
    return one.currency === currency ? one.value : undefined;
  };
  const total =
    first !== undefined && left !== undefined && left <= first ? first - left : undefined;
  const sums = {
    total,
    // A refund without an amount asks for the whole payment, and an answer about this refund alone may not say how much that is.
    asked: share(amount) ?? (!amount && others === noOthers ? total : undefined),
    happened: happened.map(share),
    pending: pending.map(share),
  };
  return isKnown(sums) ? refundedWord(sums) : undefined;
}

type Sums = Parameters<typeof refundedWord>[0];

const isKnown = (
  sums: {
    readonly [Name in keyof Sums]: Sums[Name] | undefined | readonly (number | undefined)[];
  },
): sums is Sums =>
  Object.values(sums)
    .flat()
    .every((sum) => sum !== undefined);
