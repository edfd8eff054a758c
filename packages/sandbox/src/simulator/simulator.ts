import type { OperationTable } from "@refunds/core/provider";
import type { SimulatorTable } from "../simulator-table.ts";
import { answerFor, type Facts, writeAnswer } from "./answers.ts";
import { type Credentials, createCredentials } from "./credentials.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { refundedMinorUnits } from "./refunded-amount.ts";
import { checkSignature } from "./signature.ts";
import { assertSound } from "./table-check.ts";
import { readValues, type Values } from "./values.ts";

export type OperationName = "refund" | "query" | "token";

/** How a request was judged. */
export interface Verdict {
  /** `refunded`, `queried`, `payment_not_found`, ...: the key of the provider's answer. */
  readonly situation: string;
  /** Why, in a sentence; absent where there is nothing to explain. */
  readonly because?: string;
  readonly facts: Facts;
}

/** One provider: its merchant's money and credentials, and its answers. */
export interface Simulator {
  readonly table: SimulatorTable;
  readonly ledger: Ledger;
  readonly credentials: Credentials;
  /** Judges one request whose body has been read, and moves the money if it may. */
  judge(
    name: OperationName,
    request: Request,
    bytes: Uint8Array<ArrayBuffer>,
    pathValues: readonly string[],
  ): Promise<Verdict>;
  answer(verdict: Verdict): { readonly status: number; readonly body: string };
  reset(): void;
}

const refuse = (situation: string, because: string, facts: Facts = {}): Verdict => ({
  situation,
  because,
  facts,
});

/** Makes the simulator of one provider. Rejects where its table contradicts itself. */
export async function createSimulator(table: SimulatorTable): Promise<Simulator> {
  assertSound(table);
  const ledger = createLedger(table);
  const credentials = await createCredentials(table);

  return {
    table,
    ledger,
    credentials,
    async judge(name, request, bytes, pathValues) {
      const operation = table.operations[name];
      if (!operation) throw new Error(`${table.provider} has no operation "${name}".`);
      const incoming = readIncoming(operation, request, bytes, pathValues);
      if (typeof incoming === "string") return refuse("invalid_request", incoming);
      const stranger = credentials.check(operation, incoming);
      if (stranger !== undefined) {
        return refuse(name === "token" ? "token_refused" : "unauthorized", stranger);
      }
      const forged = await signatureProblem(operation, credentials, incoming);
      if (forged !== undefined) return refuse("bad_signature", forged);
      // From here on nothing waits: one turn finds, judges and moves the money, so no two refunds can both pass.
      const values = readValues(operation, incoming);
      if (typeof values === "string") return refuse("invalid_request", values);
      if (name === "token") return { situation: "issued", facts: { token: credentials.issue() } };
      return judgePayment(ledger, name, operation, values);
    },
    answer({ situation, facts }) {
      const answer = answerFor(table, situation);
      return { status: answer.http, body: writeAnswer(table, credentials, answer, facts) };
    },
    reset() {
      ledger.reset();
      credentials.revokeTokens();
    },
  };
}

async function signatureProblem(
  { sign }: OperationTable,
  credentials: Credentials,
  incoming: Incoming,
): Promise<string | undefined> {
  if (!sign) return undefined;
  return checkSignature(sign, await credentials.verifyingKey(sign.key), incoming);
}

function judgePayment(
  ledger: Ledger,
  name: "refund" | "query",
  operation: OperationTable,
  values: Values,
): Verdict {
  const ids = Object.fromEntries(
    [...values]
      .filter(([source]) => source.startsWith("payment."))
      .map(([source, id]) => [source.slice("payment.".length), id]),
  );
  const balance = ledger.find(ids);
  if (!balance) return refuse("payment_not_found", "no one payment has the identifiers given");
  if (name === "query") return { situation: "queried", facts: { balance } };

  const value = refundedMinorUnits(operation, values, balance.amount.currency);
  if (typeof value === "string") return refuse("invalid_request", value, { balance });
  const asked = value ?? balance.remaining;
  const result = ledger.refund(balance, asked);
  if (!result.movement) return refuse(result.situation, result.because, { balance, asked });
  const after = ledger.find(ids) ?? balance;
  const reason = values.get("reason");
  return {
    situation: result.situation,
    facts: {
      balance: after,
      asked,
      movement: result.movement,
      ...(reason !== undefined && { reason }),
    },
  };
}
