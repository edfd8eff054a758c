import { webhookOf } from "./notifications/deliver.ts";
import { routesOf } from "./routes.ts";
import { type Answer, signAnswer } from "./simulator/answer-signature.ts";
import {
  amountStep,
  type ClientQuery,
  type ClientRequest,
  clientQuery,
  clientRequest,
} from "./simulator/client-request.ts";
import { type ExampleRequest, exampleRefund } from "./simulator/example.ts";
import type { Balance } from "./simulator/ledger.ts";
import { notifiedStatuses } from "./simulator/notification.ts";
import type { Simulator } from "./simulator/simulator.ts";
import { alwaysPossible, confirms } from "./simulator/table-check.ts";
import type { OperationName } from "./simulator/verdict.ts";
import type { Ending, NotifiedStatus } from "./simulator-table.ts";

/** One operation that a provider answers. `path` has its parameters in braces. */
export interface Endpoint {
  readonly operation: OperationName;
  readonly method: string;
  readonly path: string;
}

/** One simulated provider. */
export interface SandboxProvider {
  /** The provider's one-word name, such as `yedpay`. */
  readonly provider: string;
  /** The provider's display name. */
  readonly title: string;
  /** URL of the provider's documentation of refunds. */
  readonly documentation: string;
  /** The documented base URLs. The sandbox answers all of them. */
  readonly servers: readonly string[];
  /** The operations that it answers, with their paths below a base URL. */
  readonly endpoints: readonly Endpoint[];
  /** The values that `always` of a payment can have. */
  readonly situations: readonly string[];
  /** The `environment` of clients for it: `test`, or `live` if the provider has no test system. */
  readonly environment: "test" | "live";
  /** Sample credentials for the client's options: one entry for each way to authenticate. Private keys are PEM. */
  readonly credentials: readonly Readonly<Record<string, string | number>>[];
  /** All payments with their current balances. */
  readonly payments: readonly Balance[];
  /** Whether the provider supports partial refunds. */
  readonly partial: boolean;
  /** Whether the provider's answer can confirm a refund. If not, every refund is `pending`, and the outcome comes later. */
  readonly confirms: boolean;
  /**
   * The argument of a client's `refund()` for one of `payments`. `value` is in minor units; by default all that remains.
   * `key` is your own id of the refund. It is left out if the provider takes none.
   */
  requestFor(payment: Balance, value?: number, key?: string): ClientRequest;
  /** Refunds in a currency are multiples of so many minor units. 1 for most. */
  amountStep(currency: string): number;
  /**
   * The argument of a client's `query()` about a refund that was requested. `refundId` is the provider's own id of it.
   * @returns undefined if the provider has no query
   */
  queryFor(
    request: Pick<ClientRequest, "payment" | "key">,
    refundId: string,
  ): ClientQuery | undefined;
  /**
   * Signs an answer of your own as the provider signs its answer to this request, now. The answer stays as it is if the provider
   * does not sign it.
   */
  signed<Given extends Answer>(request: Request, answer: Given): Promise<Given>;
  /** What its notifications can say of a refund. Empty if none are documented. */
  readonly notifications: readonly NotifiedStatus[];
  /**
   * The signed notification that says this of a refund, as a request to your webhook.
   * @param refund - The refund's `number`.
   * @param status - What it says. `failed`, the word of `finish()`, is what the provider sends of a refund that failed: `declined` or
   * `reversed`.
   * @throws {Error} if there is no such refund, or the provider sends no such notification
   */
  notification(refund: number, status: NotifiedStatus | Ending): Promise<Request>;
  /**
   * A refund that would be carried out or accepted now, as an HTTP request with its signature. The page at `/` shows it as a `curl` command.
   * @param base - The URL before the operation's path, such as `http://127.0.0.1:4010/yedpay`.
   * @returns undefined once nothing is left to refund.
   */
  exampleRefund(base: string): Promise<ExampleRequest | undefined>;
}

export function sandboxProvider(simulator: Simulator): SandboxProvider {
  const { table } = simulator;
  const { provider, title, documentation, servers, environment = "test", partial } = table;
  const routes = routesOf(simulator);
  return {
    provider,
    title,
    documentation,
    servers,
    endpoints: routes.map(({ operation, method }) => ({
      operation,
      method,
      path: table.operations[operation]?.path ?? "",
    })),
    situations: alwaysPossible(table),
    environment,
    partial,
    confirms: confirms(table),
    requestFor: (payment, value, key) => clientRequest(table, payment, value, key),
    amountStep: (currency) => amountStep(table, currency),
    queryFor: (request, refundId) => clientQuery(table, request, refundId),
    credentials: simulator.credentials.alternatives,
    get payments() {
      return simulator.ledger.balances();
    },
    signed: async (request, answer) => {
      const url = request.url.replace(/[?#].*/, "");
      const route = routes.find((one) => one.method === request.method && one.pattern.test(url));
      const { verify } = (route && table.operations[route.operation]) ?? {};
      return verify
        ? signAnswer(verify, simulator.credentials, request, answer, Date.now())
        : answer;
    },
    notifications: notifiedStatuses(table),
    async notification(refund, status) {
      const signed = await simulator.notification(refund, status, 1);
      return new Request(webhookOf(provider), { method: "POST", ...signed });
    },
    exampleRefund: (base) => exampleRefund(simulator, base),
  };
}
