import { expect, test } from "vitest";
import type { SimulatedAnswer } from "../src/simulator-table.ts";
import { merchantOf } from "./fixtures/merchant.ts";
import { bearerTable } from "./fixtures/tables.ts";

const queried: SimulatedAnswer = {
  http: 200,
  body: [{ key: null, amount: null, type: "Refund" }],
  fill: [
    { at: "/0/key", from: "key", as: "string" },
    { at: "/0/amount", from: "refund.amount", as: "integer" },
  ],
  each: "",
};

test("an answer that is a list has an element for each refund", async () => {
  const merchant = await merchantOf({
    ...bearerTable,
    refundIdAt: "/refund/id",
    answers: { ...bearerTable.answers, queried },
  });
  const payment = { id: "p-1" };
  const asked = async () => (await merchant.query({ payment })).body;
  expect(await asked()).toEqual([]);
  for (const value of [100, 200]) {
    await merchant.refund({ payment, amount: { value, currency: "CAD" } });
  }
  expect(await asked()).toEqual([
    { key: "", amount: 100, type: "Refund" },
    { key: "", amount: 200, type: "Refund" },
  ]);
});
