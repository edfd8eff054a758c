/** A journal with refunds whose replies were lost. */
import {
  type JournalRecord,
  type JournalStore,
  memoryJournal,
  type RefundOutcome,
} from "../../src/index.ts";

const outcome = {
  status: "unknown",
  because: "timeout",
  retryable: false,
  provider: "acme",
  account: "shop",
  message: "No answer came.",
} as RefundOutcome;

/** Writes a refund that is unknown, sent now. */
export async function lose(
  store: JournalStore,
  key: string,
  given: Partial<JournalRecord> = {},
): Promise<void> {
  const at = Date.now();
  const write = {
    key,
    account: "shop",
    provider: "acme",
    payment: JSON.stringify(["shop", { id: key }]),
    request: '{"account":"shop"}',
    state: "settled",
    attempt: 1,
    sendingUntil: at + 45_000,
    outcome,
    history: [{ what: "sent", at, attempt: 1 }],
    openedAt: at,
    changedAt: at,
    ...given,
  } as const;
  await store.transact({ key, payment: write.payment }, () => ({ write, result: undefined }));
}

export async function lost(...keys: readonly string[]): Promise<JournalStore> {
  const store = memoryJournal();
  for (const key of keys) await lose(store, key);
  return store;
}
