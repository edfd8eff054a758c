/** Identifiers that the caller gives, that are not sent, and that answers repeat. */
import { expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

const { refund } = acornTable;
const text = { type: "string", minLength: 1 } as const;
const table = {
  ...acornTable,
  refund: {
    ...refund,
    send: [{ from: "payment.order", to: "known.order", schema: text }, ...refund.send],
    identifiedBy: [["payment.order"]],
    echo: [...refund.echo, { of: "payment.order", at: "/order" }],
  },
} as const;
const request = { ...acornRequest, payment: { ...acornRequest.payment, order: "o-1" } };
const answering = (order?: string) => fakeFetch(() => json({ ...acornAnswer, order }));

test("they are not sent", async () => {
  const { fetch, calls } = answering("o-1");
  expect((await acorn({ fetch }, table).refund(request)).status).toBe("succeeded");
  const without = answering();
  await acorn({ fetch: without.fetch }).refund(acornRequest);
  expect(calls).toEqual(without.calls);
});

test("they tell payments apart", () => {
  expect(acorn({}, table).check(request).payment).toEqual({ order: "o-1" });
});

test.each(["o-2", undefined])("an answer that repeats %s needs a review", async (order) => {
  const { fetch } = answering(order);
  expect(await acorn({ fetch }, table).refund(request)).toMatchObject({
    status: "needs_review",
    contradictions: [{ field: "payment.order", at: "/order", asked: "o-1" }],
  });
});

test("the caller must give them", async () => {
  const { fetch, calls } = answering("o-1");
  const client = acorn({ fetch }, table);
  const { problems } = await refusal(() => client.refund(acornRequest));
  expect(problems).toEqual([{ field: "payment.order", message: "is missing" }]);
  expect(calls).toEqual([]);
});
