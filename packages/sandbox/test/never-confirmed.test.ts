/** A provider whose answer never confirms a refund: what it accepts stays pending. */
import { describe, expect, test } from "vitest";
import { createSandboxOf } from "../src/sandbox.ts";
import type { SimulatorTable } from "../src/simulator-table.ts";
import { testSituations } from "./fixtures/situations.ts";
import { bearerTable } from "./fixtures/tables.ts";

const { refunded: _, ...answers } = bearerTable.answers;
const table: SimulatorTable = {
  ...bearerTable,
  answers,
  states: { paid: "paid", refunded: "gone", refund_pending: "waits" },
  payments: bearerTable.payments.filter(({ always }) => always !== "pending"),
};

describe("every situation", () => testSituations(table));

test("the provider says so, and others say that they confirm", async () => {
  const { providers } = await createSandboxOf([table, { ...bearerTable, provider: "other" }]);
  expect(providers.map(({ confirms }) => confirms)).toEqual([false, true]);
});

test("a table needs one of the two answers", async () => {
  const { pending: _, ...neither } = answers;
  await expect(createSandboxOf([{ ...table, answers: neither }])).rejects.toThrow(
    "bearer: answers.refunded is missing.",
  );
});
