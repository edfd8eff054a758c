import type { CallOptions } from "@refunds/core";
import type { JournalStore } from "@refunds/journal";
import type {
  Account,
  AccountOutcome,
  AccountQuery,
  AccountRefund,
  OutcomeOf,
  QueryOutcomeOf,
  RefundOptions,
} from "./account.ts";
import { journaledRefund } from "./journaled-refund.ts";
import { type Evidence, listOpen, type OpenRefund, recordEvidence } from "./open-refunds.ts";
import { readOptions } from "./read-options.ts";
import { type Given, readRefund } from "./read-refund.ts";
import { reconcile } from "./reconcile.ts";
import { refuse } from "./refuse.ts";
import { type ResumedRefund, resumeAll } from "./resume.ts";
import { sharedByKey } from "./shared-by-key.ts";

/** What `createRefunds` is made with. */
export interface RefundsOptions<Accounts extends Record<string, Account>> {
  /** Your accounts by names of your own choice; several of one provider are fine. The journal knows a payment by its account's name. */
  readonly accounts: Accounts;
  /**
   * Where refunds remember what left: `sqliteJournal()` or `postgresJournal()` of `@refunds/journal` wherever real money
   * moves. Where left out it is memory, which forgets when the process ends: then a key can refund again.
   */
  readonly journal?: JournalStore;
  /**
   * Whether the journal keeps the provider's answers, which may hold personal data. Default true. Without them an outcome
   * that is given again, by the same key, has no `raw` and no `answer`.
   */
  readonly rawAnswers?: boolean;
}

/** Refunds through any of the named accounts. */
export interface Refunds<Accounts extends Record<string, Account>> {
  /**
   * Refunds a payment, at most once for its key, whatever crashes. The request is the account's provider's own; what that
   * provider does not have does not compile. The same key again gives the recorded outcome; only what is `not_sent` is
   * sent then. One refund of a payment at a time: while another is being sent this one waits, up to the account's
   * `timeoutMs`, and then is `not_sent`, as it is while the outcome of another is uncertain. Calls of one key at once
   * share the first one's `options`.
   * @throws {RefundError} for what is wrong with the request, or a key that stands for another one, with nothing sent.
   * @throws {JournalError} where the journal cannot be written, with nothing sent.
   */
  refund<Name extends keyof Accounts & string>(
    request: AccountRefund<Name, Accounts[Name]>,
    options?: RefundOptions,
  ): Promise<AccountOutcome<OutcomeOf<Accounts[Name]>> & { readonly account: Name }>;
  /**
   * Reads a payment's state, where the account's provider documents a query. Moves no money.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query<Name extends keyof Accounts & string>(
    request: AccountQuery<Name, Accounts[Name]>,
    options?: CallOptions,
  ): Promise<QueryOutcomeOf<Accounts[Name]> & { readonly account: Name }>;
  /**
   * Finds out by the provider's query what became of a refund that is `unknown`, `pending` or was left unfinished, and
   * records what is proven; what is not stays as it was. A refund that is proven not to have happened is `declined`, and
   * may be sent again under its key by `refund(request, { resend: true })`. Moves no money, so it may always be repeated.
   * @throws {RefundError} where the key stands for no refund, or its account is not among the accounts.
   * @throws {JournalError} where the journal cannot be read or written.
   */
  reconcile(key: string, options?: CallOptions): Promise<AccountOutcome>;
  /**
   * Lists the refunds that are open, oldest first: those that a process left unfinished, and `unknown`, `pending` and
   * `needs_review` ones. Sends nothing.
   * @throws {JournalError} where the journal cannot be read.
   */
  open(): Promise<OpenRefund[]>;
  /**
   * What a process does when it starts, and from time to time: reconciles every open refund, and tells what is known of
   * each now. Sends queries only.
   * @throws {JournalError} where the journal cannot be read or written.
   */
  resume(): Promise<ResumedRefund[]>;
  /**
   * Settles an open refund by what somebody found out: one that was left unfinished, is `unknown`, `pending` or
   * `needs_review`. The outcome is that of the key from now on. The same word again changes nothing. Sends nothing.
   * @throws {RefundError} where the key has no open refund, it is being sent right now, or its outcome is certain.
   * @throws {JournalError} where the journal cannot be written.
   */
  record(key: string, evidence: Evidence): Promise<AccountOutcome>;
}

/**
 * One door to every account. Makes no connection until the first refund.
 * @throws {RefundError} `invalid_options`, for what is wrong with the options
 */
export function createRefunds<const Accounts extends Record<string, Account>>(
  options: RefundsOptions<Accounts>,
): Refunds<Accounts> {
  const { clientOf, journal } = readOptions(options);
  const { store } = journal;
  const settle = (key: string, options?: CallOptions) => reconcile(journal, clientOf, key, options);
  const shared = sharedByKey<AccountOutcome>();

  async function refund(request: Given & { account: string }, options?: RefundOptions) {
    const { account, ...given } = Object(request);
    const client = clientOf(account);
    const asked = readRefund(client, account, given, options);
    return shared(asked, () => journaledRefund(journal, client, asked, options));
  }

  async function query(request: { account: string }, options?: CallOptions) {
    const { account, ...rest } = Object(request);
    const client = clientOf(account);
    if (!client.query) refuse("account", `is ${client.provider}, which documents no query`);
    return { ...(await client.query(rest, options)), account };
  }

  return Object.freeze({
    refund,
    query,
    reconcile: settle,
    open: () => listOpen(store),
    resume: () => resumeAll(store, settle),
    record: (key: string, evidence: Evidence) => recordEvidence(store, key, evidence),
  }) as unknown as Refunds<Accounts>;
}
