/** A documented answer of which the documentation does not say what becomes of the refund. */
import { expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

const { refund } = acornTable;
const table = {
  ...acornTable,
  refund: {
    ...refund,
    outcomes: [{ when: { "/state": "tried" }, means: "unknown" } as const, ...refund.outcomes],
  },
};
const tried = { ...acornAnswer, state: "tried" };
const outcomeOf = (answer: object, status = 200) =>
  acorn({ fetch: fakeFetch(() => json(answer, status)).fetch }, table).refund(acornRequest);

test.each([200, 400, 500])(
  "it is not called undocumented (HTTP %i), and keeps the refund's id",
  async (status) => {
    expect(await outcomeOf(tried, status)).toEqual({
      provider: "acorn",
      status: "unknown",
      because: "provider_error",
      retryable: false,
      refundId: "A-1",
      message: `The answer (HTTP ${status}) leaves open whether money moved. It may have happened: find out before sending it again.`,
      raw: { status, body: JSON.stringify(tried) },
    });
  },
);

test("the id of another refund is not taken for this one's", async () => {
  const outcome = await outcomeOf({ ...tried, amount: "1051" });
  expect(outcome).toMatchObject({ status: "unknown", because: "provider_error" });
  expect(outcome).not.toHaveProperty("refundId");
});

test("one that is not as documented is undocumented", async () => {
  expect(await outcomeOf({ ...tried, id: null })).toMatchObject({
    status: "unknown",
    because: "undocumented_answer",
  });
});
