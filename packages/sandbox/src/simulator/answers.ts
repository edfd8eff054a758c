import {
  jsonNumber,
  type MoneyFormat,
  type Pointer,
  putAt,
  toWire,
  valueAt,
} from "@refunds/core/provider";
import type { Fill, SimulatedAnswer, SimulatorTable } from "../simulator-table.ts";
import { type Credentials, type Token, tokenLifetime } from "./credentials.ts";
import type { Balance, LedgerRefund } from "./ledger.ts";
import { timeText } from "./time-text.ts";

/** The values that an answer can be filled with. */
export interface Facts {
  readonly balance?: Balance;
  /** The amount that the request asks for in minor units, also if it is refused. */
  readonly requested?: number;
  readonly refund?: LedgerRefund;
  /** What the refund's id is made of. */
  readonly serial?: number;
  /** The provider's own id of the refund. */
  readonly refundId?: string;
  /** The refunds that a query asked for. */
  readonly refunds?: readonly Facts[];
  readonly token?: Token;
  readonly reason?: string;
  /** As it was sent. */
  readonly key?: string;
  /** Counts the notifications of the provider. */
  readonly notification?: number;
  /** When the request was judged, in milliseconds since 1970. */
  readonly at: number;
}

/** The situation whose answer to use if the provider documents none for a situation. */
const substitutes: Readonly<Record<string, string>> = {
  bad_signature: "unauthorized",
  token_refused: "unauthorized",
  already_refunded: "exceeds_refundable",
  exceeds_refundable: "invalid_request",
  partial_not_supported: "invalid_request",
  key_mismatch: "invalid_request",
  payment_not_found: "invalid_request",
};

/** The documented answer to a situation, or the nearest one that the provider documents. */
export function answerFor(table: SimulatorTable, situation: string): SimulatedAnswer {
  for (let name: string | undefined = situation; name !== undefined; name = substitutes[name]) {
    const answer = table.answers[name];
    if (answer) return answer;
  }
  throw new Error(
    `${table.provider}: answers has no "${situation}", and no other answer that can replace it.`,
  );
}

export interface FilledAnswer {
  readonly headers: Record<string, string>;
  /** Undefined if the answer has none. */
  readonly body: Record<string, unknown> | unknown[] | undefined;
}

/** Fills in an answer. Amounts keep every digit. */
export function fillAnswer(
  table: SimulatorTable,
  credentials: Credentials,
  answer: Omit<SimulatedAnswer, "http">,
  facts: Facts,
): FilledAnswer {
  if (answer.each !== undefined) return fillList(table, credentials, answer, answer.each, facts);
  const headers = { ...answer.headers };
  const body = answer.body && (structuredClone(answer.body) as FilledAnswer["body"]);
  for (const fill of answer.fill) {
    const value = source(table, credentials, fill, facts);
    if (value === undefined) {
      throw new Error(
        `${table.provider}: ${fill.at} is filled from ${fill.from}, which has no value here.`,
      );
    }
    const header = /^header\.(.*)$/.exec(fill.at)?.[1];
    if (header !== undefined) headers[header] = String(typed({ ...fill, as: "string" }, value));
    else if (body) putAt(body as Record<string, unknown>, fill.at, typed(fill, value));
  }
  return { headers, body };
}

/** An answer with a list: its first element is filled in for each refund. */
function fillList(
  table: SimulatorTable,
  credentials: Credentials,
  { each: _, ...answer }: Omit<SimulatedAnswer, "http">,
  list: Pointer,
  { refunds = [], ...facts }: Facts,
): FilledAnswer {
  const first = `${list}/0/`;
  const inList = answer.fill.filter(({ at }) => at.startsWith(first));
  const elements = refunds.map((refund) => {
    const { body } = fillAnswer(table, credentials, { ...answer, fill: inList }, refund);
    return valueAt(body, `${list}/0`);
  });
  const fill = answer.fill.filter(({ at }) => !at.startsWith(first));
  const filled = fillAnswer(table, credentials, { ...answer, fill }, facts);
  if (list === "") return { ...filled, body: elements };
  if (filled.body) putAt(filled.body as Record<string, unknown>, list, elements);
  return filled;
}

function typed(fill: Fill, plain: string): unknown {
  const value = fill.form ? plain.toLowerCase() : plain;
  if (fill.within !== undefined) return fill.within.replaceAll("{{}}", () => value);
  switch (fill.as) {
    case "string":
      return value;
    case "boolean":
      return value === "true";
    default:
      return jsonNumber(value);
  }
}

function source(
  table: SimulatorTable,
  credentials: Credentials,
  { from, money, time }: Fill,
  { balance, requested, refund, serial, refundId, key, token, reason, notification, at }: Facts,
): string | undefined {
  const amount = (value: number | undefined) =>
    value === undefined || !balance ? undefined : moneyText(value, balance, money);
  switch (from) {
    case "payment.amount":
      return amount(balance?.amount.value);
    case "payment.refunded":
      return amount(balance && balance.refunded - (balance.pending ?? 0));
    case "payment.remaining":
      return amount(balance && balance.remaining + (balance.pending ?? 0));
    case "payment.currency":
      return balance?.amount.currency;
    case "payment.state":
      return balance && stateOf(table, balance);
    case "refund.number":
      return serial === undefined ? undefined : String(serial);
    case "refund.id":
      return refundId;
    case "refund.state":
      return refund && refundState(table, refund);
    case "refund.amount":
      return amount(requested);
    case "reason":
      return reason ?? "";
    case "key":
      return key ?? "";
    case "token":
      return token?.value;
    case "token.expires":
      // Without a format, the field is a lifetime in seconds.
      return token && (time ? timeText(token.expires, time) : String(tokenLifetime));
    case "notification.number":
      return notification === undefined ? undefined : String(notification);
    case "now":
      return timeText(at, time ?? "iso-8601");
    default: {
      const [kind, name = ""] = from.split(".", 2);
      const value = kind === "payment" ? balance?.payment[name] : credentials.sample(name);
      return value === undefined ? undefined : String(value);
    }
  }
}

const refundState = (
  { refundStates }: SimulatorTable,
  { status }: LedgerRefund,
): string | undefined => refundStates?.[status === "succeeded" ? "refunded" : status];

function moneyText(value: number, { amount }: Balance, money: MoneyFormat | undefined): string {
  const { currency } = amount;
  const written = money ? toWire({ value, currency }, money) : String(value);
  if (written === undefined) throw new Error(`${value} ${currency} has no ${money?.unit} units.`);
  return String(written);
}

function stateOf({ states }: SimulatorTable, balance: Balance): string | undefined {
  const { remaining, pending = 0 } = balance;
  const refunded = balance.refunded - pending;
  // Without a state for pending refunds, the payment looks as it did before.
  if (pending > 0 && states?.refund_pending !== undefined) return states.refund_pending;
  if (remaining === 0 && pending === 0) return states?.refunded;
  // Without a state for partly refunded payments, "paid" would hide that money has moved.
  return refunded === 0 ? states?.paid : (states?.partly_refunded ?? states?.refunded);
}
