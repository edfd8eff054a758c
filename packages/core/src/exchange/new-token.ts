/** After an answer that refused the token and moved no money, a new token allows to send once more. */
import { judgeAnswer } from "../answer/answer.ts";
import type { SendResult } from "../answer/send-result.ts";
import type { Reason } from "../outcome.ts";
import type { ErrorTable, OperationTable, Rule } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import type { TokenSource } from "./token.ts";

/** @returns a new token, if the rule of this answer has `repeat: "new-token"` and a token can be obtained */
export async function newToken(
  operation: OperationTable & { readonly outcomes?: readonly Rule<string>[] },
  errors: ErrorTable,
  result: SendResult,
  tokens: TokenSource | undefined,
  deadline: Deadline,
): Promise<string | undefined> {
  if (!tokens || result.status !== "answered") return undefined;
  const outcomes = (operation.outcomes ?? []).map((rule) => ({
    ...rule,
    reason: rule.repeat === "new-token" ? mark : other,
  }));
  const list = errors.list.map(({ reason: _, ...entry }) => entry);
  const verdict = judgeAnswer({ ...operation, outcomes }, { ...errors, list }, result);
  if (!("reason" in verdict) || verdict.reason !== mark) return undefined;
  tokens.drop();
  const token = await tokens.get(deadline);
  return typeof token === "string" ? token : undefined;
}

/** The reason of the verdict says whether its rule has `repeat: "new-token"`. */
const mark: Reason = "unauthorized";
const other: Reason = "unspecified";
