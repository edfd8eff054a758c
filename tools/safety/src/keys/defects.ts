/** Defects in how keys are used again, inserted to check that the schedules find them. */
import type { EvidenceTable } from "@refunds/core/provider";
import type { JournalRecord, JournalStore } from "@refunds/journal";
import type { Account } from "refunds";

export const keyDefects = {
  "after-the-window": "a request is sent again after the provider may have forgotten its key",
  "from-the-last-send": "the provider's time is counted from when the request last left",
  "clock-not-compared": "a request is sent again although the clock was set back",
  "another-key": "a request is sent again under another key",
  "front-believed": "an error from in front of the keys is taken for the refund's own decline",
  "forgotten-believed": "an error that is not remembered is taken for the refund's own decline",
  "amount-not-compared": "an answer under the key is believed without its amount",
} as const;

export type KeyDefect = keyof typeof keyDefects;

export const keyDefectNames = Object.keys(keyDefects) as readonly KeyDefect[];

type SameKey = NonNullable<EvidenceTable["sameKey"]>;

/** What the table says about keys, with a defect. */
export function defectiveKeys(sameKey: SameKey, defect: KeyDefect | undefined): SameKey {
  const { forgets: _, ...rest } = sameKey;
  const seconds = sameKey.for ?? 0;
  switch (defect) {
    case "after-the-window":
      return { ...sameKey, for: 10 * seconds };
    case "forgotten-believed":
      return rest;
    default:
      return sameKey;
  }
}

/** The client, with a defect in what it sends or how it reads answers. */
export function defectiveAccount(account: Account, defect: KeyDefect | undefined): Account {
  const refund = account.refund as (...given: unknown[]) => ReturnType<Account["refund"]>;
  const sent = new Set<string>();
  switch (defect) {
    case "another-key":
      return {
        ...account,
        refund(request: { readonly key: string }, ...rest: unknown[]) {
          const { key } = request;
          const isAgain = sent.has(key);
          sent.add(key);
          return refund(isAgain ? { ...request, key: `${key}/again` } : request, ...rest);
        },
      } as Account;
    case "front-believed":
      return {
        ...account,
        async refund(...given: unknown[]) {
          const outcome = await refund(...given);
          const isFront = outcome.status === "declined" && outcome.reason === "unauthorized";
          if (!isFront) return outcome;
          return { ...outcome, reason: "not_refundable", raw: { status: 402, body: "{}" } };
        },
      } as Account;
    default:
      return account;
  }
}

/** The journal, with a defect in the rule that sends a request again. */
export function defectiveJournal(store: JournalStore, defect: KeyDefect | undefined): JournalStore {
  const view = defect && views[defect];
  if (!view) return store;
  return {
    open: async () => (await store.open()).map(view),
    lease: (request) => store.lease(request),
    list: async (query) => (await store.list(query)).map(view),
    get: (key) => store.get(key),
    close: () => store.close(),
    transact: (scope, decide) =>
      store.transact(scope, (found) =>
        decide({
          ...found,
          ...(found.record && { record: view(found.record) }),
          ofPayment: found.ofPayment.map(view),
        }),
      ),
  };
}

/** What a broken rule would see of a record. */
const views: Partial<Record<KeyDefect, (record: JournalRecord) => JournalRecord>> = {
  "from-the-last-send"(record) {
    const last = record.history.findLast(({ what }) => what === "sent")?.at ?? 0;
    const history = record.history.map((one) => (one.what === "sent" ? { ...one, at: last } : one));
    return { ...record, history };
  },
  "clock-not-compared"(record) {
    const now = Date.now();
    const past = (at: number) => Math.min(at, now);
    return {
      ...record,
      history: record.history.map((one) => ({ ...one, at: past(one.at) })),
      openedAt: past(record.openedAt),
      changedAt: past(record.changedAt),
    };
  },
};
