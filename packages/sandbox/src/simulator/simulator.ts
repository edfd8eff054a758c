import type { OperationTable } from "@refunds/core/provider";
import { falsifyFacts, putUnseenStatus } from "../faults/falsify.ts";
import type { FaultKind } from "../faults/fault-kind.ts";
import type { NotifiedStatus, SimulatorTable } from "../simulator-table.ts";
import { answerFor, type Facts, fillAnswer } from "./answers.ts";
import { type Credentials, createCredentials } from "./credentials.ts";
import { isRemembered } from "./forgotten.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { createKnownRefunds, type KnownRefunds } from "./known-refunds.ts";
import { type Balance, createLedger, type Ledger, type LedgerRefund } from "./ledger.ts";
import type { SignedMessage } from "./message-signature.ts";
import { writeNotification } from "./notification.ts";
import { refundedMinorUnits } from "./refunded-amount.ts";
import { createRefundsByKey } from "./refunds-by-key.ts";
import { checkSignature } from "./signature.ts";
import { assertSound } from "./table-check.ts";
import { readValues, type Values } from "./values.ts";
import type { OperationName, Verdict } from "./verdict.ts";

/** One simulated provider: a merchant's balances and credentials, and the provider's answers. */
export interface Simulator {
  readonly table: SimulatorTable;
  readonly ledger: Ledger;
  readonly credentials: Credentials;
  /** The simulated time, in milliseconds since 1970. */
  readonly now: () => number;
  /** The number of resets so far. A request that began before the last reset must not be judged. */
  readonly resets: number;
  /** Judges a request and moves the money if the request is valid. undefined if a reset happened in the meantime. */
  judge(
    name: OperationName,
    request: Request,
    bytes: Uint8Array<ArrayBuffer>,
    pathValues: readonly string[],
  ): Promise<Verdict | undefined>;
  /** The documented answer to a verdict, falsified if `fault` says so. */
  answer(name: OperationName, verdict: Verdict, fault?: FaultKind): WrittenAnswer;
  /**
   * Ends a pending refund, or lets one fail that had succeeded.
   * @throws {Error} if there is no such refund, or it failed before
   */
  finish(number: number, as: "succeeded" | "failed"): LedgerRefund;
  /**
   * The signed notification that says this of a refund.
   * @param count what it is the number of; the same again for another delivery of it
   * @throws {Error} if there is no such refund, or the provider sends no such notification
   */
  notification(number: number, status: NotifiedStatus, count: number): Promise<SignedMessage>;
  reset(): void;
}

interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or empty. */
  readonly body: string;
  /** Whether the fault found a field to falsify. Absent if the fault does not falsify anything. */
  readonly falsified?: boolean;
}

const refuse = (situation: string, because: string, facts: Facts): Verdict => ({
  situation,
  because,
  facts,
});

/** @throws {Error} if the table contradicts itself */
export async function createSimulator(
  table: SimulatorTable,
  now: () => number,
): Promise<Simulator> {
  assertSound(table);
  const ledger = createLedger(table);
  const credentials = await createCredentials(table, now);
  const refundsByKey = createRefundsByKey(table.operations.refund, table.keys);
  const known = createKnownRefunds(table, credentials);
  let resets = 0;

  function remembers({ situation, facts }: Verdict): boolean {
    if (!table.keys) return false;
    const answer = answerFor(table, situation);
    const { body } = fillAnswer(table, credentials, answer, facts);
    return isRemembered(table.keys, situation, { status: answer.http, body });
  }

  return {
    table,
    ledger,
    credentials,
    now,
    get resets() {
      return resets;
    },
    async judge(name, request, bytes, pathValues) {
      const operation = table.operations[name];
      if (!operation) throw new Error(`${table.provider} has no operation "${name}".`);
      const facts: Facts = { at: now() };
      const incoming = readIncoming(operation, request, bytes, pathValues);
      if (typeof incoming === "string") return refuse("invalid_request", incoming, facts);
      const unauthorized = credentials.check(operation, incoming);
      if (unauthorized !== undefined) {
        return refuse(name === "token" ? "token_refused" : "unauthorized", unauthorized, facts);
      }
      const resetsBefore = resets;
      const badSignature = await signatureProblem(operation, credentials, incoming, now());
      if (resets !== resetsBefore) return undefined;
      if (badSignature !== undefined) return refuse("bad_signature", badSignature, facts);
      // The rest must stay synchronous. Otherwise two refunds could both pass the check of the balance.
      const values = readValues(operation, incoming);
      if (typeof values === "string") return refuse("invalid_request", values, facts);
      if (name === "token") {
        return { situation: "issued", facts: { ...facts, token: credentials.issue() } };
      }
      if (name === "query") return judgeQuery(table, ledger, known, values, facts);
      const earlier = refundsByKey.find(values, facts.at);
      if (typeof earlier === "string") return refuse("key_mismatch", earlier, facts);
      if (earlier) return earlier;
      const verdict = judgeRefund(ledger, operation, values, facts);
      if (verdict.moved) known.keep(verdict.facts);
      if (verdict.moved || remembers(verdict)) refundsByKey.keep(values, verdict);
      return verdict;
    },
    answer(name, { situation, facts }, fault) {
      const answer = answerFor(table, situation);
      const falsifiesFacts = fault === "twice_the_amount" || fault === "another_payment";
      const falsifiedFacts = falsifiesFacts ? falsifyFacts(fault, table, answer, facts) : undefined;
      const { headers, body } = fillAnswer(table, credentials, answer, falsifiedFacts ?? facts);
      const unseen = fault === "unseen_status" && putUnseenStatus(name, table, answer, body ?? {});
      const falsified =
        falsifiesFacts || fault === "unseen_status"
          ? falsifiedFacts !== undefined || unseen
          : undefined;
      return {
        status: answer.http,
        headers,
        body: body ? JSON.stringify(body) : "",
        ...(falsified !== undefined && { falsified }),
      };
    },
    finish(number, as) {
      const refund = ledger.finish(number, as);
      known.finish(refund);
      return refund;
    },
    async notification(number, status, count) {
      const facts = known.numbered(number);
      if (!facts?.refund) throw new Error(`${table.provider} has no refund ${number}.`);
      const balance = ledger.balances().find(({ payment }) => payment === facts.refund?.payment);
      const said = { ...facts, ...(balance && { balance }), notification: count, at: now() };
      return writeNotification(table, credentials, status, said);
    },
    reset() {
      resets += 1;
      refundsByKey.forget();
      known.forget();
      ledger.reset();
      credentials.revokeTokens();
    },
  };
}

async function signatureProblem(
  operation: OperationTable,
  credentials: Credentials,
  incoming: Incoming,
  now: number,
): Promise<string | undefined> {
  const { sign } = operation;
  return sign && checkSignature(operation, sign, credentials, incoming, now);
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
  { answers }: SimulatorTable,
  ledger: Ledger,
  known: KnownRefunds,
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
      ...(reason !== undefined && { reason }),
      ...(key !== undefined && { key }),
    },
    moved: refund,
  };
}
