import { describe, expect, test } from "vitest";
import { simulators } from "../../src/generated/simulators.ts";
import type { Balance } from "../../src/simulator/ledger.ts";
import { merchantOf } from "../fixtures/merchant.ts";
import { bearerTable, envelopeTable, formTable, tables } from "../fixtures/tables.ts";

const withFault = (fault: string) => (request: { headers: object }) =>
  ({ ...request, headers: { ...request.headers, "x-refunds-fault": fault } }) as never;

describe("twice_the_amount", () => {
  test("doubles the refunded amount, not the paid amount", async () => {
    const { sandbox, refund } = await merchantOf(envelopeTable);
    const subject = {
      payment: { orderId: 4923 },
      amount: { value: 5000, currency: "HKD" },
    } as const;
    const { body } = await refund(subject, withFault("twice_the_amount"));
    expect(body).toMatchObject({ order: { id: 4923, back: 100, left: 200 } });
    expect(sandbox.refunds[0]?.amount.value).toBe(5000);
    expect(sandbox.provider("envelope").payments[1]?.remaining).toBe(20000);
  });

  test("does nothing to an answer without an amount", async () => {
    const { sandbox, refund } = await merchantOf(formTable);
    const [payment] = sandbox.provider("form").payments as [Balance];
    expect((await refund(payment, withFault("twice_the_amount"))).body).toMatchObject({
      success: true,
    });
    expect(sandbox.requests[0]).toMatchObject({ moved: true, harmless: true });
  });
});

test("another_payment uses another payment of the same merchant, with all its identifiers", async () => {
  const { sandbox, refund } = await merchantOf(envelopeTable);
  const [payment] = sandbox.provider("envelope").payments as [Balance];
  const { body } = await refund(
    { payment: payment.payment, amount: { value: 1, currency: "KWD" } },
    withFault("another_payment"),
  );
  expect(body).toMatchObject({ order: { id: 4923, back: 0.001 } });
  expect(sandbox.refunds[0]?.payment).toEqual(payment.payment);
});

describe("unseen_status", () => {
  test("is in the last status field", async () => {
    const { refund } = await merchantOf(bearerTable);
    const pending = bearerTable.payments.find(({ always }) => always === "pending") as Balance;
    expect((await refund(pending, withFault("unseen_status"))).body).toEqual({
      ok: true,
      state: "unseen_status",
    });
  });

  test("replaces the payment's state in a query", async () => {
    const { write, sandbox } = await merchantOf(bearerTable);
    const { url, ...init } = await write("query", { payment: { id: "p-1" } });
    const answer = await sandbox.fetch(url, withFault("unseen_status")(init));
    expect(await answer.json()).toEqual({ ok: true, state: "unseen_status", refunded: "0" });
  });
});

describe.each([...tables, ...simulators])("$provider", (table) => {
  test.each(["twice_the_amount", "another_payment", "unseen_status"])(
    "%s changes the answer or is marked as harmless, and moves the money once",
    async (fault) => {
      const { sandbox, refund, write } = await merchantOf(table, { now: () => 1_700_000_000_000 });
      const [payment] = table.payments as [Balance];
      // The same request, because some answers repeat its key.
      const request = await write("refund", payment);
      const correct = await refund(payment, () => request);
      sandbox.reset();
      const { body, status } = await refund(payment, () => withFault(fault)(request));
      const [received] = sandbox.requests;
      expect(status).toBe(correct.status);
      expect(received).toMatchObject({ fault, moved: true, situation: correct.situation });
      if (received?.harmless) expect(body).toEqual(correct.body);
      else expect(body).not.toEqual(correct.body);
      expect(sandbox.refunds).toHaveLength(1);
    },
  );
});
