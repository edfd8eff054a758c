import { describe, expect, test } from "vitest";
import { simulators } from "../../src/generated/simulators.ts";
import type { Balance } from "../../src/simulator/ledger.ts";
import { merchantOf } from "../fixtures/merchant.ts";
import { bearerTable, envelopeTable, formTable, tables } from "../fixtures/tables.ts";

const asking = (fault: string) => (request: { headers: object }) =>
  ({ ...request, headers: { ...request.headers, "x-refunds-fault": fault } }) as never;

describe("twice_the_amount", () => {
  test("is what was refunded, not what was paid", async () => {
    const { sandbox, refund } = await merchantOf(envelopeTable);
    const subject = {
      payment: { orderId: 4923 },
      amount: { value: 5000, currency: "HKD" },
    } as const;
    const { body } = await refund(subject, asking("twice_the_amount"));
    expect(body).toMatchObject({ order: { id: 4923, back: 100, left: 200 } });
    expect(sandbox.refunds[0]?.amount.value).toBe(5000);
    expect(sandbox.provider("envelope").payments[1]?.remaining).toBe(20000);
  });

  test("finds nothing in an answer without an amount", async () => {
    const { sandbox, refund } = await merchantOf(formTable);
    const [payment] = sandbox.provider("form").payments as [Balance];
    expect((await refund(payment, asking("twice_the_amount"))).body).toMatchObject({
      success: true,
    });
    expect(sandbox.requests[0]).toMatchObject({ moved: true, harmless: true });
  });
});

test("another_payment is one of the same merchant, whole", async () => {
  const { sandbox, refund } = await merchantOf(envelopeTable);
  const [payment] = sandbox.provider("envelope").payments as [Balance];
  const { body } = await refund(
    { payment: payment.payment, amount: { value: 1, currency: "KWD" } },
    asking("another_payment"),
  );
  expect(body).toMatchObject({ order: { id: 4923, back: 0.001 } });
  expect(sandbox.refunds[0]?.payment).toEqual(payment.payment);
});

describe("unseen_status", () => {
  test("stands in the last place there is", async () => {
    const { refund } = await merchantOf(bearerTable);
    const pending = bearerTable.payments.find(({ always }) => always === "pending") as Balance;
    expect((await refund(pending, asking("unseen_status"))).body).toEqual({
      ok: true,
      state: "unseen_status",
    });
  });

  test("is the payment's state in a query", async () => {
    const { write, sandbox } = await merchantOf(bearerTable);
    const { url, ...init } = await write("query", { payment: { id: "p-1" } });
    const answer = await sandbox.fetch(url, asking("unseen_status")(init));
    expect(await answer.json()).toEqual({ ok: true, state: "unseen_status", refunded: "0" });
  });
});

describe.each([...tables, ...simulators])("$provider", (table) => {
  test.each(["twice_the_amount", "another_payment", "unseen_status"])(
    "%s changes the answer, or says that it cannot, and moves the money once",
    async (fault) => {
      const { sandbox, refund } = await merchantOf(table, { now: () => 1_700_000_000_000 });
      const [payment] = table.payments as [Balance];
      const honest = await refund(payment);
      sandbox.reset();
      const { body, status } = await refund(payment, asking(fault));
      const [request] = sandbox.requests;
      expect(status).toBe(honest.status);
      expect(request).toMatchObject({ fault, moved: true, situation: "refunded" });
      if (request?.harmless) expect(body).toEqual(honest.body);
      else expect(body).not.toEqual(honest.body);
      expect(sandbox.refunds).toHaveLength(1);
    },
  );
});
