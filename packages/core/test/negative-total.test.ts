import { type EvidenceTable, prove } from "@refunds/core/provider";
import { expect, test } from "vitest";

const table: EvidenceTable = {
  echo: [],
  refunded: {
    at: "/refunded",
    all: "/amount",
    currency: "/currency",
    money: { unit: "minor", as: "integer", negative: true },
  },
  rules: [{ when: { refunded: "this" }, proves: "succeeded" }],
};
const part = { payment: { id: "p-1" }, amount: { value: 60, currency: "EUR" } };
const full = { payment: { id: "p-1" } };

test.each([
  ["what was refunded", part, { refunded: -60, amount: 100 }, "succeeded"],
  ["a total without the minus", part, { refunded: 60, amount: 100 }, undefined],
  ["another total", part, { refunded: -50, amount: 100 }, undefined],
  ["all of the payment, which has no minus", full, { refunded: -100, amount: 100 }, "succeeded"],
  ["part of the payment", full, { refunded: -60, amount: 100 }, undefined],
  ["a payment with a minus", full, { refunded: -100, amount: -100 }, undefined],
])("%s", (_, asked, answer, proves) => {
  const raw = { status: 200, body: JSON.stringify({ ...answer, currency: "EUR" }) };
  const others = { happened: [], pending: [], uncertain: false };
  expect(prove(table, asked, others, raw, 0)?.proves).toBe(proves);
});
