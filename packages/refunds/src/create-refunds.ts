import type { CallOptions, NotificationRequest } from "@refunds/core";
import { deepFreeze } from "@refunds/core/provider";
import type { JournalStore, RefundOutcome } from "@refunds/journal";
import type {
  Account,
  NotifiedAccount,
  OutcomeOf,
  QueryOf,
  QueryOutcomeOf,
  RefundOptions,
  RefundRequestOf,
} from "./account.ts";
import { type CheckedRefundRequest, checkedKey, checkRefund, viewOf } from "./check-refund.ts";
import type { JanitorOptions } from "./janitor-options.ts";
import { journaledRefund } from "./journaled-refund.ts";
import type { ListAllRequest, ListRequest, RefundPage } from "./list.ts";
import type { NewestTime } from "./newest-time.ts";
import type { ReceivedNotification } from "./notification.ts";
import { type Observer, rejectionsReported } from "./observe.ts";
import { openRecords } from "./open-records.ts";
import { pagesOf } from "./pages-of.ts";
import { queryPayment } from "./query-payment.ts";
import { readOptions, type Settings } from "./read-options.ts";
import { reconcile } from "./reconcile.ts";
import { type RecordRequest, recordEvidence } from "./record-evidence.ts";
import { describe, type RefundRecord } from "./refund-record.ts";
import type { RequestFor } from "./request-for.ts";
import { type ResumedRefund, type ResumeOptions, resumeAll } from "./resume.ts";
import { sharedByKey } from "./shared-by-key.ts";
import { untilClosed } from "./until-closed.ts";

/** Options of `createRefunds`. */
export interface RefundsOptions<Accounts extends Record<string, Account>> {
  /** The accounts, by names of your choice. Do not change a name later: the journal finds a payment by its account's name. */
  readonly accounts: Accounts;
  /**
   * Where refunds are stored: `sqliteJournal()` from `@refunds/journal/sqlite` or `postgresJournal()` from
   * `@refunds/journal/postgres`. Without it, and with `memoryJournal()`, refunds are kept in memory. It is lost when the process ends, and then a key can refund again. So an
   * account that is `live` needs a journal. One with a `baseUrl` is live only if its `sentTo` says so, also if that is the
   * address of the provider's own live system.
   */
  readonly journal?: JournalStore;
  /**
   * Whether the journal stores the providers' answers, which may contain personal data. Default true. If false, an outcome
   * that is returned from the journal has no `raw` and no `answer`.
   */
  readonly rawAnswers?: boolean;
  /** Called at each step of each refund, with its key, account and payment. Its errors and rejections are ignored. */
  readonly observe?: Observer;
}

/** Refunds through any of the named accounts. */
export interface Refunds<Accounts extends Record<string, Account>> {
  /**
   * Refunds a payment, at most once for its key, even if the process crashes. The request has the type of the account's
   * provider. A second call with the same key returns the recorded outcome. Only a `not_sent` refund is sent again.
   * Refunds of one payment are sent one at a time: while another one is being sent, this call waits for up to the
   * account's `timeoutMs`. After that, or if the outcome of another one is uncertain, the outcome is `not_sent`.
   * Concurrent calls with one key use the `options` of the first call.
   * @throws {RefundError} if the request is invalid, or the key belongs to another refund. Nothing was sent.
   * @throws {JournalError} if the journal cannot be written. Nothing was sent.
   */
  refund<Name extends keyof Accounts & string>(
    request: RequestFor<Name, { [N in Name]: RefundRequestOf<Accounts[N]> }>,
    options?: RefundOptions,
  ): Promise<OutcomeOf<Accounts[Name]>>;
  /**
   * Checks a request as `refund()` does, and returns what it would record and send. Sends and records nothing, and does
   * not read the journal.
   * @throws {RefundError} if the request is invalid
   */
  check<Name extends keyof Accounts & string>(
    request: RequestFor<Name, { [N in Name]: RefundRequestOf<Accounts[N]> }>,
  ): CheckedRefundRequest;
  /**
   * Reads a payment's state, if the account's provider documents a query. Moves no money.
   * @throws {RefundError} if the request is invalid. Nothing was sent.
   */
  query<Name extends keyof Accounts & string>(
    request: RequestFor<Name, { [N in Name]: QueryOf<Accounts[N]> }>,
    options?: CallOptions,
  ): Promise<QueryOutcomeOf<Accounts[Name]>>;
  /**
   * Asks the provider what happened to a refund that is `unknown`, `pending` or unfinished, and records what the answer
   * proves. If it proves nothing, the outcome does not change. If it proves that the refund did not happen, the outcome is
   * `declined`, and `refund(request, { resend: true })` sends it again under its key. Where the provider documents how long
   * it remembers a key, and that time has not passed, an `unknown` or unfinished refund is then sent again under its key:
   * this refunds if the first request never arrived, and never twice. You can repeat the call.
   * @throws {RefundError} if the journal does not have the key, or the refund's account is not configured or sends to
   * another environment now, also if the refund is settled.
   * @throws {JournalError} if the journal cannot be read or written.
   */
  reconcile(key: string, options?: CallOptions): Promise<RefundOutcome>;
  /**
   * Returns the refund of a key, with its history; undefined if the journal does not have it. Sends nothing.
   * @throws {RefundError} `invalid_request` if the key is not a non-empty string.
   * @throws {JournalError} if the journal cannot be read.
   */
  get(key: string): Promise<RefundRecord | undefined>;
  /**
   * Lists the refunds in the journal, newest first, in pages: pass the `cursor` of a page for the next one. Every page is
   * as fast as the first. A refund that is made while you list is in none of the pages that follow; one whose status changes meanwhile may be in
   * none, but never in two. Sends nothing.
   * @throws {RefundError} if the request is invalid, or the cursor is damaged or belongs to another list.
   * @throws {JournalError} if the journal cannot be read.
   */
  list(request?: ListRequest): Promise<RefundPage>;
  /**
   * Every refund that matches, newest first, one by one: reads `list()` page by page, as far as you iterate. To export them, write each to a file.
   * @throws {RefundError} as `list()`, at the first iteration.
   * @throws {JournalError} if the journal cannot be read.
   */
  listAll(request?: ListAllRequest): AsyncIterableIterator<RefundRecord>;
  /**
   * Lists the open refunds, oldest first: those that are being sent, that a stopped process left unfinished, and those
   * that are `unknown`, `pending` or `needs_review`. Sends nothing.
   * @throws {JournalError} if the journal cannot be read.
   */
  open(): Promise<RefundRecord[]>;
  /**
   * Reconciles every open refund, and returns each with its current outcome. Call it when your process starts, and every
   * few minutes. Like `reconcile()`, it moves no money but that of the refunds in the journal.
   * @throws {RefundError} if the options are invalid.
   * @throws {JournalError} if the journal cannot be read or written.
   */
  resume(options?: ResumeOptions): Promise<ResumedRefund[]>;
  /**
   * Records what a person or a webhook says about a refund, and returns the new outcome. Evidence that contradicts the
   * recorded outcome is stored, and makes the refund `needs_review`. Record a person's decision to settle it. Recording
   * the same evidence twice changes nothing. Sends nothing.
   * @throws {RefundError} if the evidence is invalid, the journal does not have the key, or the refund may still be being sent.
   * @throws {JournalError} if the journal cannot be written.
   */
  record(key: string, evidence: RecordRequest): Promise<RefundOutcome>;
  /**
   * Takes a notification of the account's provider: verifies it, finds its refund in the journal, and records what it proves,
   * or what the provider answers when it is asked. It never sends a refund again. Answer the provider with `response`. A
   * second delivery changes nothing.
   * @throws {RefundError} for mistakes of the program, such as a parsed body or a missing secret; never for what a stranger sent.
   * @throws {JournalError} if the journal cannot be read or written. Answer 5XX, so that it is delivered again.
   */
  notification(
    account: NotifiedAccount<Accounts>,
    request: NotificationRequest,
  ): Promise<ReceivedNotification>;
  /**
   * Settles open refunds in the background, until `signal` aborts or `close()` is called: reconciles each at the times of `schedule`, by
   * default 5 minutes after it was sent, 15 minutes after that, then after 1 hour, 6 hours, 1 day, and every day. Of all processes that
   * share the journal, one does this at a time; another one takes over within a minute after it stopped, and within three minutes after it died. Like `reconcile()`, it moves no money but that of
   * the refunds in the journal. What one refund runs into does not stop the others. `observe` and `report` get what was done.
   * Resolves once it has stopped, and what was running has ended. Rejects only with a `RefundError`, or if its code cannot be loaded.
   * @throws {RefundError} if the options are invalid.
   */
  janitor(options?: JanitorOptions): Promise<void>;
  /** Stops the janitor, waits for running calls, then closes the journal. Later calls reject with a `RefundError`. */
  close(): Promise<void>;
}

/**
 * Creates the facade for all accounts. Opens no connection before the first call.
 * @throws {RefundError} `invalid_options` if the options are invalid
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
  const { store, observe } = journal;
  const shared = sharedByKey<RefundOutcome>();
  const { open, close, signal: closing } = untilClosed();
  const reconcileKey = (key: string, options?: CallOptions, newestTime?: NewestTime) =>
    reconcile(journal, clientOf, key, options, newestTime);

  async function refund(request: unknown, options?: RefundOptions) {
    const checked = checkRefund(clientOf, request, options);
    return deepFreeze(await shared(checked, () => journaledRefund(journal, checked)));
  }

  // Loaded when they are first called. Never what a refund needs after it was sent: `record()`, `reconcile()` and `resume()`.
  const list = open(async (request?: ListRequest) => {
    const { listRefunds } = await import("./list.ts");
    return deepFreeze(await listRefunds(store, request));
  });

  async function janitor(options?: JanitorOptions) {
    const { tidyUp } = await import("./janitor.ts");
    await tidyUp({ store, reconcile: (key) => reconcileKey(key), closing }, options);
  }

  async function notification(account: string, request: NotificationRequest) {
    const { receiveNotification } = await import("./notification.ts");
    return receiveNotification(journal, clientOf, account, request);
  }

  return Object.freeze({
    refund: open(refund),
    check: (request: unknown) => deepFreeze(viewOf(checkRefund(clientOf, request, {}))),
    query: open((request: unknown, options?: CallOptions) =>
      queryPayment(clientOf, request, options),
    ),
    reconcile: open(async (key: string, options?: CallOptions) =>
      deepFreeze(await reconcileKey(checkedKey(key), options)),
    ),
    get: open(async (key: string) => {
      // A key that is undefined by mistake would look like a refund that was never made.
      const record = await store.get(checkedKey(key));
      return record && deepFreeze(describe(record));
    }),
    list,
    listAll: (request?: ListAllRequest) => pagesOf(list, request),
    open: open(async () => {
      const refunds: RefundRecord[] = [];
      for await (const record of openRecords(store)) refunds.push(describe(record));
      return deepFreeze(refunds);
    }),
    resume: open(async (options?: ResumeOptions) =>
      deepFreeze(
        await resumeAll(
          () => rejectionsReported(observe, { operation: "resume" }, () => store.open()),
          reconcileKey,
          options,
        ),
      ),
    ),
    janitor: open(janitor),
    record: open(async (key: string, evidence: RecordRequest) =>
      deepFreeze(
        await rejectionsReported(observe, { operation: "record", key }, () =>
          recordEvidence(journal, checkedKey(key), evidence),
        ),
      ),
    ),
    notification: open(notification),
    close: () => close(() => store.close()),
  }) as unknown as Refunds<Accounts>;
}
