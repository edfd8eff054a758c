import { falsifyFacts, putUnseenStatus } from "../faults/falsify.ts";
import type { FaultKind } from "../faults/fault-kind.ts";
import type { SimulatorTable } from "../simulator-table.ts";
import { answerFor, fillAnswer } from "./answers.ts";
import type { Credentials } from "./credentials.ts";
import type { OperationName, Verdict } from "./verdict.ts";

export interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or empty. */
  readonly body: string;
  /** Whether the fault found a field to falsify. Absent if the fault does not falsify anything. */
  readonly falsified?: boolean;
}

/** The documented answer to a verdict, falsified if `fault` says so. */
export function writeAnswer(
  table: SimulatorTable,
  credentials: Credentials,
  name: OperationName,
  { situation, facts }: Verdict,
  fault?: FaultKind,
): WrittenAnswer {
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
}
