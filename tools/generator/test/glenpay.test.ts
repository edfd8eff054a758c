import { readFile } from "node:fs/promises";
import { createSandbox } from "@refunds/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp } from "./made-up.ts";

let glenpay: MadeUp;
let spec: string;

beforeAll(async () => {
  glenpay = await madeUp("glenpay");
  spec = await readFile(new URL("fixtures/glenpay.yaml", import.meta.url), "utf8");
});
afterAll(() => glenpay?.remove());

const request = { payment: { id: "pay_1" }, amount: { value: 1050, currency: "EUR" } };
const refund = { id: "re_1", payment: "pay_1", amount: 1050, state: "done" };
const failure = { code: "WRONG", text: "A field is wrong." };
/** An error, with everything of a refund that a success looks at but its id. */
const disguised = { ...failure, code: "OTHER", payment: "pay_1", amount: 1050 };
const token = { token: "token-1234567890", kind: "bearer", seconds: 3600 };

const client = (http: number, body: object | null, issued: object = token) =>
  glenpay.client({
    environment: "test",
    clientId: "client-1",
    clientSecret: "client-secret-1",
    fetch: async (url: string) =>
      url.endsWith("/token")
        ? Response.json(issued)
        : new Response(body && JSON.stringify(body), { status: http }),
  });

test("what is generated type-checks", () => {
  expect(() => glenpay.compile()).not.toThrow();
});

test("its simulator answers as documented", async () => {
  const sandbox = await createSandbox({ simulators: glenpay.simulators });
  const [credentials] = sandbox.provider("glenpay").credentials;
  const { fetch } = sandbox;
  const simulated = glenpay.client({ environment: "test", ...credentials, fetch });
  expect(await simulated.refund(request)).toMatchObject({ status: "succeeded", refundId: "re_1" });
  expect(await simulated.query({ payment: { id: "pay_1" } })).toMatchObject({ status: "found" });
});

describe("a refund is believed in the shape of its own HTTP status only", () => {
  test.each([
    ["a refund", 200, refund, "succeeded"],
    ["an error that says done", 200, { ...disguised, state: "done" }, "unknown"],
    [
      "an error of another status that says done",
      200,
      { ...disguised, since: "1", state: "done" },
      "unknown",
    ],
    ["a refund under a status that has another answer", 201, refund, "unknown"],
    ["a refund under an error's status", 400, refund, "unknown"],
    ["a refund without its id", 200, { ...refund, id: undefined }, "unknown"],
    ["no body", 202, null, "pending"],
    ["a body where none is documented", 202, refund, "unknown"],
    ["a refund that was refused", 200, { ...refund, state: "refused" }, "declined"],
    ["an error that says refused", 200, { ...disguised, state: "refused" }, "unknown"],
    ["an error", 400, failure, "declined"],
    ["an error of another status", 400, { code: "WRONG", since: "1" }, "unknown"],
    ["the error of this status", 409, { code: "IN_USE", since: "1" }, "declined"],
    [
      "the error of its class, where the status has its own",
      409,
      { ...failure, code: "IN_USE" },
      "unknown",
    ],
    ["an error that is not documented for this status", 500, failure, "unknown"],
  ])("%s with HTTP %i", async (_, http, body, expected) => {
    expect((await client(http, body).refund(request)).status).toBe(expected);
  });

  test("the message says what is missing of that shape", async () => {
    const { status, ...outcome } = await client(200, { ...disguised, state: "done" }).refund(
      request,
    );
    expect([status, "message" in outcome && outcome.message]).toEqual([
      "unknown",
      expect.stringContaining("The answer (HTTP 200) is not as documented at /id."),
    ]);
  });
});

describe("where errors are answered with 200", () => {
  const query = (body: object) => client(200, body).query({ payment: { id: "pay_1" } });
  test.each([
    ["the payment", { payment: "pay_1", state: "paid" }, "found"],
    ["an error", { code: "NOT_FOUND", text: "There is no such payment." }, "declined"],
    ["an error that says paid", { ...failure, code: "OTHER", state: "paid" }, "unknown"],
    [
      "a payment with an error's code",
      { payment: "pay_1", state: "lost", code: "NOT_FOUND" },
      "unknown",
    ],
  ])("%s", async (_, body, expected) => {
    expect((await query(body)).status).toBe(expected);
  });
});

test("a token is taken from the shape of its own HTTP status only", async () => {
  const without = { ...failure, code: "OTHER", kind: "bearer", token: "token-1234567890" };
  expect(await client(200, refund, without).refund(request)).toMatchObject({
    status: "not_sent",
    because: "token_unavailable",
  });
});

test.each([
  [
    "a success under a status that is not documented",
    "when: { http: 200, /state: [paid, refunded] }",
    "when: { http: 201, /state: [paid, refunded] }",
    "- { when: { http: 201",
    "no answer that is documented under this HTTP status has what found asks for; describe it under its status in `responses`, or correct the condition",
  ],
  [
    "a success by fields of another status",
    "- { when: { /state: done }, means: succeeded",
    "- { when: { http: 200, /code: done }, means: succeeded",
    "- { when: { http: 200, /code: done }",
    "no answer that is documented under this HTTP status has what succeeded asks for; describe it under its status in `responses`, or correct the condition",
  ],
])("%s is refused", async (_, piece, by, mark, complaint) => {
  const text = change(spec, piece, by);
  expect(await problemsOf(text, "specs/glenpay.yaml")).toContainEqual(
    `${lineOf(text, mark)} ${complaint}`,
  );
});
