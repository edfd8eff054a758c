import { expect, test } from "vitest";
import { putAt } from "../src/provider.ts";

test("a value is put into the one item of a list, which is made where it is missing", () => {
  const body = {};
  putAt(body, "/batch/refunds/0/order", 7);
  putAt(body, "/batch/refunds/0/amount", 1050);
  putAt(body, "/batch/ids/0", "a");
  expect(body).toEqual({ batch: { refunds: [{ order: 7, amount: 1050 }], ids: ["a"] } });
});

test("what is there stays, and other numbers make no list", () => {
  const body = { map: { 0: {} as object } };
  putAt(body, "/map/0/name", "a");
  putAt(body, "/code/10/name", "b");
  expect(body).toEqual({ map: { 0: { name: "a" } }, code: { 10: { name: "b" } } });
});
