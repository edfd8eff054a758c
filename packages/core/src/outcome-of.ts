/** From what an exchange brought to the outcome the caller gets. Pure. */
import { judge, type Verdict } from "./answer.ts";
import { type Amount, fromWire, toWire } from "./money.ts";
import type {
  Contradiction,
  Declined,
  NotSent,
  Outcome,
  OutcomeBase,
  QueryOutcome,
  Unknown,
} from "./outcome.ts";
import { textAt } from "./pointer.ts";
import type { Values } from "./request.ts";
import type { Echo, ErrorTable, QueryTable, RefundTable, TokenTable } from "./table.ts";
import type { Exchange, RawAnswer } from "./transport.ts";

/** `values` is what was asked; the answer is held against it where the provider documents an echo. */
export function refundOutcome(
  base: OutcomeBase,
  table: RefundTable,
  errors: ErrorTable,
  values: Values,
  exchange: Exchange,
): Outcome {
  if (exchange.kind !== "answered") return withAdvice(unanswered(base, exchange));
  const verdict = judge(table, errors, exchange.raw);
  if (!("json" in verdict)) return withAdvice(refused(base, verdict, exchange.raw));
  const { exact, value } = verdict.json;
  const refundId = table.refundId && textAt(exact, table.refundId);
  const contradictions = table.echo.flatMap((echo) => contradiction(echo, values, exact) ?? []);
  const told = {
    ...base,
    ...(refundId !== undefined && { refundId }),
    answer: value,
    raw: exchange.raw,
  };
  return contradictions.length > 0
    ? { status: "needs_review", ...told, contradictions }
    : { status: verdict.meaning, ...told };
}

export function queryOutcome(
  base: OutcomeBase,
  table: QueryTable,
  errors: ErrorTable,
  exchange: Exchange,
): QueryOutcome {
  if (exchange.kind !== "answered") return unanswered(base, exchange);
  const verdict = judge(table, errors, exchange.raw);
  if (!("json" in verdict)) return refused(base, verdict, exchange.raw);
  return { status: "found", ...base, answer: verdict.json.value, raw: exchange.raw };
}

/** The call that was to bring a token did not; so what it was for was never sent. */
export function withoutToken(
  base: OutcomeBase,
  errors: ErrorTable,
  token: TokenTable | undefined,
  exchange: Exchange,
  mask: (text: string) => string,
): Declined | NotSent {
  const told = "The access token could not be obtained, so nothing else was sent.";
  if (exchange.kind !== "answered" || !token) {
    const { message = "", cause } = exchange.kind === "answered" ? {} : exchange;
    return {
      status: "not_sent",
      ...base,
      message: `${told} ${message}`,
      cause: cause ?? { name: "TokenError", message },
    };
  }
  // Masked first, since the words of a refusal may repeat what was sent.
  const raw = { ...exchange.raw, body: mask(exchange.raw.body) };
  const verdict = judge(token, errors, raw);
  const outcome = "json" in verdict ? undefined : refused(base, verdict, raw);
  if (outcome?.status === "declined") return outcome;
  const message = outcome?.message ?? "";
  return {
    status: "not_sent",
    ...base,
    message: `${told} ${message}`,
    cause: { name: "TokenError", message },
  };
}

function unanswered(
  base: OutcomeBase,
  exchange: Exclude<Exchange, { kind: "answered" }>,
): NotSent | Unknown {
  const { kind, ...told } = exchange;
  // Kind and the fields beside it belong together in both types; a spread loses that.
  return { status: kind, ...base, ...told } as NotSent | Unknown;
}

function refused(
  base: OutcomeBase,
  verdict: Exclude<Verdict<never>, { json: unknown }>,
  raw: RawAnswer,
): Declined | Unknown {
  const { code, words } = verdict;
  const told = { ...base, ...(code !== undefined && { code }) };
  if (verdict.meaning === "declined") {
    const message = words !== undefined && { message: words };
    return { status: "declined", reason: verdict.reason, ...told, ...message, raw };
  }
  const said = words ? ` The provider says: ${words}` : "";
  return {
    status: "unknown",
    because: verdict.because,
    ...told,
    message: verdict.message + said,
    raw,
  };
}

function withAdvice<T extends Outcome>(outcome: T): T {
  if (outcome.status !== "unknown") return outcome;
  const advice = "The refund may or may not have happened: do not send it again, find out first.";
  return { ...outcome, message: `${outcome.message} ${advice}` };
}

function contradiction(echo: Echo, values: Values, exact: unknown): Contradiction | undefined {
  const asked = values[echo.of];
  if (asked === undefined) return undefined;
  const answered = textAt(exact, echo.at);
  const found = { field: echo.of, at: echo.at, ...(answered !== undefined && { answered }) };
  if (!echo.money)
    return answered === String(asked) ? undefined : { ...found, asked: String(asked) };
  const amount = asked as Amount;
  const same =
    answered !== undefined && fromWire(answered, amount.currency, echo.money) === amount.value;
  return same ? undefined : { ...found, asked: String(toWire(amount, echo.money)) };
}
