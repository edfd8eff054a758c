import { setTimeout } from "node:timers/promises";
import { valueAt } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { simulators } from "../src/generated/simulators.ts";
import { type Merchant, merchantOf } from "./fixtures/merchant.ts";

const withIds = simulators.filter(({ refundIdAt }) => refundIdAt !== undefined);

/** The id of the first refund of the first sample payment. */
async function firstIdOf({ refund }: Merchant, table: (typeof simulators)[number]) {
  const [sample] = table.payments;
  if (!sample || table.refundIdAt === undefined) throw new Error("There is nothing to refund.");
  const { status, body } = await refund({ payment: sample.payment, amount: sample.amount });
  expect(status).toBeLessThan(300);
  return JSON.stringify(valueAt(body, table.refundIdAt));
}

test.each(withIds)(
  "$provider repeats no id with uniqueIds, after a reset or in a new sandbox",
  async (table) => {
    const first = await merchantOf(table, { uniqueIds: true });
    const ids = [await firstIdOf(first, table)];
    first.sandbox.reset();
    ids.push(await firstIdOf(first, table));
    await setTimeout(2);
    const second = await merchantOf(table, { uniqueIds: true });
    ids.push(await firstIdOf(second, table));
    expect(new Set(ids).size).toBe(3);
    expect(second.sandbox.refunds).toMatchObject([{ number: 1 }]);
  },
);
