import { describe, expect, test } from "vitest";
import { createRefunds, memoryJournal, openpayd } from "../src/index.ts";
import { refused } from "./support/refused.ts";
import { names, request, sandbox, shop } from "./support/shop.ts";

/** A fresh facade over every provider. */
function open() {
  sandbox.reset();
  sandbox.inject();
  return shop();
}

describe("every provider through one call", () => {
  test.each(names)("%s refunds, and the outcome names its account", async (name) => {
    const refunds = open();
    const outcome = await refunds.refund(request(name, "k-1"));
    expect(outcome).toMatchObject({ status: "succeeded", provider: name, account: name });
    expect(sandbox.refunds.filter(({ provider }) => provider === name)).toHaveLength(1);
  });
});

describe("one key, one refund", () => {
  test("the same key again gives the same outcome and sends nothing", async () => {
    const refunds = open();
    const { key, account: to, ...rest } = request("ottpay", "k-1");
    const first = await refunds.refund({ key, account: to, ...rest });
    const sent = sandbox.requests.length;
    // The order of the fields does not make it another request.
    expect(await refunds.refund({ ...rest, account: to, key })).toEqual(first);
    expect(sandbox.requests).toHaveLength(sent);
  });

  test("two calls at once make one request", async () => {
    const refunds = open();
    const both = await Promise.all([1, 2].map(() => refunds.refund(request("yedpay", "k-1"))));
    expect(both[0]).toEqual(both[1]);
    expect(sandbox.requests).toHaveLength(1);
  });

  test("the same key for another refund is refused, with nothing sent", async () => {
    const refunds = open();
    await refunds.refund(request("yedpay", "k-1"));
    const other = refunds.refund({ ...request("yedpay", "k-1"), reason: "another" });
    expect(await refused(other)).toMatchObject([{ field: "key" }]);
    expect(sandbox.requests).toHaveLength(1);
  });

  test("what never left may be sent under the same key", async () => {
    const refunds = open();
    const signal = AbortSignal.abort();
    const first = await refunds.refund(request("yedpay", "k-1"), { signal });
    expect(first.status).toBe("not_sent");
    expect(await refunds.refund(request("yedpay", "k-1"))).toMatchObject({ status: "succeeded" });
  });

  test("an uncertain refund is not sent again by its key", async () => {
    const refunds = open();
    sandbox.inject([{ nth: 1, fault: "reset_after" }]);
    const first = await refunds.refund(request("yedpay", "k-1"));
    sandbox.inject();
    expect(first.status).toBe("unknown");
    expect(await refunds.refund(request("yedpay", "k-1"))).toEqual(first);
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("a refused request leaves its key free", async () => {
    const refunds = open();
    const wrong = refunds.refund({ ...request("yedpay", "k-1"), payment: { id: "" } });
    expect(await refused(wrong)).toMatchObject([{ field: "payment.id" }]);
    expect(await refunds.refund(request("yedpay", "k-1"))).toMatchObject({ status: "succeeded" });
  });
});

describe("what is wrong is told before anything is sent", () => {
  test.each([
    ["an unknown account", { account: "nobody", key: "k", payment: {} }, "account"],
    ["no key", { account: "yedpay", payment: { id: "x" } }, "key"],
    ["an empty key", { account: "yedpay", key: "", payment: { id: "x" } }, "key"],
    ["no request", undefined, "account"],
    ["a name every object has", { account: "toString", key: "k" }, "account"],
    [
      "a bigint",
      { account: "ottpay", key: "k", payment: { oriPaymentId: 1n } },
      "payment.oriPaymentId",
    ],
  ])("%s", async (_, request, field) => {
    const refunds = open();
    const problems = await refused(refunds.refund(request as never));
    expect(problems).toContainEqual(expect.objectContaining({ field }));
    expect(sandbox.requests).toEqual([]);
  });

  test("a request that is no plain data", async () => {
    const refunds = open();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const problems = await refused(
      refunds.refund({ ...request("yedpay", "k"), extra: circular as never }),
    );
    expect(problems).toMatchObject([{ field: "extra" }]);
    expect(sandbox.requests).toEqual([]);
  });
});

describe("queries", () => {
  test("reach the account's provider", async () => {
    const refunds = open();
    const { payment } = request("yedpay", "k");
    const outcome = await refunds.query({ account: "yedpay", payment } as never);
    expect(outcome).toMatchObject({ status: "found", account: "yedpay" });
  });

  test("are refused where none is documented", async () => {
    const refunds = open();
    expect(await refused(refunds.query({ account: "openpayd" } as never))).toMatchObject([
      { field: "account" },
    ]);
  });
});

test.each([
  ["a factory that was not called", { europe: openpayd }, "call it with its options"],
  ["nothing", { europe: undefined }, "accounts.europe must be a provider's client"],
  ["options", { europe: { apiKey: "secret-api-key" } }, "accounts.europe must be"],
])("an account that is %s is refused when the facade is made", (_, accounts, words) => {
  const make = () => createRefunds({ accounts: accounts as never });
  expect(make).toThrow(words);
  expect(make).not.toThrow("secret-api-key");
});

const europe = openpayd({ environment: "test", apiKey: "test-api-key" });

test.each([
  ["a journal under another name", { jurnal: memoryJournal() }, "jurnal is unknown"],
  ["no journal", { journal: "refunds.sqlite" }, "journal must be a journal"],
  ["nothing for a journal", { journal: null }, "journal must be a journal"],
  ["words for a switch", { rawAnswers: "no" }, "rawAnswers must be true or false"],
])("%s is refused when the facade is made", (_, wrong, words) => {
  expect(() => createRefunds({ accounts: { europe }, ...wrong } as never)).toThrow(words);
});

test.each([undefined, {}, { accounts: null }, { accounts: "yedpay" }])(
  "options without accounts are refused: %j",
  (options) => {
    expect(() => createRefunds(options as never)).toThrow(
      "accounts must be an object: providers' clients",
    );
  },
);

test("a journal can be looked at without any account", async () => {
  expect(await createRefunds({ accounts: {} }).open()).toEqual([]);
});
