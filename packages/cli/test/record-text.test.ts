import type { RefundRecord } from "refunds";
import { expect, test } from "vitest";
import { recordText } from "../src/output/record-text.ts";

test("the history says after which notification the provider was asked", () => {
  const at = Date.UTC(2026, 10, 28, 14, 2);
  const record: RefundRecord = {
    key: "k1",
    account: "shop",
    provider: "own",
    payment: { id: "1" },
    status: "succeeded",
    open: false,
    blocksPayment: false,
    request: { account: "shop", key: "k1", payment: { id: "1" } } as never,
    history: [
      {
        what: "evidence",
        at,
        attempt: 1,
        status: "succeeded",
        because: "query_proved",
        by: "own's answer to the query: /state done",
        after: "notification ev_1 of own: /type refund.done",
        refundId: "re_1",
      },
    ],
    openedAt: new Date(at),
    changedAt: new Date(at),
  };
  expect(recordText(record)).toContain(
    "own's answer to the query: /state done, asked after notification ev_1 of own: /type refund.done, refund re_1",
  );
});
