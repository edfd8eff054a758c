/** Everything a provider package does, run from its table. */
import { type Deadline, startDeadline } from "./deadline.ts";
import { RefundError } from "./errors.ts";
import { createExchanger } from "./exchange.ts";
import { type CallOptions, callProblems, type LogEvent, readOptions } from "./options.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { queryOutcome, refundOutcome, withoutToken } from "./outcome-of.ts";
import { compose, problemsOf, type RequestParts, readRequest, type Values } from "./request.ts";
import type { Problem } from "./schema-check.ts";
import { createSecrets } from "./secrets.ts";
import type { OperationTable, ProviderTable } from "./table.ts";
import { createTokenSource, type NoToken } from "./token.ts";
import type { Exchange } from "./transport.ts";
import { type WireRequest, wireNotSent, wireParts, wireResult } from "./wire.ts";

/** A provider's factory, from its table. The types are the generated package's; the behaviour is all here. */
export const defineProvider =
  <Options, Client>(table: ProviderTable) =>
  (options: Options): Client =>
    createClient(table, options) as Client;

function createClient(table: ProviderTable, options: unknown) {
  const { provider, errors, refund, query, token } = table;
  const settings = readOptions(table, options);
  const secrets = createSecrets();
  const exchange = createExchanger(table, settings, secrets);
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings.credentials)) {
    given[`credentials.${name}`] = value;
    if (table.credentials.some((set) => set[name]?.secret)) secrets.add(String(value));
  }
  const obtained = `credentials.${token?.gives}`;
  const tokens =
    token && given[obtained] === undefined
      ? createTokenSource(token, errors, secrets, settings.timeoutMs, (deadline) =>
          exchange(token, compose(token, given), deadline),
        )
      : undefined;

  async function credentials(deadline: Deadline): Promise<Values | NoToken> {
    if (!tokens) return given;
    try {
      const issued = await deadline.race(tokens.get());
      return typeof issued === "string" ? { ...given, [obtained]: issued } : issued;
    } catch (error) {
      const ended = deadline.ended();
      if (!ended) throw error;
      const cause = { name: "TokenError", message: `${ended} while waiting for a token` };
      return {
        exchange: { kind: "not_sent", message: "The call ended before a token came.", cause },
      };
    }
  }

  /** `build` gets every credential there is; until it has been called, nothing of the operation has left. */
  async function perform(
    operation: OperationTable,
    call: CallOptions | undefined,
    build: (credentials: Values) => RequestParts,
  ): Promise<Exchange | NoToken> {
    const deadline = startDeadline(settings.timeoutMs, call?.signal);
    try {
      const known = await credentials(deadline);
      if ("exchange" in known) return known as NoToken;
      const result = await exchange(operation, build(known), deadline);
      if (result.kind === "not_sent" || !result.raw) return result;
      return { ...result, raw: { ...result.raw, body: secrets.mask(result.raw.body) } };
    } finally {
      deadline.clear();
    }
  }

  async function interpreted<Result extends Outcome | QueryOutcome>(
    operation: OperationTable & { readonly currencies?: typeof refund.currencies },
    request: unknown,
    call: CallOptions | undefined,
    conclude: (values: Values, result: Exchange) => Result,
  ) {
    const startedAt = performance.now();
    const { values, problems } = readRequest(operation, request);
    refuse([...problems, ...problemsOf(operation, values), ...callProblems(call)]);
    const result = await perform(operation, call, (known) =>
      compose(operation, { ...known, ...values }),
    );
    const outcome = "exchange" in result ? noToken(result) : conclude(values, result);
    // The provider may have ended the token early; the next call obtains a new one.
    const refusedToken = outcome.status === "declined" && outcome.reason === "unauthorized";
    if (refusedToken || ("raw" in outcome && outcome.raw?.status === 401)) tokens?.drop();
    log(operation === refund ? "refund" : "query", outcome, performance.now() - startedAt);
    return outcome;
  }

  const noToken = ({ exchange }: NoToken) =>
    withoutToken({ provider }, errors, token, exchange, secrets.mask);

  function refuse(problems: readonly Problem[]): void {
    if (problems.length > 0) throw new RefundError("invalid_request", provider, problems);
  }

  function log(
    operation: LogEvent["operation"],
    outcome: Outcome | QueryOutcome,
    ms: number,
  ): void {
    const httpStatus = "raw" in outcome ? outcome.raw?.status : undefined;
    const event = { provider, operation, status: outcome.status, ms: Math.round(ms) };
    const tell = async () =>
      settings.logger?.({ ...event, ...(httpStatus !== undefined && { httpStatus }) });
    // A logger's failure must not turn a refund that happened into an exception, now or later.
    tell().catch(() => {});
  }

  const wire = (operation: OperationTable) => async (request: WireRequest, call?: CallOptions) => {
    const { parts, problems } = wireParts(operation, request, given);
    refuse([...problems, ...callProblems(call)]);
    const result = await perform(
      operation,
      call,
      (known) => wireParts(operation, parts, known).parts,
    );
    return "exchange" in result ? wireNotSent(noToken(result)) : wireResult(result);
  };

  return Object.freeze({
    provider,
    refund: (request: unknown, call?: CallOptions) =>
      interpreted(refund, request, call, (values, result) =>
        refundOutcome({ provider }, refund, errors, values, result),
      ),
    ...(query && {
      query: (request: unknown, call?: CallOptions) =>
        interpreted(query, request, call, (_, result) =>
          queryOutcome({ provider }, query, errors, result),
        ),
    }),
    wire: Object.freeze({ refund: wire(refund), ...(query && { query: wire(query) }) }),
  });
}
