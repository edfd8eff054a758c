import { type CallOptions, RefundError } from "@refunds/core";
import { deepFreeze, readFields } from "@refunds/core/provider";
import type { JournalStore, RefundOutcome } from "@refunds/journal";
import type {
  Account,
  AccountQuery,
  AccountRefund,
  OutcomeOf,
  QueryOutcomeOf,
  RefundOptions,
} from "./account.ts";
import { checkRefund } from "./check-refund.ts";
import { journaledRefund } from "./journaled-refund.ts";
import type { Observer } from "./observe.ts";
import { readOptions, type Settings } from "./read-options.ts";
import { reconcile } from "./reconcile.ts";
import { type RecordRequest, recordEvidence } from "./record-evidence.ts";
import { describe, type RefundRecord } from "./refund-record.ts";
import { refuse } from "./refuse.ts";
import { type ResumedRefund, type ResumeOptions, resumeAll } from "./resume.ts";
import { sharedByKey } from "./shared-by-key.ts";
import { untilClosed } from "./until-closed.ts";

/** What `createRefunds` is made with. */
export interface RefundsOptions<Accounts extends Record<string, Account>> {
  /** Your accounts by names of your choice; several of one provider are fine. The journal knows a payment by its account's name. */
  readonly accounts: Accounts;
  /**
   * Where refunds are remembered: `sqliteJournal()` or `postgresJournal()` of `@refunds/journal` wherever real money moves.
   * Left out, it is memory, which forgets when the process ends: then a key can refund again.
   */
  readonly journal?: JournalStore;
  /**
   * Whether the journal keeps the provider's answers, which may hold personal data. Default true. Without them, an outcome
   * that is returned again for its key has no `raw` and no `answer`.
   */
  readonly rawAnswers?: boolean;
  /** Called at each step of each refund, with its key, account and payment. What it throws, or rejects with, is ignored. */
  readonly observe?: Observer;
}

/** A request for the account that it names. With a union of names it has to fit each of them. */
type RequestFor<Name extends string, Requests extends Record<Name, object>> = {
  readonly account: Name;
} & Requests[Name];

/** Refunds through any of the named accounts. */
export interface Refunds<Accounts extends Record<string, Account>> {
  /**
   * Refunds a payment, at most once for its key, whatever crashes. The request is the account's provider's own; what that
   * provider does not have does not compile. The same key again returns the recorded outcome; only a `not_sent` one is
   * sent again. One refund of a payment at a time: while another is being sent this one waits, up to the account's
   * `timeoutMs`, and then is `not_sent`, as it is while the outcome of another is uncertain. Calls of one key at once
   * share the first one's `options`.
   * @throws {RefundError} for what is wrong with the request, or a key that belongs to another one, with nothing sent.
   * @throws {JournalError} where the journal cannot be written, with nothing sent.
   */
  refund<Name extends keyof Accounts & string>(
    request: RequestFor<Name, { [N in Name]: AccountRefund<N, Accounts[N]> }>,
    options?: RefundOptions,
  ): Promise<OutcomeOf<Accounts[Name]>>;
  /**
   * Reads a payment's state, where the account's provider documents a query. Moves no money.
   * @throws {RefundError} for what is wrong with the request, with nothing sent.
   */
  query<Name extends keyof Accounts & string>(
    request: RequestFor<Name, { [N in Name]: AccountQuery<N, Accounts[N]> }>,
    options?: CallOptions,
  ): Promise<QueryOutcomeOf<Accounts[Name]>>;
  /**
   * Finds out by the provider's query what became of a refund that is `unknown`, `pending` or unfinished, and records what
   * is proven; what is not stays as it was. A refund that is proven not to have happened is `declined`, and may be sent
   * again under its key by `refund(request, { resend: true })`. Moves no money, so you may always repeat it.
   * @throws {RefundError} where the journal does not have the key, or its account is not among the accounts.
   * @throws {JournalError} where the journal cannot be read or written.
   */
  reconcile(key: string, options?: CallOptions): Promise<RefundOutcome>;
  /**
   * The refund of a key, with its history; undefined where the journal does not have it. Sends nothing.
   * @throws {JournalError} where the journal cannot be read.
   */
  get(key: string): Promise<RefundRecord | undefined>;
  /**
   * Lists the refunds that are open, oldest first: those that are being sent or whose process stopped while sending them,
   * and `unknown`, `pending` and `needs_review` ones. Sends nothing.
   * @throws {JournalError} where the journal cannot be read.
   */
  open(): Promise<RefundRecord[]>;
  /**
   * What a process does when it starts, and from time to time: reconciles every open refund, and returns what is known of
   * each now. Sends queries only.
   * @throws {RefundError} for what is wrong with the options.
   * @throws {JournalError} where the journal cannot be read or written.
   */
  resume(options?: ResumeOptions): Promise<ResumedRefund[]>;
  /**
   * Records what somebody found out about a refund, and returns the outcome that counts from now on. Evidence that
   * contradicts what is known is kept, and makes the refund `needs_review`; record what a person decides to settle it. The
   * same evidence again changes nothing. Sends nothing.
   * @throws {RefundError} where the journal does not have the key, or the refund may still be being sent.
   * @throws {JournalError} where the journal cannot be written.
   */
  record(key: string, evidence: RecordRequest): Promise<RefundOutcome>;
  /** Waits for the calls that have begun, then closes the journal. Later calls reject with a `RefundError`. */
  close(): Promise<void>;
}

/**
 * One call for every account. Makes no connection until the first refund.
 * @throws {RefundError} `invalid_options`, for what is wrong with the options
 */
export function createRefunds<const Accounts extends Record<string, Account>>(
  options: RefundsOptions<Accounts>,
): Refunds<Accounts> {
  return refundsWith(readOptions(options));
}

export function refundsWith<Accounts extends Record<string, Account>>({
  clientOf,
  journal,
}: Settings): Refunds<Accounts> {
  const { store } = journal;
  const shared = sharedByKey<RefundOutcome>();
  const { open, close } = untilClosed();
  const settle = (key: string, options?: CallOptions) => reconcile(journal, clientOf, key, options);

  async function refund(request: unknown, options?: RefundOptions) {
    const checked = checkRefund(clientOf, request, options);
    return shared(checked, async () => deepFreeze(await journaledRefund(journal, checked)));
  }

  async function query(request: unknown, options?: CallOptions) {
    const { values, problems } = readFields(request, ["account", "payment"], "", "request");
    const { account, ...rest } = values;
    const client = clientOf(account);
    if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
    if (!client.query) {
      const message = `is an account of ${client.provider}, which documents no query`;
      return refuse("query_not_supported", "account", message);
    }
    return deepFreeze({ ...(await client.query(rest, options)), account });
  }

  return Object.freeze({
    refund: open(refund),
    query: open(query),
    reconcile: open(async (key: string, options?: CallOptions) =>
      deepFreeze(await settle(key, options)),
    ),
    get: open(async (key: string) => {
      const record = await store.get(key);
      return record && deepFreeze(describe(record));
    }),
    open: open(async () => deepFreeze((await store.open()).map(describe))),
    resume: open(async (options?: ResumeOptions) =>
      deepFreeze(await resumeAll(store, settle, options)),
    ),
    record: open(async (key: string, evidence: RecordRequest) =>
      deepFreeze(await recordEvidence(journal, key, evidence)),
    ),
    close: () => close(() => store.close()),
  }) as unknown as Refunds<Accounts>;
}
