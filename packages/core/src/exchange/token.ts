import { judge } from "../answer/answer.ts";
import type { Ending, Exchange } from "../answer/ending.ts";
import { textAt, valueAt } from "../json/pointer.ts";
import type { FailureCause } from "../outcome.ts";
import type { ErrorTable, TokenTable } from "../table.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { Secrets } from "./secrets.ts";

export interface TokenSource {
  /**
   * A token that is still good for a call, obtained or renewed if need be; concurrent callers share one exchange. Or how
   * the call ends that needed it: `declined` or `not_sent`, since it never left.
   */
  get(deadline: Deadline): Promise<string | Ending>;
  /** Forgets the token, after the provider refused it. */
  drop(): void;
}

/** Longer ones than any documented; what has to be looked for in every answer must have an end. */
const longestToken = 4096;

/** A token this close to its end is renewed first: it must outlive the call it is used in. */
const renewAheadMs = 60_000;

/** @param obtain performs the token operation within a deadline of its own, since no single caller owns it */
export function tokenSource(
  table: TokenTable,
  errors: ErrorTable,
  secrets: Secrets,
  timeoutMs: number,
  obtain: (deadline: Deadline) => Promise<Exchange>,
): TokenSource {
  let held: { token: string; endsAt: number } | undefined;
  let renewing: Promise<string | Ending> | undefined;

  async function renew(): Promise<string | Ending> {
    const deadline = startDeadline(timeoutMs);
    try {
      const exchange = await obtain(deadline);
      const verdict = judge(table, errors, exchange);
      if ("json" in verdict) {
        const { exact, value } = verdict.json;
        const token = textAt(exact, table.token) ?? "";
        if (token && token.length <= longestToken) {
          secrets.add(token);
          held = { token, endsAt: endOf(table, value) };
          return token;
        }
      }
      return withoutToken(judge(table, errors, secrets.masked(exchange)));
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
        return notSent(`The call ended (${ended}) before a token came.`);
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
): Ending => ({ status: "not_sent", because: "token_unavailable", message, cause });

function withoutToken(verdict: ReturnType<typeof judge>): Ending {
  if ("status" in verdict && verdict.status === "declined") return verdict;
  const { message, cause }: { message: string; cause?: FailureCause } =
    "status" in verdict ? verdict : { message: "The answer has none." };
  return notSent(`No token came, so nothing was sent. ${message}`, cause);
}

/** When the token ends, in Unix milliseconds; 0, so never used twice, where the answer does not say it readably. */
function endOf({ expires: { at, format } }: TokenTable, answer: unknown): number {
  const value = valueAt(answer, at);
  if (format === "iso-8601") return Date.parse(String(value)) || 0;
  const ms = (Number(value) || 0) * (format === "unix-milliseconds" ? 1 : 1000);
  return format === "seconds-from-now" ? Date.now() + ms : ms;
}
