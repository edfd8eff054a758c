import type { JournalRecord } from "../records/record.ts";
import { type JournalStore, scopeOf } from "../store.ts";

export interface ConformanceOptions {
  /**
   * Opens the journal of this name (lower-case letters, digits, underscores); a name never used before is an empty
   * journal. For a name that is open already: another store over the same journal, as another process would have.
   */
  readonly open: (name: string) => JournalStore | Promise<JournalStore>;
  /** False for a journal that nothing outlives and nobody shares, as in memory. True by default. */
  readonly shared?: boolean;
  /** How many records the check of volume writes. 10,000 by default. */
  readonly records?: number;
}

/** One promise of a journal. */
export interface ConformanceCheck {
  readonly name: string;
  /** Rejects with an `Error` that says what is not so. */
  readonly run: () => Promise<void>;
}

/** Gives a check what it needs, and closes what it has opened. */
export const check = (
  { open }: ConformanceOptions,
  name: string,
  body: (another: () => Promise<JournalStore>) => Promise<void>,
): ConformanceCheck => ({
  name,
  async run() {
    const journal = `conformance_${crypto.randomUUID().replaceAll("-", "")}`;
    const opened: JournalStore[] = [];
    try {
      await body(async () => {
        const store = await open(journal);
        opened.push(store);
        return store;
      });
    } finally {
      for (const store of opened) await store.close();
    }
  },
});

/** A record that is `leaving`; the rest as given. */
export const recordOf = (given: Partial<JournalRecord> = {}): JournalRecord => ({
  key: "order-1/refund-1",
  account: "shop",
  provider: "somebody",
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

/** Writes the record, whatever was there. */
export const put = (store: JournalStore, record: JournalRecord): Promise<void> =>
  store.transact(scopeOf(record), () => ({ write: record, result: undefined }));

/** The record of the key, and the keys of the payment's records. */
export const look = (store: JournalStore, key: string, payment = "payment-1") =>
  store.transact({ key, payment }, ({ record, ofPayment }) => ({
    result: { record, keys: ofPayment.map((each) => each.key) },
  }));

/** Throws where the two are not the same data. */
export function assertSame(actual: unknown, expected: unknown, what: string) {
  const at = difference(actual, expected, "");
  if (at === undefined) return;
  throw new Error(
    `${what}: ${at.path || "the whole"} should be ${shown(at.expected)}, and is ${shown(at.actual)}`,
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

/** Gives what the promise rejects with; throws where it resolves. */
export async function rejection(promise: Promise<unknown>, what: string): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`${what} should reject, and resolves with ${shown(value)}`);
}
