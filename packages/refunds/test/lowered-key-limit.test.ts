/** A provider's key limit is lowered in an update while a journal has refunds with longer keys. */
import { RefundError } from "@refunds/core";
import { expect, test } from "vitest";
import { type Account, createRefunds, type JournalStore, memoryJournal } from "../src/index.ts";

/** A shop whose client takes keys of so many characters, and loses the first answer to each. */
function limitedTo(most: number, journal: JournalStore) {
  const sent: string[] = [];
  const within = (key: string) => {
    if (key.length <= most) return;
    const message = `must be at most ${most} characters long`;
    throw new RefundError("invalid_request", "limited", [{ field: "key", message }]);
  };
  const account = {
    provider: "limited",
    timeoutMs: 100,
    evidence: { echo: [], rules: [], sameKey: { for: 86_400, answers: "first", body: "same" } },
    check: (request: { readonly payment: object; readonly key: string }) => {
      within(request.key);
      return { payment: request.payment, request };
    },
    refund: async ({ key }: { readonly key: string }) => {
      within(key);
      sent.push(key);
      return {
        provider: "limited",
        status: "unknown",
        because: "timeout",
        retryable: false,
        message: "",
      };
    },
  };
  const refunds = createRefunds({ accounts: { eu: account as unknown as Account }, journal });
  const refund = (key: string) =>
    refunds.refund({
      ...{ account: "eu", key, payment: { id: key }, amount: { value: 100, currency: "EUR" } },
      refundable: { value: 100, currency: "EUR" },
    } as never);
  return { refunds, refund, sent };
}

const long = "k".repeat(64);

async function updated() {
  const journal = memoryJournal();
  expect((await limitedTo(64, journal).refund(long)).status).toBe("unknown");
  return limitedTo(50, journal);
}

test("the refund can be reconciled and resumed, which sends nothing and says why", async () => {
  const { refunds, sent } = await updated();
  const why = expect.stringContaining("must be at most 50 characters long");
  expect(await refunds.reconcile(long)).toMatchObject({ status: "unknown", message: why });
  expect(await refunds.resume()).toMatchObject([
    { key: long, outcome: { status: "unknown", message: why } },
  ]);
  expect(sent).toEqual([]);
});

test("the refund can be recorded and read", async () => {
  const { refunds } = await updated();
  const evidence = { status: "succeeded", by: "Ana, in the dashboard" } as const;
  expect(await refunds.record(long, evidence)).toMatchObject({ status: "succeeded" });
  expect(await refunds.get(long)).toMatchObject({ status: "succeeded", open: false });
});

test("a new refund with such a key is refused", async () => {
  const { refund, sent } = await updated();
  await expect(refund("n".repeat(64))).rejects.toMatchObject({ code: "invalid_request" });
  expect(sent).toEqual([]);
});
