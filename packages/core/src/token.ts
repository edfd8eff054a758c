import { judge } from "./answer.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { textAt, valueAt } from "./pointer.ts";
import type { Secrets } from "./secrets.ts";
import type { ErrorTable, TokenTable } from "./table.ts";
import type { Exchange } from "./transport.ts";

/** The exchange that did not bring a token. Whatever it was, no refund has left. */
export interface NoToken {
  readonly exchange: Exchange;
}

export interface TokenSource {
  /** A token that is still good for a call, obtained or renewed if need be; concurrent callers share one exchange. */
  get(): Promise<string | NoToken>;
  /** Forgets the token, after the provider refused it. */
  drop(): void;
}

/** A token this close to its end is renewed first: it must outlive the call it is used in. */
const renewAheadMs = 60_000;

/** @param obtain performs the token operation within a deadline of its own, since no single caller owns it */
export function createTokenSource(
  table: TokenTable,
  errors: ErrorTable,
  secrets: Secrets,
  timeoutMs: number,
  obtain: (deadline: Deadline) => Promise<Exchange>,
): TokenSource {
  let held: { token: string; endsAt: number } | undefined;
  let renewing: Promise<string | NoToken> | undefined;

  async function renew(): Promise<string | NoToken> {
    const deadline = startDeadline(timeoutMs);
    try {
      const exchange = await obtain(deadline);
      if (exchange.kind !== "answered") return { exchange };
      const verdict = judge(table, errors, exchange.raw);
      if (!("json" in verdict)) return { exchange };
      const token = textAt(verdict.json.exact, table.token);
      if (!token) return { exchange };
      secrets.add(token);
      held = { token, endsAt: endOf(table, verdict.json.value) };
      return token;
    } finally {
      deadline.clear();
      renewing = undefined;
    }
  }

  return {
    async get() {
      if (held && held.endsAt - renewAheadMs > Date.now()) return held.token;
      renewing ??= renew();
      return renewing;
    },
    drop() {
      held = undefined;
    },
  };
}

/** When the token ends, in Unix milliseconds; 0, so never used twice, where the answer does not say it readably. */
function endOf({ expires }: TokenTable, answer: unknown): number {
  const value = valueAt(answer, expires.at);
  switch (expires.format) {
    case "unix-milliseconds":
      return Number(value) || 0;
    case "unix-seconds":
      return Number(value) * 1000 || 0;
    case "seconds-from-now":
      return Date.now() + (Number(value) || 0) * 1000;
    case "iso-8601":
      return Date.parse(String(value)) || 0;
  }
}
