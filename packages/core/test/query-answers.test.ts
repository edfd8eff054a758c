import { expect, test } from "vitest";
import { acorn } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

const unreadable = { status: "unknown", because: "unreadable_answer" };

test("what is asked without an amount is not held against the amount answered", async () => {
  const { fetch } = fakeFetch(() => json({ state: "paid", refunded: 0 }));
  const outcome = await acorn({ fetch }).query({ payment: { id: "pay-1" } });
  expect(outcome).toMatchObject({ status: "found", answer: { state: "paid", refunded: 0 } });
});

test.each([
  [
    "a documented error",
    json({ state: "failed", error: { code: "E1", message: "No" } }, 404),
    { status: "declined", reason: "payment_not_found" },
  ],
  ["HTML", json("<p>", 200), unreadable],
  ["a name twice", json('{"state":"paid","state":"paid"}'), unreadable],
  [
    "lists 3,000 deep",
    json(`{"state":"paid","a":${"[".repeat(3000)}${"]".repeat(3000)}}`),
    unreadable,
  ],
])("a query answered with %s", async (_, response, want) => {
  const { fetch } = fakeFetch(() => response);
  const outcome = await acorn({ fetch }).query({ payment: { id: "pay-1" } });
  expect(outcome).toMatchObject(want);
  // A query moves no money: nothing to warn of.
  if (outcome.status === "unknown") expect(outcome.message).not.toContain("sending it again");
});
