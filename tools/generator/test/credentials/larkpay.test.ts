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
});

afterAll(() => larkpay.remove());

test("what is generated type-checks", async () => {
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
  const options = { accountId: "acc_1", terminalKey: "terminal-1", shop: "oslo-1" };
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

describe("settings and optional credentials", () => {
  const required = {
    environment: "test",
    accountId: "acc_1",
    secretKey: "test:planted",
    terminalKey: "terminal-1",
    shop: "oslo-1",
  };

  /** What one refund sends with these options, through either client. */
  async function sent(options: object) {
    const requests: Request[] = [];
    const fetch = async (...request: ConstructorParameters<typeof Request>) => {
      requests.push(new Request(...request));
      return Response.json({ error: "malformed", key: "planted-submerchant" }, { status: 400 });
    };
    const outcome = await larkpay
      .client({ ...required, ...options, fetch })
      .refund({ payment: { id: "p1" }, amount: { value: 1, currency: "EUR" } });
    const client = larkpay.fetchClient({ ...required, ...options, fetch } as never) as unknown as {
      POST(path: string, init: object): Promise<unknown>;
    };
    await client.POST("/payments/{payment}/refunds", {
      params: { path: { payment: "p1" } },
      body: { amount: 1, currency: "EUR" },
    });
    const [own, raw] = await Promise.all(
      requests.map(async (request) => ({
        query: new URL(request.url).search,
        submerchant: request.headers.get("x-submerchant"),
        body: await request.json(),
      })),
    );
    expect(raw).toEqual(own);
    return { ...own, outcome };
  }

  test("what is left out is not sent", async () => {
    expect(await sent({})).toMatchObject({
      query: "",
      submerchant: null,
      body: { amount: 1, currency: "EUR", shop: "oslo-1" },
    });
  });

  test("what is given is sent, and a secret is masked", async () => {
    const found = await sent({ channel: "store", submerchantKey: "planted-submerchant" });
    expect(found).toMatchObject({ query: "?channel=store", submerchant: "planted-submerchant" });
    expect(JSON.stringify(found.outcome)).toContain("[secret]");
    expect(JSON.stringify(found.outcome)).not.toContain("planted-submerchant");
  });

  test.each([
    [{ shop: undefined }, "shop is missing"],
    [{ shop: 7 }, "shop must be string"],
    [{ shop: "" }, "shop must not be empty"],
    [{ channel: "phone" }, "channel must be web or store"],
    [{ channel: null }, "channel must be string"],
    [{ submerchantKey: "ключ" }, "submerchantKey must be printable ASCII"],
    [{ chanel: "web" }, "chanel is unknown; use environment"],
    [{ secretKey: undefined }, "secretKey is missing"],
    [
      { accountId: undefined, secretKey: undefined, terminalKey: undefined },
      "credentials must be accountId and secretKey and terminalKey",
    ],
    [{ timeoutMs: 0, shop: undefined }, "shop is missing; timeoutMs must be an integer"],
  ])("%j is refused: %s", (options, message) => {
    expect(() => larkpay.client({ ...required, ...options })).toThrow(message);
  });

  test("options are read once", () => {
    let reads = 0;
    const options = {
      ...required,
      get shop() {
        reads += 1;
        return "oslo-1";
      },
    };
    larkpay.client(options);
    expect(reads).toBe(1);
  });

  test("their types are those of the spec", async () => {
    const program = `
      import { larkpay } from "./packages/larkpay/src/index.ts";
      const needed = { environment: "test", accountId: "a", secretKey: "test:b", terminalKey: "c" } as const;
      larkpay({ ...needed, shop: "d" });
      larkpay({ ...needed, shop: "d", channel: "web", submerchantKey: "e" });
      // @ts-expect-error
      larkpay(needed);
      // @ts-expect-error
      larkpay({ ...needed, shop: "d", channel: "phone" });
      // @ts-expect-error
      larkpay({ ...needed, shop: "d", chanel: "web" });`;
    expect(await larkpay.typeErrors(program)).toBe("");
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
    ["submerchantKey", "another"],
    ["shop", "another"],
    ["channel", "store"],
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
