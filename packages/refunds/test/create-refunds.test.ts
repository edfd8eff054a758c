import { describe, expect, test } from "vitest";
import { clientFrom, createRefunds, memoryJournal, openpayd } from "../src/index.ts";
import { refused } from "./support/refused.ts";
import { names, request, sandbox, shop } from "./support/shop.ts";

/** Resets the sandbox and creates a facade over every provider. */
function open() {
  sandbox.reset();
  sandbox.inject();
  return shop();
}

describe("every provider through one call", () => {
  test.each(names)("%s refunds, and the outcome names its account", async (name) => {
    const refunds = open();
    const outcome = await refunds.refund(request(name, "order-1042-refund-1"));
    const status = sandbox.provider(name).confirms ? "succeeded" : "pending";
    expect(outcome).toMatchObject({ status, provider: name, account: name });
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

  test("two concurrent calls make one request", async () => {
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

  test("a refund that was not sent can be sent under the same key", async () => {
    const refunds = open();
    const signal = AbortSignal.abort();
    const first = await refunds.refund(request("yedpay", "k-1"), { signal });
    expect(first.status).toBe("not_sent");
    expect(await refunds.refund(request("yedpay", "k-1"))).toMatchObject({ status: "succeeded" });
  });

  test("an uncertain refund is not sent again under its key", async () => {
    const refunds = open();
    sandbox.inject([{ nth: 1, fault: "reset_after" }]);
    const first = await refunds.refund(request("yedpay", "k-1"));
    sandbox.inject();
    expect(first.status).toBe("unknown");
    expect(await refunds.refund(request("yedpay", "k-1"))).toEqual(first);
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("an invalid request does not use up its key", async () => {
    const refunds = open();
    const wrong = refunds.refund({ ...request("yedpay", "k-1"), payment: { id: "" } });
    expect(await refused(wrong)).toMatchObject([{ field: "payment.id" }]);
    expect(await refunds.refund(request("yedpay", "k-1"))).toMatchObject({ status: "succeeded" });
  });
});

describe("an invalid request is rejected before anything is sent", () => {
  test.each([
    ["an unknown account", { account: "missing", key: "k", payment: {} }, "account"],
    ["no key", { account: "yedpay", payment: { id: "x" } }, "key"],
    ["an empty key", { account: "yedpay", key: "", payment: { id: "x" } }, "key"],
    ["no request", undefined, "account"],
    ["a name from Object.prototype", { account: "toString", key: "k" }, "account"],
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

  test("a request that is not plain data", async () => {
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

describe("query()", () => {
  test("asks the account's provider", async () => {
    const refunds = open();
    const { payment } = request("yedpay", "k");
    const outcome = await refunds.query({ account: "yedpay", payment } as never);
    expect(outcome).toMatchObject({ status: "found", account: "yedpay" });
  });

  test("is rejected if the provider documents no query", async () => {
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
])("an account that is %s is rejected when the facade is created", (_, accounts, message) => {
  const create = () => createRefunds({ accounts: accounts as never });
  expect(create).toThrow(message);
  expect(create).not.toThrow("secret-api-key");
});

const europe = openpayd({ environment: "test", apiKey: "test-api-key" });

test.each([
  ["a misspelled journal option", { jurnal: memoryJournal() }, "jurnal is unknown"],
  ["a file name as the journal", { journal: "refunds.sqlite" }, "journal must be a journal"],
  ["null as the journal", { journal: null }, "journal must be a journal"],
  ["a string for a boolean", { rawAnswers: "no" }, "rawAnswers must be true or false"],
])("%s is rejected when the facade is created", (_, wrong, message) => {
  expect(() => createRefunds({ accounts: { europe }, ...wrong } as never)).toThrow(message);
});

test.each([undefined, {}, { accounts: null }, { accounts: "yedpay" }])(
  "options without accounts are rejected: %j",
  (options) => {
    expect(() => createRefunds(options as never)).toThrow(
      "accounts must be an object of providers' clients",
    );
  },
);

test("a journal can be read without any account", async () => {
  expect(await createRefunds({ accounts: {} }).open()).toEqual([]);
});

describe("without a journal", () => {
  const shop = openpayd({ environment: "live", apiKey: "live-api-key" });
  const row = { provider: "openpayd", environment: "live", apiKey: "live-api-key" } as const;

  test.each([
    ["an account that is live", { europe, shop }],
    ["an account of clientFrom()", { europe, shop: clientFrom(row) }],
    ["an account that says that its proxy is live", { shop: { ...europe, sentTo: "live" } }],
  ])("%s is refused by its name, with what to pass", (_, accounts) => {
    const create = () => createRefunds({ accounts });
    expect(create).toThrow(
      /journal is missing, and the account "shop" is live: pass sqliteJournal.* from @refunds.journal.sqlite, postgresJournal.* from @refunds.journal.postgres, /,
    );
    expect(create).toThrow(expect.objectContaining({ code: "invalid_options" }));
    expect(() => createRefunds({ accounts, journal: undefined as never })).toThrow("is live");
  });

  test("an account whose sentTo cannot be read may be live", () => {
    const unreadable = {
      ...europe,
      get sentTo(): string {
        throw new Error("closed");
      },
    };
    expect(() => createRefunds({ accounts: { shop: unreadable } })).toThrow(
      expect.objectContaining({ code: "invalid_options" }),
    );
  });

  test("a live account is accepted with a memory journal that someone chose", () => {
    createRefunds({ accounts: { shop }, journal: memoryJournal() });
  });

  test("accounts of tests and of the sandbox need no journal", () => {
    createRefunds({ accounts: { europe } });
    open();
  });
});
