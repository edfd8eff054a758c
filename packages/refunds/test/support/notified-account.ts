/** An account whose answers, query and notifications a test decides. Signatures are tested in core. */
import type { EvidenceTable, Notification, NotifiedEvent } from "@refunds/core";
import {
  type Account,
  createRefunds,
  type JournalStore,
  type Observer,
  type Outcome,
} from "../../src/index.ts";
import { ownCheck } from "./own-check.ts";

export const answered = (status: "succeeded" | "pending", refundId?: string): Outcome => ({
  status,
  because: "provider_answered",
  retryable: false,
  provider: "own",
  raw: { status: 200, body: "{}" },
  answer: {},
  ...(refundId !== undefined && { refundId }),
});

const lost: Outcome = {
  status: "unknown",
  because: "connection_lost",
  retryable: false,
  provider: "own",
  message: "The connection broke.",
};

export const request = (key: string, id = 1) =>
  ({ account: "own", key, payment: { id }, amount: { value: 1050, currency: "EUR" } }) as const;

const event = (given: Partial<NotifiedEvent> = {}): NotifiedEvent => ({
  status: "succeeded",
  confirm: false,
  by: "/type refund.done",
  payments: [{ id: "1" }],
  amount: { value: 1050, currency: "EUR" },
  ...given,
});

export function notifiedShop(
  journal: JournalStore,
  evidence: Partial<EvidenceTable> = {},
  observe: Observer = () => {},
) {
  const queries: unknown[] = [];
  const state = {
    /** How many refunds were sent. */
    sent: 0,
    /** What the next refunds are answered with. */
    answers: [] as (Outcome | Promise<Outcome>)[],
    /** The state of the refund that the query answers with. */
    queried: "open" as string,
    /** The provider's id of the refund in that answer. */
    queriedId: undefined as string | undefined,
  };
  const account: Account & { notification: (request: never) => Promise<Notification> } = {
    provider: "own",
    timeoutMs: 50,
    check: ownCheck,
    refund: async () => {
      state.sent += 1;
      return state.answers.shift() ?? lost;
    },
    async query(request) {
      queries.push(request);
      const body = JSON.stringify({ state: state.queried, id: state.queriedId });
      return { status: "found", provider: "own", answer: {}, raw: { status: 200, body } };
    },
    evidence: {
      asks: ["key"],
      echo: [],
      rules: [
        { when: { "/state": "done" }, proves: "succeeded" },
        { when: { "/state": "failed" }, proves: "declined", reason: "unspecified" },
      ],
      ...evidence,
    },
    notification: async (given: Partial<Notification>) => ({
      verified: true,
      events: [],
      response: new Response("ok"),
      ...given,
    }),
  };
  const refunds = createRefunds({
    accounts: { own: account, other: { ...account } },
    journal,
    observe,
  });
  /** Delivers a signed notification with this event. */
  const deliver = (given: Partial<NotifiedEvent>, more: Partial<Notification> = {}, to = "own") =>
    refunds.notification(
      to as "own",
      {
        events: [event(given)],
        ...more,
      } as unknown as Parameters<typeof refunds.notification>[1],
    );
  const statusOf = async (key: string) => (await refunds.get(key))?.status;
  return { refunds, state, queries, deliver, statusOf };
}
