import { readFile } from "node:fs/promises";
import { runFetchVectors, runVectors, type Vectors } from "@refunds/testing/vectors";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeUp, madeUp } from "./made-up.ts";

/** A made-up provider that uses every word for credentials, and a package generated for it. */
const fixture = (name: string) => readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8");

let larkpay: MadeUp;
let vectors: Vectors;

beforeAll(async () => {
  larkpay = await madeUp("larkpay", await fixture("larkpay.yaml"));
  vectors = JSON.parse(await fixture("larkpay.vectors.json"));
}, 60_000);

afterAll(() => larkpay.remove());

test("what is generated type-checks", { timeout: 60_000 }, async () => {
  expect(await larkpay.typeErrors()).toBe("");
});

test("requests and answers are the bytes written by hand", async () => {
  const results = [
    ...(await runVectors(vectors, larkpay.client as never)),
    ...(await runFetchVectors(vectors, larkpay.fetchClient)),
  ];
  expect(results.length).toBe(2 * (1 + vectors.requests.length + vectors.answers.length));
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

describe("one host for live and test", () => {
  const options = { accountId: "acc_1", terminalKey: "terminal-1" };
  const refusal = (given: object): string => {
    try {
      larkpay.client({ ...options, ...given });
      return "";
    } catch (error) {
      return String(error);
    }
  };

  test.each([
    ["test", "live:planted-secret", 'is for the live environment, but environment is "test"'],
    ["live", "test:planted-secret", 'is for the test environment, but environment is "live"'],
    ["test", "planted-secret", 'must match ^test: if environment is "test"'],
    ["live", "planted-secret", 'must match ^live: if environment is "live"'],
    ["live", "LIVE:planted-secret", 'must match ^live: if environment is "live"'],
  ])("environment %s refuses %s without showing it", (environment, secretKey, message) => {
    const shown = refusal({ environment, secretKey });
    expect(shown).toContain(`secretKey ${message}`);
    expect(shown).not.toContain("planted");
    expect(() => larkpay.fetchClient({ ...options, environment, secretKey } as never)).toThrow(
      message,
    );
  });

  test.each([
    [{ environment: "test", secretKey: "test:1" }],
    [{ environment: "live", secretKey: "live:1" }],
    [{ baseUrl: "https://proxy.example", secretKey: "live:1" }],
    [{ baseUrl: "http://localhost:4010/larkpay", secretKey: "anything" }],
  ])("%j is accepted", (given) => {
    expect(refusal(given)).toBe("");
  });
});

describe("against its simulator", () => {
  const refund = { payment: { id: "p1" }, amount: { value: 1050, currency: "EUR" } };

  async function open(change: object = {}) {
    const sandbox = await larkpay.sandbox();
    const [credentials] = sandbox.provider("larkpay").credentials;
    const options = { environment: "test", ...credentials, fetch: sandbox.fetch, ...change };
    return { sandbox, outcome: await larkpay.client(options).refund(refund) };
  }

  test("it refunds", async () => {
    const { sandbox, outcome } = await open();
    expect(outcome.status).toBe("succeeded");
    expect(sandbox.refunds).toHaveLength(1);
  });

  test.each([
    ["accountId", "another"],
    ["secretKey", "test:another"],
    ["terminalKey", "another"],
  ])("another %s is declined, and moves nothing", async (name, value) => {
    const { sandbox, outcome } = await open({ [name]: value });
    expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
    expect(sandbox.refunds).toEqual([]);
  });

  test("the example on the sandbox's page is accepted", async () => {
    const sandbox = await larkpay.sandbox();
    const base = "https://api.larkpay.example/v1";
    const { url = "", ...init } = (await sandbox.provider("larkpay").exampleRefund(base)) ?? {};
    expect((await sandbox.fetch(url, init)).status).toBe(201);
  });
});
