import type { ProviderTable } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { acorn, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

/** The amount as a number, in a form. */
const formWith = (amountAt: "body#/amount" | "body#/order/amount"): ProviderTable => ({
  ...acornTable,
  refund: {
    ...acornTable.refund,
    media: "form",
    jsonText: ["/order"],
    send: acornTable.refund.send.map((placement) =>
      placement.from === "amount"
        ? { ...placement, to: amountAt, money: { unit: "minor", as: "integer" } }
        : placement,
    ),
  },
});

test.each([
  ["body#/amount", "amount=1050&currency=EUR"],
  ["body#/order/amount", "order=%7B%22amount%22%3A1050%7D&currency=EUR"],
] as const)("an amount that is a number, at %s of a form", async (at, body) => {
  const { fetch, calls } = fakeFetch(() => json({}));
  await acorn({ fetch }, formWith(at)).refund(acornRequest);
  expect(calls[0]?.body).toBe(body);
});
