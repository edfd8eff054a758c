import { expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

const account = {
  from: "credentials.account",
  to: "header.Account",
  schema: { type: "string" },
} as const;
const table = {
  ...acornTable,
  credentials: [{ ...acornTable.credentials[0], account: { schema: account.schema } }],
  refund: {
    ...acornTable.refund,
    send: [...acornTable.refund.send, account],
    echo: [...acornTable.refund.echo, { of: "credentials.account", at: "/account" }],
  },
};

test.each([
  ["mine", "succeeded"],
  ["another", "needs_review"],
])("an answer that repeats the account as %s is %s", async (answered, status) => {
  const { fetch } = fakeFetch(() => json({ ...acornAnswer, account: answered }));
  const outcome = await acorn({ fetch, account: "mine" }, table).refund(acornRequest);
  expect(outcome.status).toBe(status);
  if (outcome.status !== "needs_review") return;
  const contradiction = { field: "credentials.account", at: "/account", asked: "mine", answered };
  expect(outcome.contradictions).toEqual([contradiction]);
});
