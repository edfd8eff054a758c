import { wireForms } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { acornTable } from "./support/acorn.ts";

const send = [{ from: "key", to: "body#/id", schema: {}, form: "uuid" }] as const;
const uuidOf = async (key: string) =>
  (await wireForms({ ...acornTable.refund, send }, { key })).key;

test("the UUID of a key is the one that Python's uuid5 makes", async () => {
  expect(await uuidOf("order-1042/refund-1")).toBe("4ce2edb0-511b-5a0e-8cc0-77dd5655e3c8");
  expect(await uuidOf("Zürich ☂")).toBe("9f3b071c-a321-5bf1-8cb7-768c2f104d2e");
});

test("only values with a form get one, and a missing value gets none", async () => {
  const more = [{ from: "extra.word", to: "body#/word", schema: {}, form: "lower" }] as const;
  const operation = {
    ...acornTable.refund,
    send: [...acornTable.refund.send, ...send, ...more],
    echo: [{ of: "currency", at: "/currency", form: "lower" }] as const,
  };
  expect(
    await wireForms(operation, { reason: "Why", currency: "EUR", "extra.word": "Straße" }),
  ).toEqual({
    currency: "eur",
    "extra.word": "straße",
  });
});
