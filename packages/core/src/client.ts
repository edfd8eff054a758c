/** The interpreted door of a provider: `refund()`, and `query()` where there is one. */

import type { Exchange } from "./answer/ending.ts";
import { queryOutcome, refundOutcome } from "./answer/outcome-of.ts";
import { connect } from "./exchange/connection.ts";
import type { Features } from "./features.ts";
import type { CallOptions, LogEvent } from "./options.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { compose, readRequest, type Values } from "./request/request.ts";
import type { OperationTable, ProviderTable, RefundTable, Rule } from "./table.ts";

/** A provider's factory, from its table. The types are the generated package's; the behaviour is all here. */
export const defineProvider =
  <Options, Client>(table: ProviderTable, features: Features = {}) =>
  (options: Options): Client =>
    createClient(table, features, options) as Client;

function createClient(table: ProviderTable, features: Features, options: unknown) {
  const { provider, errors, refund, query } = table;
  const connection = connect(table, features, options);

  const door =
    <Result extends Outcome | QueryOutcome>(
      name: LogEvent["operation"],
      operation: OperationTable &
        Pick<RefundTable, "currencies"> & { readonly outcomes: readonly Rule<string>[] },
      conclude: (values: Values, exchange: Exchange) => Result,
    ) =>
    async (request: unknown, call?: CallOptions): Promise<Result> => {
      const startedAt = Date.now();
      const { values, problems } = readRequest(operation, request, features);
      connection.refuse(problems, call);
      const exchange = await connection.perform(
        operation,
        call,
        (known) => compose(operation, { ...known, ...values }, features),
        (done) => features.repeats?.(operation, errors, done),
      );
      const outcome = conclude(values, exchange);
      const httpStatus = "raw" in outcome ? outcome.raw?.status : undefined;
      const refused = outcome.status === "declined" && outcome.reason === "unauthorized";
      if (refused || httpStatus === 401) connection.dropToken();
      void log({
        provider,
        operation: name,
        status: outcome.status,
        ms: Date.now() - startedAt,
        ...(httpStatus !== undefined && { httpStatus }),
      });
      return outcome;
    };

  // A logger's failure must not turn a refund that happened into an exception, now or later.
  async function log(event: LogEvent) {
    try {
      await connection.settings.logger?.(event);
    } catch {}
  }

  return Object.freeze({
    provider,
    timeoutMs: connection.settings.timeoutMs,
    check: (request: unknown) => connection.refuse(readRequest(refund, request, features).problems),
    refund: door("refund", refund, (values, exchange) =>
      refundOutcome({ provider }, refund, errors, values, exchange, features.money),
    ),
    ...(query && {
      query: door("query", query, (_, exchange) =>
        queryOutcome({ provider }, query, errors, exchange),
      ),
    }),
  });
}
