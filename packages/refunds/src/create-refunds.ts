import { type CallOptions, type Outcome, type QueryOutcome, RefundError } from "@refunds/core";
import type { Account, AccountQuery, AccountRefund, OutcomeOf, QueryOutcomeOf } from "./account.ts";
import { createKeys } from "./keys.ts";

export interface RefundsOptions<Accounts extends Record<string, Account>> {
  /** Your accounts by names of your own choice; several of one provider are fine. */
  readonly accounts: Accounts;
}

/** Refunds through any of the named accounts. */
export interface Refunds<Accounts extends Record<string, Account>> {
  /**
   * Refunds a payment. The request is the account's provider's own; what that provider does not have does not compile.
   * Resolves to an outcome whatever happens once something may have been sent; the same key again gives the same outcome.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  refund<Name extends keyof Accounts & string>(
    request: AccountRefund<Name, Accounts[Name]>,
    options?: CallOptions,
  ): Promise<OutcomeOf<Accounts[Name]> & { readonly account: Name }>;
  /**
   * Reads a payment's state, where the account's provider documents a query. Moves no money.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query<Name extends keyof Accounts & string>(
    request: AccountQuery<Name, Accounts[Name]>,
    options?: CallOptions,
  ): Promise<QueryOutcomeOf<Accounts[Name]> & { readonly account: Name }>;
}

/** One door to every account. Makes no connection until the first refund. */
export function createRefunds<const Accounts extends Record<string, Account>>({
  accounts,
}: RefundsOptions<Accounts>): Refunds<Accounts> {
  const keys = createKeys();
  // The types have tied each request to its account; from here on a client is called by name.
  type Client = {
    readonly provider: string;
    refund(request: object, options?: CallOptions): Promise<Outcome>;
    query?(request: object, options?: CallOptions): Promise<QueryOutcome>;
  };
  const named = new Map(Object.entries(accounts as unknown as Record<string, Client>));

  function clientOf(account: unknown): Client {
    const client = named.get(account as string);
    if (client) return client;
    return refuse("account", `must be one of ${[...named.keys()].join(", ")}`);
  }

  function refuse(field: string, message: string): never {
    throw new RefundError("invalid_request", "refunds", [{ field, message }]);
  }

  async function refund(request: { account: string; key: string }, options?: CallOptions) {
    const { account, key, ...rest } = Object(request);
    const client = clientOf(account);
    if (typeof key !== "string" || key === "") refuse("key", "must be your own id of this refund");
    const sent = keys.once(key, { account, ...rest }, async () => ({
      ...(await client.refund(rest, options)),
      account,
    }));
    return "field" in sent ? refuse(sent.field, sent.message) : sent;
  }

  async function query(request: { account: string }, options?: CallOptions) {
    const { account, ...rest } = Object(request);
    const client = clientOf(account);
    if (!client.query) refuse("account", `is ${client.provider}, which documents no query`);
    return { ...(await client.query(rest, options)), account };
  }

  return Object.freeze({ refund, query }) as unknown as Refunds<Accounts>;
}
