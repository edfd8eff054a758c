/** After an answer that refused the token and moved no money, a new token allows to send once more. */
import { type JudgedOperation, judge } from "../answer/answer.ts";
import type { SendResult } from "../answer/send-result.ts";
import type { ErrorTable, OperationTable } from "../table.ts";

/** Whether the rule of this answer has `repeat: "new-token"`. */
export function newToken(
  operation: OperationTable,
  errors: ErrorTable,
  result: SendResult,
): boolean {
  if (result.status !== "answered") return false;
  const { verdict, rule } = judge(
    operation as OperationTable & JudgedOperation<string>,
    errors,
    result,
  );
  return "reason" in verdict && rule?.repeat === "new-token";
}
