/** Lists the refunds in the journal, newest first, page by page. */
import { type Problem, RefundError } from "@refunds/core";
import { readFields } from "@refunds/core/provider";
import { type JournalStore, type ListQuery, type RefundState, states } from "@refunds/journal";
import { canonical } from "./canonical.ts";
import { paymentText } from "./check-refund.ts";
import { cursorAt, positionIn } from "./cursor.ts";
import { readTime } from "./read-time.ts";
import { describe, type RefundRecord } from "./refund-record.ts";

/** A status to list by: that of a `RefundRecord`, or `open` for all that are not final. */
export type ListedStatus = RefundRecord["status"] | "open";

/** Which refunds to list. Without filters: all. A refund must match every filter that is present. */
export interface ListRequest {
  /** The account's name. It need not be in `accounts` any more. */
  readonly account?: string;
  /** The identifiers of the payment, as in `RefundRecord.payment`. Requires `account`. */
  readonly payment?: Readonly<Record<string, string | number>>;
  /** One status, or several of which one must match. */
  readonly status?: ListedStatus | readonly ListedStatus[];
  /**
   * Opened at this time or later: a `Date`, or ISO 8601 text such as `2026-11-27` (the start of this day in UTC) or
   * `2026-11-27T10:30:00+01:00`.
   */
  readonly since?: Date | string;
  /** Opened before this time. See `since`. */
  readonly until?: Date | string;
  /** The maximum number of refunds in the page: 1 to 1,000. Default: 100. */
  readonly limit?: number;
  /** The `cursor` of the page before, for the next one. The filters must be the same; `limit` may differ. */
  readonly cursor?: string;
}

/** Which refunds to list one by one. */
export type ListAllRequest = Omit<ListRequest, "limit" | "cursor">;

/** One page of a list. */
export interface RefundPage {
  /** Newest first, by `openedAt`. */
  readonly refunds: RefundRecord[];
  /** For the next page. Absent in the last one. */
  readonly cursor?: string;
}

/** The filters of a list, checked. */
interface Filters extends Omit<ListQuery, "limit" | "order" | "after"> {
  /** The journal does not distinguish `sending` from `unfinished`. Sorted. */
  readonly statuses?: readonly ListedStatus[];
}

const [defaultLimit, maxLimit] = [100, 1000];

const stateNames = Object.keys(states) as readonly RefundState[];

/** @throws {RefundError} with all problems, if the request is invalid */
export async function listRefunds(store: JournalStore, given: unknown): Promise<RefundPage> {
  const { filters, limit, cursor } = readRequest(given);
  const list = canonical(filters);
  const after = cursor === undefined ? undefined : await positionIn(cursor, list);
  // One more than asked for: it says whether another page follows.
  const found = await matching(store, filters, limit + 1, after);
  const refunds = found.slice(0, limit);
  const last = found.length > limit ? refunds.at(-1) : undefined;
  return { refunds, ...(last && { cursor: await cursorAt(placeOf(last), list) }) };
}

const placeOf = ({ openedAt, key }: RefundRecord) => ({ openedAt: openedAt.getTime(), key });

async function matching(
  store: JournalStore,
  { statuses, ...query }: Filters,
  limit: number,
  start: ListQuery["after"],
): Promise<readonly RefundRecord[]> {
  const found: RefundRecord[] = [];
  for (let after = start; ; ) {
    const page = await store.list({ ...query, limit, ...(after && { after }) });
    const refunds = page.map(describe);
    found.push(...refunds.filter((refund) => !statuses || isOneOf(statuses, refund)));
    after = page.at(-1);
    if (found.length >= limit || page.length < limit || !after) return found.slice(0, limit);
  }
}

const isOneOf = (statuses: readonly ListedStatus[], { status, open }: RefundRecord): boolean =>
  statuses.includes(status) || (open && statuses.includes("open"));

function readRequest(given: unknown = {}) {
  const names = ["account", "payment", "status", "since", "until", "limit", "cursor"];
  const { values, problems } = readFields(given, names, "", "request");
  const { account, payment, status, limit = defaultLimit, cursor } = values;
  if (account !== undefined && (typeof account !== "string" || account === "")) {
    problems.push({ field: "account", message: "must be the name of an account" });
  }
  const identifiers = payment === undefined ? undefined : readPayment(payment, account, problems);
  const statuses = status === undefined ? undefined : readStatuses(status, problems);
  const [since, until] = (["since", "until"] as const).map((field) =>
    values[field] === undefined ? undefined : readTime(field, values[field], problems),
  );
  if (!Number.isSafeInteger(limit) || Number(limit) < 1 || Number(limit) > maxLimit) {
    problems.push({ field: "limit", message: `must be an integer from 1 to ${maxLimit}` });
  }
  if (problems.length > 0) throw new RefundError("invalid_request", "refunds", problems);
  const filters: Filters = {
    ...(account !== undefined && { account: account as string }),
    ...(identifiers && { payment: paymentText(account as string, identifiers) }),
    ...(statuses && { statuses, states: stateNames.filter((name) => isCovered(name, statuses)) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  return { filters, limit: limit as number, cursor };
}

function readPayment(
  payment: unknown,
  account: unknown,
  problems: Problem[],
): Readonly<Record<string, string>> {
  if (account === undefined) {
    problems.push({ field: "account", message: "must be given with payment" });
  }
  const given = typeof payment === "object" && payment !== null ? Object.entries(payment) : [];
  const isValid = ([, value]: [string, unknown]) =>
    Number.isSafeInteger(value) || (typeof value === "string" && value !== "");
  if (given.length === 0 || !given.every(isValid)) {
    const message = "must be an object of the payment's identifiers, such as { id: 'x' }";
    problems.push({ field: "payment", message });
  }
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function readStatuses(status: unknown, problems: Problem[]): readonly ListedStatus[] {
  const statuses: readonly unknown[] = Array.isArray(status) ? status : [status];
  if (statuses.length === 0 || !statuses.every((one) => allStatuses.includes(one as ListedStatus)))
    problems.push({ field: "status", message: `must be of ${allStatuses.join(", ")}` });
  return [...new Set(statuses as readonly ListedStatus[])].sort();
}

const allStatuses: readonly ListedStatus[] = [
  "open",
  "sending",
  "unfinished",
  ...stateNames.filter((name) => name !== "leaving"),
];

/** Whether records in this state can have one of the statuses. */
function isCovered(state: RefundState, statuses: readonly ListedStatus[]): boolean {
  if (statuses.includes("open") && states[state].open) return true;
  if (state !== "leaving") return statuses.includes(state);
  return statuses.includes("sending") || statuses.includes("unfinished");
}
