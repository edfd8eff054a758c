/** Identifiers of the payment that are not sent. */
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";

const described = "{ description: Your order., schema: { type: string }, x-source: page }";
const words = (known: string, name = "order") => `known: { ${name}: ${described} }
        send:
          payment.order: ${known}`;
const piece = "send:";
const withOrder = change(
  change(northpay, piece, words("known.order")),
  "identifiedBy: [[",
  "identifiedBy: [[payment.order, ",
);

test("are asked for, and not sent", async () => {
  const spec = addOrders(withOrder);
  expect(await problemsOf(spec)).toEqual([]);
  const files = await generate({
    specs: new Map([["specs/northpay.yaml", spec]]),
    existing: new Map(),
  });
  expect(files.get("packages/northpay/src/table.ts")).toContain('to: "known.order"');
  expect(files.get("packages/northpay/src/index.ts")).toContain("/** Your order. */");
});

test("are named once, used, and identifiers", async () => {
  const unused = addOrders(change(northpay, piece, words("known.order")));
  expect(await problemsOf(unused)).toEqual([
    `${lineOf(unused, "payment.order: known")} "payment.order" is not sent, and neither identifiedBy nor echo names it; name it there, or remove it`,
  ]);
  const misspelt = addOrders(change(withOrder, "known.order", "known.ordr"));
  expect(await problemsOf(misspelt)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('refund has no place known.ordr; did you mean "order"?'),
      expect.stringContaining("no identifier is known.order; add it to send, or remove it"),
    ]),
  );
  const amount = addOrders(change(withOrder, "payment.order: known", "extra.order: known"));
  expect(await problemsOf(amount)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('"extra.order" is not an identifier, so it must be sent'),
    ]),
  );
});

/** Sample payments have every identifier. */
function addOrders(text: string): string {
  const [before = "", after = ""] = text.split("  payments:");
  return `${before}  payments:${after.replaceAll("{ payment: { ", "{ payment: { order: o-1, ")}`;
}
