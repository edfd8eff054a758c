import type { JournalRecord } from "../records/record.ts";
import { type JournalStore, scopeOf } from "../store.ts";

export interface ConformanceOptions {
  /**
   * Opens the journal with this name (lower-case letters, digits, underscores). A new name is an empty journal. If the
   * journal is already open, returns another store on it, as a second process would open.
   */
  readonly open: (name: string) => JournalStore | Promise<JournalStore>;
  /** False for a journal that is neither durable nor shared, for example in memory. True by default. */
  readonly shared?: boolean;
  /** How many records the volume check writes. 10,000 by default. */
  readonly records?: number;
}

/** One guarantee of a journal. */
export interface ConformanceCheck {
  readonly name: string;
  /** Rejects with an `Error` that describes the failure. */
  readonly run: () => Promise<void>;
}

/** What checks do, by their names. `another` opens stores of one new journal; they are closed after the check. */
export type Checks = Readonly<
  Record<
    string,
    (another: () => Promise<JournalStore>, options: ConformanceOptions) => Promise<void>
  >
>;

/** The checks of every one of these. */
export const forEach = <T>(all: readonly T[], checks: (one: T) => Checks): Checks =>
  Object.assign({}, ...all.map(checks));

export const checksOf = (options: ConformanceOptions, checks: Checks): ConformanceCheck[] =>
  Object.entries(checks).map(([name, body]) => ({
    name,
    async run() {
      const journal = `conformance_${crypto.randomUUID().replaceAll("-", "")}`;
      const opened: JournalStore[] = [];
      try {
        await body(async () => {
          const store = await options.open(journal);
          opened.push(store);
          return store;
        }, options);
      } finally {
        for (const store of opened) await store.close();
      }
    },
  }));

/** A `leaving` record, with the given fields. */
export const recordOf = (given: Partial<JournalRecord> = {}): JournalRecord => ({
  key: "order-1/refund-1",
  account: "shop",
  provider: "acme",
  payment: "payment-1",
  request: '{"amount":{"currency":"EUR","value":1050}}',
  amount: { value: 1050, currency: "EUR" },
  state: "leaving",
  attempt: 1,
  sendingUntil: 1_767_225_630_000,
  history: [{ what: "sent", at: 1_767_225_600_000, attempt: 1 }],
  openedAt: 1_767_225_600_000,
  changedAt: 1_767_225_600_000,
  ...given,
});

/** Writes the record, or replaces the one with its key. */
export const put = (store: JournalStore, record: JournalRecord): Promise<void> =>
  store.transact(scopeOf(record), () => ({ write: record, result: undefined }));

/** The record of the key, and the keys of all records of the payment. */
export const look = (store: JournalStore, key: string, payment = "payment-1") =>
  store.transact({ key, payment }, ({ record, ofPayment }) => ({
    result: { record, keys: ofPayment.map((each) => each.key) },
  }));

/** Throws if the two values are not deeply equal. */
export function assertSame(actual: unknown, expected: unknown, what: string) {
  const at = difference(actual, expected, "");
  if (at === undefined) return;
  throw new Error(
    `${what}: expected ${shown(at.expected)} at ${at.path || "the root"}, got ${shown(at.actual)}`,
  );
}

interface Difference {
  readonly path: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

function difference(actual: unknown, expected: unknown, path: string): Difference | undefined {
  const bothObjects =
    typeof actual === "object" &&
    typeof expected === "object" &&
    actual !== null &&
    expected !== null;
  if (!bothObjects || Array.isArray(actual) !== Array.isArray(expected)) {
    return actual === expected ? undefined : { path, actual, expected };
  }
  for (const name of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const [a, b] = [actual, expected].map((each) => (each as Record<string, unknown>)[name]);
    const found = difference(a, b, `${path}/${name}`);
    if (found) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
}

/** Resolves with the error of the promise. Throws if the promise resolves. */
export async function rejection(promise: Promise<unknown>, what: string): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`expected ${what} to reject, but it resolved with ${shown(value)}`);
}
