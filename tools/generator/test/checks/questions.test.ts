import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { change, lineOf, problemsOf } from "../fixtures.ts";

const tarnpay = await readFile(new URL("../fixtures/tarnpay.yaml", import.meta.url), "utf8");
const brookpay = await readFile(new URL("../fixtures/brookpay.yaml", import.meta.url), "utf8");
const reefpay = await readFile(new URL("../fixtures/reefpay.yaml", import.meta.url), "utf8");

/** Reefpay with a query that has one more parameter. */
const asking = (send: string, name: string, schema = "{ type: integer }", required = true) => {
  const order =
    "- { name: order, in: path, required: true, x-source: page, schema: { type: integer } }";
  const one = `- { name: ${name}, in: query, required: ${required}, x-source: page, schema: ${schema} }`;
  const text = change(
    reefpay,
    "send: { payment.order: path.order }",
    `send: { payment.order: path.order, ${send} }`,
  );
  return change(text, order, `${order}\n        ${one}`);
};
const problems = async (text: string, name = "reefpay") =>
  (await problemsOf(text, `specs/${name}.yaml`)).join("\n");

test("a query that needs what only its caller has is refused", async () => {
  const text = change(
    tarnpay,
    "              required: [charge]\n              properties:\n                charge: { type: string, minLength: 1, description: The charge., x-source: page }\n                metadata",
    "              required: [charge, about]\n              properties:\n                charge: { type: string, minLength: 1, description: The charge., x-source: page }\n                metadata",
  );
  expect(await problems(text, "tarnpay")).toBe(
    `${lineOf(text, "extra.about")} the query needs "extra.about", which reconcile() does not have; make it optional, give it a const, or ask by payment.<id>, refund.id or key`,
  );
});

test("a query that needs an identifier which the refund does not send is refused", async () => {
  const text = asking("payment.batch: query.batch", "batch");
  expect(await problems(text)).toContain(
    `${lineOf(text, "payment.batch")} the query needs "payment.batch", which a refund with payment.order and payment.session may not have; make it optional in the query, or require it of the refund`,
  );
  const optional = asking("payment.batch: query.batch", "batch", "{ type: integer }", false);
  expect(await problems(optional)).not.toContain("the query needs");
});

test("a query that needs what the refund may leave out is refused", async () => {
  const text = change(
    asking("payment.session: query.session", "session", "{ type: string }"),
    "required: [type, order, session, amount]",
    "required: [type, order, amount]",
  );
  expect(await problems(text)).toBe(
    `${lineOf(text, "payment.session: query")} the query needs "payment.session", which a refund with payment.order may not have; make it optional in the query, or require it of the refund`,
  );
});

test("a choice that the refund does not make is refused", async () => {
  const group = "exactlyOne: [[payment.order, payment.session]]";
  const text = change(
    asking("payment.session: query.session", "session", "{ type: string }", false),
    "find: { in: /refunds",
    `${group}\n        find: { in: /refunds`,
  );
  expect(await problems(text)).toContain(
    "a refund with payment.order and payment.session may not have exactly one of payment.order, payment.session; give x-refund.exactlyOne the same choice",
  );
});

test("a query that takes fewer values than the refund is refused", async () => {
  const piece = "required: true, x-source: page, schema: { type: integer } }";
  const narrow = change(reefpay, piece, piece.replace("integer", "integer, minimum: 5"));
  expect(await problems(narrow)).toBe(
    `${lineOf(reefpay, "send: { payment.order: path.order }")} "payment.order" has minimum: 5 in the query and not in the refund, so some refunds cannot be asked about; describe it alike in both`,
  );
});

test("a query by what every refund has is fine", async () => {
  for (const [name, text] of Object.entries({ tarnpay, brookpay, reefpay }))
    expect(await problems(text, name)).toBe("");
});
