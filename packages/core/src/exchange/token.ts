import { type JudgedOperation, judgeAnswer } from "../answer/answer.ts";
import type { SendResult, Unsuccessful } from "../answer/send-result.ts";
import { textAt, valueAt } from "../json/pointer.ts";
import type { FailureCause } from "../outcome.ts";
import type { Values } from "../request/request.ts";
import type { OperationTable, ProviderTable, TokenTable } from "../table.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { newToken } from "./new-token.ts";
import type { Secrets } from "./secrets.ts";

/**
 * Sends a request with a valid access token, and obtains or renews it if necessary. Concurrent callers share one token
 * request. Without a token, returns how the call ends: `declined` or `not_sent`.
 * @param once sends it with these credentials
 * @param judged the operation, if its answer is judged: the judgement may be that the provider refused the token, and allow to
 * send once more with a new one
 */
export type SendWithToken = (
  once: (credentials: Values) => Promise<SendResult>,
  deadline: Deadline,
  judged: OperationTable | undefined,
) => Promise<SendResult>;

/** Performs the token call. */
export type ObtainToken = (table: TokenTable, deadline: Deadline) => Promise<SendResult>;

/** No documented token is this long. Every answer is searched for the token, so its length needs a bound. */
const longestToken = 4096;

/** A token must outlive the call that uses it, so it is renewed this long before it expires. */
const renewAheadMs = 60_000;

/**
 * @param given the credentials of the options; with a token among them, none is obtained
 * @param obtain is called with a deadline of its own, because several callers may share it
 * @param renews for tables with `repeat: "new-token"`
 */
export function tokenSource(
  { token: table, errors }: ProviderTable,
  given: Values,
  secrets: Secrets,
  timeoutMs: number,
  obtain: ObtainToken,
  renews: typeof newToken | undefined,
): SendWithToken | undefined {
  if (!table || given[`credentials.${table.gives}`] !== undefined) return undefined;
  let held: { token: string; endsAt: number } | undefined;
  let renewing: Promise<string | Unsuccessful> | undefined;

  const withToken = (token: string): Values => ({
    ...given,
    [`credentials.${table.gives}`]: token,
  });

  /** Only what was refused: meanwhile, another call may have obtained a new one. */
  const drop = (token: string) => {
    if (held?.token === token) held = undefined;
  };

  const renew = async (): Promise<string | Unsuccessful> => {
    const deadline = startDeadline(timeoutMs);
    try {
      const result = await obtain(table, deadline);
      const verdict = judgeAnswer(table, errors, result);
      if ("json" in verdict) {
        const { exact, value } = verdict.json;
        const token = textAt(exact, table.token) ?? "";
        if (token && token.length <= longestToken) {
          secrets.add(token);
          held = { token, endsAt: endOf(table, value) };
          return token;
        }
      }
      return withoutToken(judgeAnswer(table, errors, secrets.masked(result)));
    } finally {
      deadline.clear();
      renewing = undefined;
    }
  };

  async function get(deadline: Deadline): Promise<string | Unsuccessful> {
    if (held && held.endsAt - renewAheadMs > Date.now()) return held.token;
    renewing ??= renew();
    try {
      return await deadline.race(renewing);
    } catch (error) {
      const ended = deadline.ended();
      if (!ended) throw error;
      return notSent(`The call ended (${ended}) before an access token was obtained.`);
    }
  }

  /** Whether the provider refused the token. The next call obtains a new one. */
  const isRefused = (result: SendResult, judged: OperationTable | undefined): boolean => {
    if ("raw" in result && result.raw?.status === 401) return true;
    if (!judged) return false;
    const verdict = judgeAnswer(judged as OperationTable & JudgedOperation<string>, errors, result);
    return "reason" in verdict && verdict.reason === "unauthorized";
  };

  return async (once, deadline, judged) => {
    let token = await get(deadline);
    if (typeof token === "object") return token;
    let result = await once(withToken(token));
    if (judged && renews?.(judged, errors, result)) {
      drop(token);
      const renewed = await get(deadline);
      if (typeof renewed === "string") {
        token = renewed;
        result = await once(withToken(token));
      }
    }
    if (isRefused(result, judged)) drop(token);
    return result;
  };
}

const notSent = (
  message: string,
  cause: FailureCause = { name: "TokenError", message },
): Unsuccessful => ({ status: "not_sent", because: "token_unavailable", message, cause });

/** Only refused credentials decline a refund: after anything else, such as too many calls, the next call may get a token. */
function withoutToken(verdict: ReturnType<typeof judgeAnswer>): Unsuccessful {
  if ("reason" in verdict && verdict.reason === "unauthorized") return verdict;
  const {
    message = "The call for it was declined.",
    code,
    cause,
  }: { message?: string; code?: string; cause?: FailureCause } = "status" in verdict
    ? verdict
    : { message: "The answer has no token." };
  const why = `No access token was obtained, so the refund was not sent. ${message}`;
  return notSent(why, cause ?? { name: "TokenError", message, ...(code && { code }) });
}

/** When the token expires, in Unix milliseconds. 0 if the answer does not say: then the token is used for one call. */
function endOf({ expires: { at, format } }: TokenTable, answer: unknown): number {
  const value = valueAt(answer, at);
  if (format === "iso-8601") return Date.parse(String(value)) || 0;
  const number = Number(value) || 0;
  return format === "unix-milliseconds" ? number : Date.now() + number * 1000;
}
