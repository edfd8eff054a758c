/** What a provider does once it knows who is calling: it reads the request, and moves the money or looks it up. */

import type { OperationTable } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import { answerFor, type Facts, fillAnswer } from "./answers.ts";
import type { Credentials } from "./credentials.ts";
import { isRemembered } from "./forgotten.ts";
import type { Incoming } from "./incoming.ts";
import type { KnownRefunds } from "./known-refunds.ts";
import type { Balance, Ledger } from "./ledger.ts";
import { refundedMinorUnits } from "./refunded-amount.ts";
import type { RefundsByKey } from "./refunds-by-key.ts";
import { readValues, type Values } from "./values.ts";
import { type OperationName, refuse, type Verdict } from "./verdict.ts";

/** What a provider keeps of one merchant. */
export interface Books {
  readonly table: SimulatorTable;
  readonly ledger: Ledger;
  readonly credentials: Credentials;
  readonly refundsByKey: RefundsByKey;
  readonly known: KnownRefunds;
}

/** Stays synchronous. Otherwise two refunds could both pass the check of the balance. */
export function carryOut(
  books: Books,
  name: OperationName,
  operation: OperationTable,
  incoming: Incoming,
  facts: Facts,
): Verdict {
  const { ledger, credentials, refundsByKey, known } = books;
  const values = readValues(operation, incoming);
  if (typeof values === "string") return refuse("invalid_request", values, facts);
  if (name === "token") {
    return { situation: "issued", facts: { ...facts, token: credentials.issue() } };
  }
  if (name === "query") return judgeQuery(books, values, facts);
  const earlier = refundsByKey.find(values, facts.at);
  if (typeof earlier === "string") return refuse("key_mismatch", earlier, facts);
  if (earlier) return earlier;
  const verdict = judgeRefund(ledger, operation, values, facts);
  if (verdict.moved) known.keep(verdict.facts);
  if (verdict.moved || isKept(books, verdict)) refundsByKey.keep(values, verdict);
  return verdict;
}

/** Whether the provider remembers this refusal under its key. */
function isKept({ table, credentials }: Books, { situation, facts }: Verdict): boolean {
  if (!table.keys) return false;
  const answer = answerFor(table, situation);
  const { body } = fillAnswer(table, credentials, answer, facts);
  return isRemembered(table.keys, situation, { status: answer.http, body });
}

/** The payment that a request identifies, with its current balance. */
function balanceOf(ledger: Ledger, values: Values): Balance | undefined {
  const ids = [...values]
    .filter(([source]) => source.startsWith("payment."))
    .map(([source, id]) => [source.slice("payment.".length), id]);
  return ledger.find(Object.fromEntries(ids));
}

const notFound = (facts: Facts): Verdict =>
  refuse("payment_not_found", "no payment has these identifiers", facts);

function judgeQuery(
  { table: { answers }, ledger, known }: Books,
  values: Values,
  facts: Facts,
): Verdict {
  const balance = balanceOf(ledger, values);
  const namesRefund = values.has("key") || values.has("refund.id");
  const isList = answers.queried?.each !== undefined;
  if (!namesRefund && !isList) {
    return balance ? { situation: "queried", facts: { ...facts, balance } } : notFound(facts);
  }
  const refunds = known.find(values);
  if (isList) {
    const namesPayment = [...values.keys()].some((source) => source.startsWith("payment."));
    if (namesPayment && !balance) return notFound(facts);
    return { situation: "queried", facts: { ...facts, ...(balance && { balance }), refunds } };
  }
  const [refund] = refunds;
  return refund
    ? { situation: "queried", facts: { ...refund, ...facts } }
    : refuse("payment_not_found", "no refund has these identifiers", facts);
}

function judgeRefund(
  ledger: Ledger,
  operation: OperationTable,
  values: Values,
  facts: Facts,
): Verdict {
  const balance = balanceOf(ledger, values);
  if (!balance) return notFound(facts);
  const value = refundedMinorUnits(operation, values, balance.amount.currency);
  if (typeof value === "string") return refuse("invalid_request", value, { ...facts, balance });
  const requested = value ?? balance.remaining;
  const key = values.get("key");
  const { situation, refund, because } = ledger.refund(balance, requested);
  if (!refund) return refuse(situation, because, { ...facts, balance, requested });
  const after = balanceOf(ledger, values) ?? balance;
  const reason = values.get("reason");
  return {
    situation,
    facts: {
      ...facts,
      balance: after,
      requested,
      refund,
      serial: ledger.serialOf(refund),
      ...(reason !== undefined && { reason }),
      ...(key !== undefined && { key }),
    },
    moved: refund,
  };
}
