import { expect, test } from "vitest";
import {
  type Account,
  createRefunds,
  isRefundError,
  memoryJournal,
  type Outcome,
  RefundError,
} from "../src/index.ts";
import { ownCheck } from "./support/own-check.ts";

const succeeded: Outcome = {
  status: "succeeded",
  because: "provider_answered",
  retryable: false,
  provider: "own",
  raw: { status: 200, body: "{}" },
  answer: {},
};

/** A custom client that accepts any request and returns the given outcomes in order. */
function own(...answers: (() => Promise<Outcome>)[]) {
  const received: unknown[] = [];
  const account: Account = {
    provider: "own",
    timeoutMs: 50,
    check: ownCheck,
    refund: (request) => {
      received.push(request);
      return (answers.shift() ?? (() => Promise.resolve(succeeded)))();
    },
  };
  const journal = memoryJournal();
  return {
    received,
    account,
    journal,
    refunds: createRefunds({ accounts: { own: account }, journal }),
  };
}

const refundRequest = { account: "own", key: "k", payment: { id: 1 } } as const;

test("the client gets the request and the key", async () => {
  const { received, refunds } = own();
  await refunds.refund({
    ...refundRequest,
    reason: "damaged",
    refundable: { value: 5, currency: "EUR" },
  });
  expect(received).toEqual([{ key: "k", payment: { id: 1 }, reason: "damaged" }]);
});

test("a client that rejects the request in refund() does not use up the key", async () => {
  const { journal, refunds } = own(() =>
    Promise.reject(new RefundError("invalid_options", "own", [])),
  );
  await expect(refunds.refund(refundRequest)).rejects.toSatisfy(isRefundError);
  expect(await journal.open()).toEqual([]);
  expect(await refunds.refund(refundRequest)).toMatchObject({ status: "succeeded" });
});

test("any other error of a client proves nothing", async () => {
  const { received, refunds } = own(() => Promise.reject(new Error("a bug")));
  await expect(refunds.refund(refundRequest)).rejects.toThrow("a bug");
  expect(await refunds.refund(refundRequest)).toMatchObject({
    status: "unknown",
    because: "unfinished",
  });
  expect(received).toHaveLength(1);
});

test("an identifier as a number and as a string is the same payment", async () => {
  const { refunds } = own(() =>
    Promise.resolve({
      status: "unknown",
      provider: "own",
      because: "timeout",
      retryable: false,
      message: "late",
    }),
  );
  await refunds.refund(refundRequest);
  expect(
    await refunds.refund({ ...refundRequest, key: "other", payment: { id: "1" } }),
  ).toMatchObject({
    status: "not_sent",
    because: "payment_blocked",
    retryable: false,
    blockedBy: "k",
  });
});

test("a client whose check() returns nothing is rejected, and nothing is sent", async () => {
  const { received, account } = own();
  const accounts = { own: { ...account, check: () => undefined as never } };
  await expect(createRefunds({ accounts }).refund(refundRequest)).rejects.toThrow("check()");
  expect(received).toEqual([]);
});
