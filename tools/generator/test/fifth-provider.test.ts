import { execFileSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome, QueryOutcome } from "@refunds/core";
import type { EvidenceTable } from "@refunds/core/provider";
import { createSandbox, type SimulatorTable } from "@refunds/sandbox";
import { runFetchVectors, runVectors, type Vectors } from "@refunds/testing/vectors";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../src/index.ts";

/**
 * A made-up provider, unlike the others in everything that can differ: what the vocabulary says is not tailored to them.
 * It is generated, type-checked, held against bytes written by hand, and refunds against its own simulator.
 */
const here = new URL("./", import.meta.url);
const generated = new URL(".generated/", here);
const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, here), "utf8");

interface Fjordpay {
  refund(request: object): Promise<Outcome>;
  query(request: object): Promise<QueryOutcome>;
  readonly evidence: EvidenceTable;
}
let fjordpay: (options: object) => Fjordpay;
let simulators: readonly SimulatorTable[];
let vectors: Vectors;

beforeAll(async () => {
  await rm(generated, { recursive: true, force: true });
  const specs = new Map([["specs/fjordpay.yaml", await fixture("fjordpay.yaml")]]);
  for (const [path, text] of await generate({ specs, existing: new Map() }))
    await write(path, text);
  // Files that real packages have in addition to the generated ones.
  await write(
    "packages/sandbox/src/simulator-table.ts",
    'export type * from "@refunds/sandbox";\n',
  );
  await write("tsconfig.base.json", '{ "extends": "../../../../tsconfig.base.json" }');
  await write(
    "tsconfig.json",
    '{ "extends": "./packages/fjordpay/tsconfig.json", "include": ["packages/fjordpay/src", "packages/sandbox/src"] }',
  );
  vectors = JSON.parse(await fixture("fjordpay.vectors.json"));
  ({ fjordpay } = await load("packages/fjordpay/src/index.ts"));
  ({ simulators } = await load("packages/sandbox/src/generated/simulators.ts"));
});

afterAll(() => rm(generated, { recursive: true, force: true }));

async function write(path: string, text: string) {
  const file = new URL(path, generated);
  await mkdir(dirname(fileURLToPath(file)), { recursive: true });
  await writeFile(file, text);
}

const load = (path: string) => import(/* @vite-ignore */ new URL(path, generated).href);

test("what is generated type-checks", () => {
  const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", here));
  const project = fileURLToPath(new URL("tsconfig.json", generated));
  expect(() =>
    execFileSync(process.execPath, [tsc, "-p", project], { encoding: "utf8", stdio: "pipe" }),
  ).not.toThrow();
});

test("requests and answers are the bytes written by hand", async () => {
  const results = await runVectors(vectors, fjordpay as never);
  expect(results.length).toBe(1 + vectors.requests.length + vectors.answers.length);
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

test("openapi-fetch sends and reads the same bytes", async () => {
  const { fjordpayFetchClient } = await load("packages/fjordpay/src/fetch.ts");
  const results = await runFetchVectors(vectors, fjordpayFetchClient);
  expect(results.length).toBe(1 + vectors.requests.length + vectors.answers.length);
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

test("what is worth repeating is in its table, and its package names the feature", async () => {
  const { table } = await load("packages/fjordpay/src/table.ts");
  expect(table.errors.list).toContainEqual({
    codes: ["too_many_requests"],
    reason: "rate_limited",
    repeat: true,
  });
  const entryPoint = await readFile(
    new URL("packages/fjordpay/src/features.ts", generated),
    "utf8",
  );
  expect(entryPoint).toContain("repeats: worthRepeating");
});

test("its client carries what its query proves", () => {
  const client = fjordpay({ environment: "test", ...vectors.credentials });
  expect(client.evidence).toEqual({
    echo: [
      { of: "payment.id", at: "/id" },
      { of: "currency", at: "/amount/currency" },
    ],
    refunded: {
      at: "/refunded/value",
      currency: "/refunded/currency",
      money: { unit: "major", as: "string" },
      cumulative: true,
    },
    rules: [
      {
        when: { http: "200", "/state": ["partly_refunded", "refunded"], refunded: "this" },
        proves: "succeeded",
      },
      { when: { "/state": "refund_queued" }, proves: "pending" },
      {
        when: { "/state": ["captured", "partly_refunded"], refunded: "none" },
        proves: "declined",
        reason: "provider_error",
        after: 120,
      },
    ],
  });
});

describe("against its simulator", () => {
  async function open() {
    const sandbox = await createSandbox({ simulators });
    const provider = sandbox.provider("fjordpay");
    const client = fjordpay({
      environment: "test",
      ...provider.credentials[0],
      fetch: sandbox.fetch,
    });
    const [payment] = provider.payments;
    if (!payment) throw new Error("no sample payment");
    return { sandbox, provider, client, payment };
  }

  test("it refunds in part, then the rest, then declines", async () => {
    const { sandbox, provider, client, payment } = await open();
    const ask = (key: string, value?: number) =>
      client.refund({ key, ...provider.requestFor(payment, value) });
    expect((await ask("k-1", 100)).status).toBe("succeeded");
    const rest = payment.remaining - 100;
    expect((await ask("k-2", rest)).status).toBe("succeeded");
    expect(await ask("k-3", 100)).toMatchObject({ status: "declined" });
    expect(sandbox.refunds.map(({ amount }) => amount.value)).toEqual([100, rest]);
  });

  test("its query shows the state and the total that its evidence is read from", async () => {
    const { provider, client, payment } = await open();
    const ask = async ({ payment: ids }: Pick<typeof payment, "payment">) => {
      const answer = await client.query({ payment: ids });
      if (answer.status !== "found") throw new Error(`the query ended ${answer.status}`);
      const { id, state, refunded } = answer.answer as Record<string, unknown>;
      return { id, state, refunded };
    };
    const shown = (state: string, value: string) => ({
      id: "pay_NOK1",
      state,
      refunded: { value, currency: "NOK" },
    });
    expect(await ask(payment)).toEqual(shown("captured", "0.00"));
    await client.refund({ key: "k-1", ...provider.requestFor(payment, 1050) });
    expect(await ask(payment)).toEqual(shown("partly_refunded", "10.50"));
    await client.refund({ key: "k-2", ...provider.requestFor(payment, 2000) });
    expect(await ask(payment)).toEqual(shown("partly_refunded", "30.50"));
    await client.refund({ key: "k-3", ...provider.requestFor(payment, 6950) });
    expect(await ask(payment)).toEqual(shown("refunded", "100.00"));
    const waiting = provider.payments.find(({ always }) => always === "pending");
    if (!waiting) throw new Error("no payment whose refunds are pending");
    await client.refund({ key: "k-4", ...provider.requestFor(waiting, 1050) });
    expect(await ask(waiting)).toEqual({
      ...shown("refund_queued", "0.00"),
      id: "pay_PENDING",
    });
  });

  test("what its query signs is as its page describes", async () => {
    const { sandbox, provider, client, payment } = await open();
    expect((await client.query({ payment: payment.payment })).status).toBe("found");
    const { headers = {}, url = "" } = sandbox.requests.at(-1) ?? {};
    const found =
      /^FP1 id="NO123456",nonce="([A-Za-z0-9]{24})",at="(\d{10})",signature="([^"]+)"$/.exec(
        headers["x-signature"] ?? "",
      );
    const [, nonce, at, signature] = found ?? [];
    const digest = createHash("md5").update("").digest("base64");
    expect(headers["x-content-digest"]).toBe(`MD5=${digest}`);
    expect(headers["x-timestamp"]).toBe(at);
    const text = `get\n${new URL(url).pathname}\n\nx-content-digest:MD5=${digest}\nv1\n${nonce}\n${at}\nNO123456\n${digest}\n`;
    const secret = String(provider.credentials[0]?.signingSecret);
    const hex = createHmac("sha512", secret).update(text).digest("hex");
    expect(signature).toBe(Buffer.from(hex).toString("base64"));
  });

  test("its query believes only answers that its simulator signed", async () => {
    const { sandbox, provider, payment } = await open();
    const ask = (change: (answer: Response) => Promise<Response> | Response) =>
      fjordpay({
        environment: "test",
        ...provider.credentials[0],
        fetch: async (url: string, init: RequestInit) => change(await sandbox.fetch(url, init)),
      }).query({ payment: payment.payment });
    expect((await ask((answer) => answer)).status).toBe("found");
    const changed = await ask(async ({ status, headers, body }) => {
      const text = await new Response(body).text();
      return new Response(text.replace('"captured"', '"refunded"'), { status, headers });
    });
    expect(changed).toMatchObject({ status: "unknown", because: "unverified_answer" });
    const bare = await ask(({ status, body }) => new Response(body, { status }));
    expect(bare).toMatchObject({ status: "unknown", because: "unverified_answer" });
  });

  test("a wrong secret is declined, and moves nothing", async () => {
    const { sandbox, provider, payment } = await open();
    const [credentials] = provider.credentials;
    const secret = Object.keys(credentials ?? {}).find((name) => /secret/i.test(name)) ?? "";
    const stranger = fjordpay({
      environment: "test",
      ...credentials,
      [secret]: "not-the-secret",
      fetch: sandbox.fetch,
    });
    const outcome = await stranger.refund({ key: "k", ...provider.requestFor(payment, 100) });
    expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
    expect(sandbox.refunds).toEqual([]);
  });
});
