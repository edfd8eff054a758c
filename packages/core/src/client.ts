/** The client of a provider: `refund()`, and `query()` and `notification()` where the provider documents them. */

import { type Judged, judge } from "./answer/answer.ts";
import { outcomeOf } from "./answer/outcome-of.ts";
import type { SendResult } from "./answer/send-result.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { EvidenceTable } from "./evidence-table.ts";
import { type Connection, connect } from "./exchange/connection.ts";
import type { Features } from "./features.ts";
import type { NotificationReader } from "./notification/read.ts";
import { notify } from "./notify.ts";
import type { LogEvent } from "./options.ts";
import type { Outcome, QueryOutcome } from "./outcome.ts";
import { compose, paymentOf, requestReader } from "./request/request.ts";
import type { ProviderTable, QueryTable, RefundTable } from "./table.ts";
import { tableKey } from "./table-of.ts";

/** The code that reads notifications. A client loads it when the first one arrives. */
export type LoadNotifications = () => Promise<{ readonly notifications: NotificationReader }>;

/** A refund request that passed `check()`. */
export interface CheckedRequest {
  /** The request as a plain, frozen object: later changes of the caller's object do not reach it. */
  readonly request: object;
  /** The identifiers that name the payment. Refunds with the same ones are refunds of one payment. */
  readonly payment: Readonly<Record<string, string>>;
}

/**
 * Makes a provider's factory from its table. The generated package adds the types.
 * @param evidence - the client carries it, so that settling refunds needs no list of providers
 */
export const defineProvider =
  <Options, Client>(
    table: ProviderTable,
    features: Features = {},
    evidence?: EvidenceTable,
    load?: LoadNotifications,
  ) =>
  (options: Options): Client =>
    createClient(table, features, options, evidence, load) as Client;

function createClient(
  table: ProviderTable,
  features: Features,
  options: unknown,
  evidence: EvidenceTable | undefined,
  load: LoadNotifications | undefined,
) {
  const { provider, refund, query } = table;
  const connection = connect(table, features, options);
  // An amount that nothing sends would refund the whole payment.
  const readRefund = requestReader(refund, features, ["amount"]);
  const method = methodsOf(table, features, connection);

  return Object.freeze({
    provider,
    timeoutMs: connection.settings.timeoutMs,
    get sentTo() {
      return connection.settings.sentTo();
    },
    check(given: unknown): CheckedRequest {
      const { values, problems, request } = readRefund(given);
      connection.read(problems);
      return Object.freeze({ request, payment: paymentOf(refund, values) });
    },
    refund: method("refund", refund, readRefund),
    ...(query && { query: method("query", query, requestReader(query, features)) }),
    ...(evidence && { evidence }),
    ...(load && {
      async notification(request: unknown) {
        const { notifications } = await load();
        const { given } = connection;
        return notifications({ provider, given, identifiedBy: refund.identifiedBy }, request);
      },
    }),
    // A function, so that printing a client does not print its table.
    [tableKey]: () => table,
  });
}

/** Makes the methods of a client that send a request: each reads it, sends it, and judges the answer. */
const methodsOf =
  ({ provider, errors }: ProviderTable, features: Features, connection: Connection) =>
  (
    name: LogEvent["operation"],
    operation: RefundTable | QueryTable,
    read: ReturnType<typeof requestReader>,
  ) =>
  async (request: unknown, options?: unknown): Promise<Outcome | QueryOutcome> => {
    const startedAt = performance.now();
    const { values, problems } = read(request);
    const call = connection.read(problems, options);
    const written = await features.forms?.(operation, values);
    const asked = {
      ...operation,
      values: { ...connection.given, ...values, ...written },
      units: features.money,
    };
    // An answer is judged once, although both ask: whether to send again, and what became of the refund.
    let last: SendResult | undefined;
    let judged: Judged<"succeeded" | "pending" | "found">;
    const judgeOnce = (result: SendResult) => {
      if (result !== last) judged = judge(asked, errors, result);
      last = result;
      return judged;
    };
    const result = await connection.perform(
      asked,
      call,
      (known) => compose(asked, { ...asked.values, ...known }, features),
      (done) => features.repeats?.(judgeOnce(done), done),
    );
    const outcome = outcomeOf({ provider }, asked, judgeOnce(result));
    const httpStatus = "raw" in outcome ? outcome.raw?.status : undefined;
    notify(connection.settings.logger, {
      provider,
      operation: name,
      status: outcome.status,
      ms: Math.round(performance.now() - startedAt),
      ...(httpStatus !== undefined && { httpStatus }),
    });
    return deepFreeze(outcome);
  };
