/** Takes up what other processes, or this one in another life, left open. */
import { isJournalError, type JournalStore } from "@refunds/journal";
import type { AccountOutcome } from "./account.ts";
import { unfinished } from "./local-outcomes.ts";
import { listOpen, type OpenRefund } from "./open-refunds.ts";

/** A refund that was open: `status` is what it was, `outcome` what is known of it now. */
export interface ResumedRefund extends OpenRefund {
  readonly outcome: AccountOutcome;
}

/** How many queries are under way at once. */
const atOnce = 4;

/** @param reconcile what `reconcile(key)` does */
export async function resumeAll(
  store: JournalStore,
  reconcile: (key: string) => Promise<AccountOutcome>,
): Promise<ResumedRefund[]> {
  const open = await listOpen(store);
  const resumed: ResumedRefund[] = [];
  const left = open.entries();
  async function work() {
    for (const [at, refund] of left) resumed[at] = await resume(refund, reconcile);
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return resumed;
}

async function resume(
  refund: OpenRefund,
  reconcile: (key: string) => Promise<AccountOutcome>,
): Promise<ResumedRefund> {
  try {
    return { ...refund, outcome: await reconcile(refund.key) };
  } catch (error) {
    if (isJournalError(error)) throw error;
    // Whatever keeps this one from being asked about must not keep the others.
    const {
      provider,
      account,
      outcome = { ...unfinished({ provider, account }), account },
    } = refund;
    if (outcome.status !== "unknown") return { ...refund, outcome };
    return { ...refund, outcome: { ...outcome, message: `${outcome.message} ${error}` } };
  }
}
