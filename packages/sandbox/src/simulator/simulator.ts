import type { OperationTable } from "@refunds/core/provider";
import type { FaultKind } from "../faults/fault-kind.ts";
import type { Ending, NotifiedStatus, SimulatorTable } from "../simulator-table.ts";
import type { Facts } from "./answers.ts";
import { type Books, carryOut } from "./carry-out.ts";
import { type Credentials, createCredentials } from "./credentials.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { createKnownRefunds } from "./known-refunds.ts";
import { type FirstSerial, Ledger, type LedgerRefund } from "./ledger.ts";
import type { SignedMessage } from "./message-signature.ts";
import { saidOf, writeNotification } from "./notification.ts";
import { createRefundsByKey } from "./refunds-by-key.ts";
import { checkSignature } from "./signature.ts";
import { assertCanFail, assertSound } from "./table-check.ts";
import { type OperationName, refuse, type Verdict } from "./verdict.ts";
import { type WrittenAnswer, writeAnswer } from "./written-answer.ts";

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
   * @throws {Error} if there is no such refund, it failed before, or the provider has no word for one that failed
   */
  finish(number: number, as: Ending): LedgerRefund;
  /** What the provider says of a refund that ended so. */
  saidOf(number: number, as: Ending): NotifiedStatus;
  /**
   * The signed notification that says this of a refund.
   * @param count what it is the number of; the same again for another delivery of it
   * @throws {Error} if there is no such refund, or the provider sends no such notification
   */
  notification(
    number: number,
    status: NotifiedStatus | Ending,
    count: number,
  ): Promise<SignedMessage>;
  reset(): void;
}

/** @throws {Error} if the table contradicts itself */
export async function createSimulator(
  table: SimulatorTable,
  now: () => number,
  firstSerial?: FirstSerial,
): Promise<Simulator> {
  assertSound(table);
  const ledger = new Ledger(table, firstSerial);
  const credentials = await createCredentials(table, now);
  const refundsByKey = createRefundsByKey(table.operations.refund, table.keys);
  const known = createKnownRefunds(table, credentials);
  const books = { table, ledger, credentials, refundsByKey, known };
  let resets = 0;

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
      return carryOut(books, name, operation, incoming, facts);
    },
    answer: (name, verdict, fault) => writeAnswer(table, credentials, name, verdict, fault),
    finish(number, as) {
      if (as === "failed") assertCanFail(table);
      const refund = ledger.finish(number, as);
      known.finish(refund);
      return refund;
    },
    saidOf: (number, as) => saidOf(table, as, ledger.hadSucceeded(number)),
    async notification(number, status, count) {
      const facts = { ...factsOf(books, number), notification: count, at: now() };
      const said = { status, hadSucceeded: ledger.hadSucceeded(number) };
      return writeNotification(table, credentials, said, facts);
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

/** What the provider knows of a refund, with its payment's present balance. */
function factsOf({ table, ledger, known }: Books, number: number): Facts {
  const facts = known.numbered(number);
  if (!facts?.refund) throw new Error(`${table.provider} has no refund ${number}.`);
  const balance = ledger.balances().find(({ payment }) => payment === facts.refund?.payment);
  return { ...facts, ...(balance && { balance }) };
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
