/** An answer is held to the shapes that its rule names. */
import {
  defineProvider,
  type Features,
  minorUnits,
  type ProviderTable,
  readRichly,
} from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import { type AcornClient, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";

const table: ProviderTable = {
  ...acornTable,
  refund: {
    ...acornTable.refund,
    echo: [],
    answer: [{ "/id": { type: "string" } }, { "/code": { type: "string" } }],
    outcomes: [
      { when: { "/state": "done" }, means: "succeeded", of: [0] },
      { when: { "/state": "no" }, means: "declined", of: [1] },
      { when: { "/state": "any" }, means: "pending" },
      { when: { "/state": "both" }, means: "pending", of: [0, 1] },
      { when: { http: "202" }, means: "pending", of: [] },
    ],
    empty: ["202"],
  },
};

const outcomeOf = async (
  body: unknown,
  status: number,
  features: Features,
  given: ProviderTable = table,
) => {
  const { fetch } = fakeFetch(() => new Response(body ? JSON.stringify(body) : null, { status }));
  const money = {
    minor: { ...minorUnits, write: ({ value }: { value: number }) => `${value}`, read: Number },
  };
  const all = { ...features, money, currencies: () => 2 };
  const options = { environment: "test", accessToken: "acorn-secret-token", fetch };
  return defineProvider<unknown, AcornClient>(given, all)(options).refund(acornRequest);
};

describe.each([
  ["plainly", {}],
  ["richly", { read: readRichly }],
])("read %s", (_, features) => {
  test.each([
    [{ state: "done", id: "A" }, "succeeded"],
    [{ state: "done", code: "A" }, "unknown"],
    [{ state: "done", id: 1, code: "A" }, "unknown"],
    [{ state: "no", code: "A" }, "declined"],
    [{ state: "no", id: "A" }, "unknown"],
    [{ state: "any", id: "A" }, "pending"],
    [{ state: "any", code: "A" }, "pending"],
    [{ state: "any" }, "unknown"],
    [{ state: "both", code: "A" }, "pending"],
    [{ state: "both" }, "unknown"],
  ])("%j is %s", async (body, status) => {
    expect((await outcomeOf(body, 200, features)).status).toBe(status);
  });

  test.each([
    [[], "pending"],
    [[{ id: "A" }], "pending"],
    [{}, "unknown"],
    [{ 0: {} }, "unknown"],
  ])("where a list is documented, %j is %s", async (body, status) => {
    const { refund } = table;
    const answer = [{ "": { type: "array" } }] as const;
    const outcomes = [{ when: { http: "200" }, means: "pending" }] as const;
    const list = { ...table, refund: { ...refund, answer, outcomes } };
    expect((await outcomeOf(body, 200, features, list)).status).toBe(status);
  });

  test.each([
    [{}, "succeeded"],
    [{ id: "A" }, "succeeded"],
    [[], "unknown"],
    ["done", "unknown"],
    [true, "unknown"],
  ])("where an object without fields is documented, %j is %s", async (body, status) => {
    const answer = [{ "": { type: "object" } }] as const;
    const outcomes = [{ when: { http: "200" }, means: "succeeded" }] as const;
    const { echo: _echo, refundId: _refundId, ...refund } = table.refund;
    const empty = { ...table, refund: { ...refund, echo: [], answer, outcomes } };
    expect((await outcomeOf(body, 200, features, empty)).status).toBe(status);
  });

  test("the message names what is missing of them", async () => {
    expect(await outcomeOf({ state: "done", code: "A" }, 200, features)).toMatchObject({
      because: "undocumented_answer",
      message: expect.stringMatching(/^The answer \(HTTP 200\) is not as documented at \/id\. /),
    });
    expect(await outcomeOf({ state: "new" }, 200, features)).toMatchObject({
      message: expect.stringContaining("is not as documented at /id or /code."),
    });
  });
});

test("a rule of an answer without a body is held to having none", async () => {
  const features = { read: readRichly };
  expect((await outcomeOf(null, 202, features)).status).toBe("pending");
  expect(await outcomeOf({ id: "A", code: "A" }, 202, features)).toMatchObject({
    status: "unknown",
    message: expect.stringContaining("The answer (HTTP 202) is not as documented at all."),
  });
});
