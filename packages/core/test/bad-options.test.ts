import { inspect } from "node:util";
import { isRefundError, RefundError } from "@refunds/core";
import { defineFetchClient } from "@refunds/core/fetch-client";
import { defineProvider } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { acornTable, acornToken, withTokenCall } from "./support/acorn.ts";
import { refusal } from "./support/refusal.ts";

const right = { environment: "test", accessToken: acornToken };
const only = (baseUrl: unknown) => ({ baseUrl, accessToken: acornToken });

const bad: [string, unknown, string][] = [
  ["nothing", undefined, "options,credentials,environment"],
  ["null", null, "options,credentials,environment"],
  ["text", "live", "options,credentials,environment"],
  ["unknown option", { ...right, retries: 3 }, "retries"],
  ["misspelt option", { ...right, timeoutMS: 3 }, "timeoutMS"],
  ["unknown environment", { ...right, environment: "prod" }, "environment"],
  ["environment from Object", { ...right, environment: "constructor" }, "environment"],
  ["no destination", { accessToken: acornToken }, "environment"],
  ["two destinations", { ...right, baseUrl: "https://a.invalid" }, "environment"],
  ["timeout 0", { ...right, timeoutMs: 0 }, "timeoutMs"],
  ["timeout -1", { ...right, timeoutMs: -1 }, "timeoutMs"],
  ["timeout NaN", { ...right, timeoutMs: Number.NaN }, "timeoutMs"],
  ["timeout 1e10, which timers take for 1", { ...right, timeoutMs: 1e10 }, "timeoutMs"],
  ["timeout as text", { ...right, timeoutMs: "30000" }, "timeoutMs"],
  ["timeout null", { ...right, timeoutMs: null }, "timeoutMs"],
  ["fetch that is not a function", { ...right, fetch: {} }, "fetch"],
  ["logger that is not a function", { ...right, logger: console }, "logger"],
  ["relative URL", only("/sandbox"), "baseUrl"],
  ["no URL", only("acorn"), "baseUrl"],
  ["number as URL", only(7), "baseUrl"],
  ["plain http", only("http://api.acorn.invalid"), "baseUrl"],
  ["http to a host that ends like a local one", only("http://evillocalhost"), "baseUrl"],
  ["http to a name inside of localhost", only("http://evil.localhost"), "baseUrl"],
  ["timeout 2^31, which timers take for 1", { ...right, timeoutMs: 2 ** 31 }, "timeoutMs"],
  ["http to a host that looks local", only("http://localhost.evil.com"), "baseUrl"],
  ["http to a name that looks like loopback", only("http://127.0.0.1.evil.com"), "baseUrl"],
  ["http to a private address", only("http://192.168.0.1"), "baseUrl"],
  ["http to every address", only("http://0.0.0.0"), "baseUrl"],
  ["another scheme", only("ftp://localhost"), "baseUrl"],
  ["javascript", only("javascript:alert(1)"), "baseUrl"],
  ["user in the URL", only("https://user@acorn.invalid"), "baseUrl"],
  ["password in the URL", only("https://:pass@acorn.invalid"), "baseUrl"],
  ["loopback as the user", only("http://127.0.0.1@evil.com"), "baseUrl"],
  ["query in the URL", only("https://acorn.invalid/?a=1"), "baseUrl"],
  ["fragment in the URL", only("https://acorn.invalid/#a"), "baseUrl"],
  ["no credential", { environment: "test" }, "credentials"],
  ["credential of another type", { environment: "test", accessToken: 12345678 }, "accessToken"],
  ["null credential", { environment: "test", accessToken: null }, "accessToken"],
  ["empty credential", { environment: "test", accessToken: "" }, "accessToken"],
  [
    "line break in a header credential",
    { environment: "test", accessToken: "abcdefgh\r\nX-Evil: 1" },
    "accessToken",
  ],
  [
    "trailing line break in a header credential",
    { environment: "test", accessToken: "abcdefgh\n" },
    "accessToken",
  ],
  [
    "non-ASCII header credential",
    { environment: "test", accessToken: "tökén-tökén" },
    "accessToken",
  ],
  ["half of a credential pair", { environment: "test", appId: "a" }, "appKey"],
  ["two kinds of credentials", { ...right, appId: "a", appKey: "b" }, "credentials"],
  ["parts of two kinds", { ...right, appKey: "b" }, "credentials"],
];
test.each(bad)("%s", async (_, options, fields) => {
  const error = await refusal(() => defineProvider(withTokenCall)(options));
  expect((await refusal(() => defineFetchClient(withTokenCall)(options))).problems).toEqual(
    error.problems,
  );
  expect(error.code).toBe("invalid_options");
  expect(error.problems.map(({ field }) => field).join()).toBe(fields);
  expect(error.message).toMatch(/^acorn: .+\. Nothing was sent\.$/);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain(acornToken);
});

test.each([
  "https://acorn.invalid",
  "http://localhost:1",
  "http://127.0.0.1/a/b/",
  "http://[::1]:80",
  "http://127.9.9.9",
  "http://127.10.200.30",
  new URL("https://a.invalid"),
])("%s is a base URL", (baseUrl) => {
  expect(defineProvider(acornTable)(only(baseUrl))).toBeTypeOf("object");
});

test("a credential that stands in the path must not change it", async () => {
  const table = {
    ...acornTable,
    credentials: [{ merchant: { schema: { type: "string" } } }],
    refund: {
      ...acornTable.refund,
      path: "/merchants/{merchant}/refund",
      send: [{ from: "credentials.merchant", to: "path.merchant", schema: { type: "string" } }],
    },
  } as const;
  for (const merchant of ["", ".", ".."]) {
    const error = await refusal(() => defineProvider(table)({ environment: "test", merchant }));
    expect(error.problems).toMatchObject([{ field: "merchant" }]);
  }
});

test("a RefundError is recognised across copies, and nothing else is", async () => {
  const { RefundError: Other } = (await import("../src/errors.ts?copy" as string)) as {
    RefundError: typeof RefundError;
  };
  const other = new Other("invalid_request", "acorn", []);
  expect(other).not.toBeInstanceOf(RefundError);
  expect(isRefundError(other)).toBe(true);
  expect(other).toBeInstanceOf(Error);
  for (const thing of [null, undefined, "RefundError", new Error("x"), { name: "RefundError" }]) {
    expect(isRefundError(thing)).toBe(false);
  }
});
