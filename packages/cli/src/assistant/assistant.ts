/** What an assistant may do with a configuration: look, and propose. Nothing here can move money. */
import type { ListRequest } from "refunds";
import { refuse } from "../errors.ts";
import { environmentText } from "../output/sent-text.ts";
import { factsOf } from "../providers.ts";
import { type QueryOptions, readQuery } from "../request/query-request.ts";
import { type Session, withSession } from "../session.ts";
import { type ProposedRefund, propose } from "./propose.ts";
import { plain } from "./views.ts";

/** Each method returns plain data, without control characters. */
export interface Assistant {
  /** A page of refunds, newest first. */
  list(request: ListRequest): Promise<unknown>;
  /** A refund with its history. */
  show(key: string): Promise<unknown>;
  /** The refunds that are not final yet. */
  open(): Promise<unknown>;
  /** What the provider says of a payment. Sends a query, which moves no money. */
  query(request: QueryOptions): Promise<unknown>;
  /** The configured accounts, and what their providers need for a refund. */
  accounts(): Promise<unknown>;
  /** Writes a proposal for a person to approve. */
  propose(request: ProposedRefund): Promise<unknown>;
}

/** Of the session behind an assistant. A second guard: nothing below calls what it forbids. */
export const assistantOptions = { readOnly: true } as const;

/**
 * Opens the configuration and the journal for `work`, and closes them when it is over. The accounts inside refuse to refund.
 * @param config the file; without it, the nearest `refunds.config.ts`
 * @throws {CliError | JournalError} if they cannot be opened
 */
export const withAssistant = <T>(
  config: string | undefined,
  work: (assistant: Assistant) => Promise<T>,
): Promise<T> => withSession(config, (session) => work(assistantOf(session)), assistantOptions);

function assistantOf(session: Session): Assistant {
  const { config, refunds } = session;
  return {
    list: async (request) => plain(await refunds.list(request)),
    show: async (key) =>
      plain(
        (await refunds.get(key)) ??
          refuse("unknown_key", `The journal has no refund with the key ${JSON.stringify(key)}.`),
      ),
    open: async () => plain({ refunds: await refunds.open() }),
    query: async (request) => plain(await refunds.query(readQuery(config, request)), ["raw"]),
    accounts: async () => plain({ accounts: Object.keys(config.accounts).map(accountOf(session)) }),
    propose: async (request) => plain(await propose(session, request)),
  };
}

const accountOf =
  ({ config }: Session) =>
  (account: string) => {
    const options = config.accounts[account];
    const { name, title, documentation, ...facts } = factsOf(options?.provider ?? "");
    const { payment, amount, reason, extra, partial, repeated, query } = facts;
    return {
      account,
      provider: name,
      title,
      environment: options && environmentText(options),
      payment,
      amount: amount ?? "none: a refund is always full",
      reason,
      extra,
      partial,
      repeated,
      query: query ?? "none",
      documentation,
    };
  };
