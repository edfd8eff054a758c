import { judgeAnswer } from "../answer/answer.ts";
import type { SendResult, Unsuccessful } from "../answer/send-result.ts";
import { textAt, valueAt } from "../json/pointer.ts";
import type { FailureCause } from "../outcome.ts";
import type { ErrorTable, TokenTable } from "../table.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { Secrets } from "./secrets.ts";

export interface TokenSource {
  /**
   * Returns a valid access token, and obtains or renews it if necessary. Concurrent callers share one request. Without a
   * token, returns how the call ends: `declined` or `not_sent`.
   */
  get(deadline: Deadline): Promise<string | Unsuccessful>;
  /** Forgets the token after the provider refused it. */
  drop(): void;
}

/** No documented token is this long. Every answer is searched for the token, so its length needs a bound. */
const longestToken = 4096;

/** A token must outlive the call that uses it, so it is renewed this long before it expires. */
const renewAheadMs = 60_000;

/** @param obtain performs the token call with its own deadline, because several callers may share it */
export function tokenSource(
  table: TokenTable,
  errors: ErrorTable,
  secrets: Secrets,
  timeoutMs: number,
  obtain: (deadline: Deadline) => Promise<SendResult>,
): TokenSource {
  let held: { token: string; endsAt: number } | undefined;
  let renewing: Promise<string | Unsuccessful> | undefined;

  async function renew(): Promise<string | Unsuccessful> {
    const deadline = startDeadline(timeoutMs);
    try {
      const result = await obtain(deadline);
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
  }

  return {
    async get(deadline) {
      if (held && held.endsAt - renewAheadMs > Date.now()) return held.token;
      renewing ??= renew();
      try {
        return await deadline.race(renewing);
      } catch (error) {
        const ended = deadline.ended();
        if (!ended) throw error;
        return notSent(`The call ended (${ended}) before an access token was obtained.`);
      }
    },
    drop() {
      held = undefined;
    },
  };
}

const notSent = (
  message: string,
  cause: FailureCause = { name: "TokenError", message },
): Unsuccessful => ({ status: "not_sent", because: "token_unavailable", message, cause });

function withoutToken(verdict: ReturnType<typeof judgeAnswer>): Unsuccessful {
  if ("status" in verdict && verdict.status === "declined") return verdict;
  const { message, cause }: { message: string; cause?: FailureCause } =
    "status" in verdict ? verdict : { message: "The answer has no token." };
  return notSent(`No access token was obtained, so the refund was not sent. ${message}`, cause);
}

/** When the token expires, in Unix milliseconds. 0 if the answer does not say: then the token is used for one call. */
function endOf({ expires: { at, format } }: TokenTable, answer: unknown): number {
  const value = valueAt(answer, at);
  if (format === "iso-8601") return Date.parse(String(value)) || 0;
  const ms = (Number(value) || 0) * (format === "unix-milliseconds" ? 1 : 1000);
  return format === "seconds-from-now" ? Date.now() + ms : ms;
}
