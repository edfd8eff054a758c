import { expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

test("an amount in the answer to a refund without one contradicts nothing", async () => {
  const send = acornTable.refund.send.map((placement) =>
    placement.from === "amount" || placement.from === "currency"
      ? { ...placement, optional: true as const }
      : placement,
  );
  const table = { ...acornTable, refund: { ...acornTable.refund, send } };
  const { fetch, calls } = fakeFetch(() => json(acornAnswer));
  const outcome = await acorn({ fetch }, table).refund({ payment: acornRequest.payment });
  expect(calls).toHaveLength(1);
  expect(outcome).toMatchObject({ status: "succeeded", refundId: acornAnswer.id });
});
