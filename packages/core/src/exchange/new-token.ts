/** After an answer that refused the token and moved no money, a new token allows to send once more. */
import { type JudgedOperation, judge } from "../answer/answer.ts";
import type { SendResult } from "../answer/send-result.ts";
import type { ErrorTable, OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import type { TokenSource } from "./token.ts";

/** @returns a new token, if the rule of this answer has `repeat: "new-token"` and a token can be obtained */
export async function newToken(
  operation: OperationTable,
  errors: ErrorTable,
  result: SendResult,
  tokens: TokenSource | undefined,
  deadline: Deadline,
): Promise<string | undefined> {
  if (!tokens || result.status !== "answered") return undefined;
  const { verdict, rule } = judge(
    operation as OperationTable & JudgedOperation<string>,
    errors,
    result,
  );
  if (!("reason" in verdict) || rule?.repeat !== "new-token") return undefined;
  tokens.drop();
  const token = await tokens.get(deadline);
  return typeof token === "string" ? token : undefined;
}
