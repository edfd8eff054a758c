import { readFile } from "node:fs/promises";
import type { FetchClient } from "@refunds/core/fetch-client";
import { createSandbox } from "@refunds/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp, recording } from "./made-up.ts";

let holmpay: MadeUp;
let spec: string;

beforeAll(async () => {
  holmpay = await madeUp("holmpay");
  spec = await readFile(new URL("fixtures/holmpay.yaml", import.meta.url), "utf8");
});
afterAll(() => holmpay?.remove());

const request = {
  payment: { id: "pay_1" },
  amount: { value: 1050, currency: "EUR" },
  key: "order-1042/refund-1",
};
const mutation = "mutation($payment:ID!){refund(id:$payment){id status}}";
const query = "query($payment:ID!){payment(id:$payment){id}}";

test("what is generated type-checks", () => {
  expect(() => holmpay.compile()).not.toThrow();
});

test("the bytes of its requests are those written by hand", async () => {
  const { fetch, sent } = recording();
  const client = holmpay.client({ environment: "test", apiKey: "k-secret-1", fetch });
  await client.refund(request);
  await client.query({ payment: { id: "pay_1" } });
  const shared = {
    method: "POST",
    url: "https://api.test.holmpay.example/graphql",
    headers: {
      accept: "application/vnd.holmpay.v2+json",
      "content-type": "application/vnd.holmpay.v2+json",
      authorization: "Bearer k-secret-1",
    },
  };
  expect(sent[0]).toMatchObject({
    ...shared,
    headers: { ...shared.headers, "idempotency-key": "order-1042/refund-1" },
    body: `{"variables":{"payment":"pay_1","amount":"10.50","currency":"EUR","reference":"order-1042/refund-1"},"query":"${mutation}"}`,
  });
  expect(sent[1]).toMatchObject({
    ...shared,
    body: `{"variables":{"payment":"pay_1"},"query":"${query}"}`,
  });
});

test("a value with several places is read once, and fits each of them", () => {
  const { fetch } = recording();
  const client = holmpay.client({ environment: "test", apiKey: "k-secret-1", fetch });
  let reads = 0;
  const once = {
    ...request,
    get key() {
      reads += 1;
      return "k-1";
    },
  };
  client.check(once);
  expect(reads).toBe(1);
  expect(() => client.check({ ...request, key: "k".repeat(41) })).toThrow(
    "key must have at most 40 characters",
  );
  expect(() => client.check({ ...request, key: "kö" })).toThrow("key must be printable ASCII");
  expect(() => client.check({ ...request, key: undefined })).toThrow(/: key is missing\. Nothing/);
});

test("its simulator tells the operations at one path apart", async () => {
  const sandbox = await createSandbox({ simulators: holmpay.simulators });
  const [credentials] = sandbox.provider("holmpay").credentials;
  const { fetch } = sandbox;
  const client = holmpay.client({ environment: "test", ...credentials, fetch });
  expect(await client.query({ payment: { id: "pay_1" } })).toMatchObject({ status: "found" });
  expect(await client.refund(request)).toMatchObject({ status: "succeeded", refundId: "re_1" });
  expect(await client.query({ payment: { id: "pay_9" } })).toMatchObject({
    status: "declined",
    reason: "payment_not_found",
  });
  expect(sandbox.refunds.length).toBe(1);
});

test("an example has one key, at each of its places", async () => {
  const sandbox = await createSandbox({ simulators: holmpay.simulators });
  const base = "https://api.test.holmpay.example";
  const example = await sandbox.provider("holmpay").exampleRefund(base);
  const { variables } = JSON.parse(example?.body ?? "");
  expect(variables.reference).toBe(example?.headers["Idempotency-Key"]);
});

test("openapi-fetch names the operation, and sends to the same path", async () => {
  const { holmpayFetchClient } = await holmpay.load("packages/holmpay/src/fetch.ts");
  const { fetch, sent } = recording();
  const define = holmpayFetchClient as (options: object) => FetchClient<Record<string, never>>;
  const client = define({ environment: "test", apiKey: "k-secret-1", fetch });
  const post = client.POST as unknown as (path: string, init: object) => Promise<unknown>;
  await post("/graphql#query", { body: { variables: { payment: "pay_1" } } });
  await post("/graphql#refund", { body: { variables: { payment: "pay_1" } } });
  expect(sent.map(({ url }) => url)).toEqual([
    "https://api.test.holmpay.example/graphql",
    "https://api.test.holmpay.example/graphql",
  ]);
  expect(sent.map(({ body }) => JSON.parse(body).query)).toEqual([query, mutation]);
  await expect(post("/graphql", { body: {} })).rejects.toThrow(
    "path must be POST /graphql#refund or POST /graphql#query",
  );
});

test.each([
  [
    "operations that look alike",
    query,
    mutation,
    "/graphql#query:",
    "its requests look like those of /graphql#refund; give a required field another const in each of them",
  ],
  [
    "a name that is none",
    "/graphql#query:",
    "/graphql#the/query:",
    "/graphql#the/query:",
    '"#the/query" cannot name an operation; use letters and digits',
  ],
  [
    "an amount in several places",
    "amount: body#/variables/amount",
    "amount: [body#/variables/amount, body#/variables/reference]",
    "amount: [body",
    '"amount" has several places; it can have one',
  ],
])("%s are refused", async (_, piece, by, mark, complaint) => {
  const text = change(spec, piece, by);
  expect(await problemsOf(text, "specs/holmpay.yaml")).toContainEqual(
    `${lineOf(text, mark)} ${complaint}`,
  );
});
