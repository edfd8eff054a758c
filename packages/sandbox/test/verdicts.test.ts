import { afterEach, describe, expect, test, vi } from "vitest";
import { createSandboxOf } from "../src/sandbox.ts";
import { merchantOf } from "./fixtures/merchant.ts";
import { bearerTable, envelopeTable, formTable, hmacTable } from "./fixtures/tables.ts";

const json = { "Content-Type": "application/json" };
const post = (body: unknown, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { ...json, ...headers },
  body: JSON.stringify(body),
});

afterEach(() => {
  vi.useRealTimers();
});

describe("tokens", () => {
  const tokenUrl = "https://live.bearer.example/v1/token";
  const refundUrl = "https://live.bearer.example/v1/refund";
  const credentials = { appId: "sample-app", appKey: "sample-<key>" };
  const refund = (token: string) =>
    post({ paymentId: "p-1", cents: "100" }, { Authorization: `Bearer ${token}` });

  test("an issued token is accepted until its expiry", async () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ["Date"] });
    const sandbox = await createSandboxOf([bearerTable]);
    const answer = await sandbox.fetch(tokenUrl, post(credentials));
    expect(await answer.json()).toEqual({
      token: "bearer-token-1",
      until: 1_000_000 + 900_000,
      seconds: 900,
    });
    vi.setSystemTime(1_000_000 + 899_999);
    expect((await sandbox.fetch(refundUrl, refund("bearer-token-1"))).status).toBe(200);
    vi.setSystemTime(1_000_000 + 900_000);
    expect((await sandbox.fetch(refundUrl, refund("bearer-token-1"))).status).toBe(401);
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("a reset revokes tokens and restarts their numbers at 1", async () => {
    const sandbox = await createSandboxOf([bearerTable]);
    await sandbox.fetch(tokenUrl, post(credentials));
    sandbox.reset();
    expect((await sandbox.fetch(refundUrl, refund("bearer-token-1"))).status).toBe(401);
    const again = await sandbox.fetch(tokenUrl, post(credentials));
    expect(await again.json()).toMatchObject({ token: "bearer-token-1" });
  });

  test("wrong credentials get no token", async () => {
    const sandbox = await createSandboxOf([bearerTable]);
    const refused = await sandbox.fetch(tokenUrl, post({ ...credentials, appKey: "other" }));
    expect([refused.status, await refused.json()]).toEqual([401, { ok: false, code: 6 }]);
  });
});

describe("the order of checks", () => {
  test("the body is checked first, then credentials, then values", async () => {
    const sandbox = await createSandboxOf([bearerTable]);
    const url = "https://test.bearer.example/v1/refund";
    const wrong = { Authorization: "Bearer wrong" };
    await sandbox.fetch(url, { method: "POST", headers: { ...json, ...wrong }, body: "{" });
    await sandbox.fetch(url, post({ nonsense: true }, wrong));
    await sandbox.fetch(url, post({ nonsense: true }, { Authorization: "Bearer sample-token" }));
    expect(sandbox.requests.map(({ situation, because }) => [situation, because])).toEqual([
      ["invalid_request", "the body is not JSON"],
      ["unauthorized", "header.Authorization must hold the sandbox's credentials.accessToken"],
      ["invalid_request", "body#/paymentId is missing"],
    ]);
  });

  test("credentials are checked before the signature", async () => {
    const { refund } = await merchantOf(envelopeTable);
    const [first] = envelopeTable.payments;
    const body = JSON.stringify({ request: '{"merchantId":4}', signature: "AAAA" });
    const reply = await refund(first ?? { payment: {} }, (request) => ({ ...request, body }));
    expect([reply.situation, reply.body]).toEqual(["unauthorized", { code: "9002" }]);
  });
});

describe("amounts", () => {
  test.each([
    ["a number instead of the documented text", 5000],
    ["zero", "0"],
    ["a sign", "-1"],
    ["a fraction", "10.5"],
    ["an unsafe integer", "9007199254740993"],
    ["null", null],
    ["a list", ["100"]],
  ])("%s is refused", async (_, cents) => {
    const sandbox = await createSandboxOf([bearerTable]);
    const request = post({ paymentId: "p-1", cents }, { Authorization: "Bearer sample-token" });
    const answer = await sandbox.fetch("https://live.bearer.example/v1/refund", request);
    expect([answer.status, await answer.json()]).toEqual([400, { ok: false, code: 4 }]);
    expect(sandbox.refunds).toEqual([]);
  });

  test("numbers keep every digit in requests and answers", async () => {
    const { sandbox, write, refund } = await merchantOf(envelopeTable);
    const payment = { orderId: 4922 };
    const amount = { value: 123456789012344, currency: "KWD" } as const;
    expect((await write("refund", { payment, amount })).body).toContain("123456789012.344");
    await refund({ payment, amount });
    const answer = await sandbox.fetch("http://localhost/envelope/refund", {
      ...(await write("refund", { payment, amount })),
    });
    expect(sandbox.refunds[0]?.amount).toEqual(amount);
    expect(await answer.text()).toBe('{"code":"0000","state":"DECLINED","asked":123456789012.344}');
  });

  test("a request without an amount refunds everything that remains", async () => {
    const { sandbox, refund } = await merchantOf(hmacTable);
    const payment = { shop: "a/b", id: "x y" };
    await refund({ payment, amount: { value: 50, currency: "EUR" } });
    expect((await refund({ payment })).body).toEqual({ amount: "10.00" });
    expect(sandbox.refunds.map(({ amount }) => amount.value)).toEqual([50, 1000]);
  });

  test("a currency that is not the payment's is refused", async () => {
    const { refund } = await merchantOf(hmacTable);
    const amount = { value: 50, currency: "USD" } as const;
    const reply = await refund({ payment: { shop: "c", id: "x y" }, amount });
    expect([reply.situation, reply.because]).toEqual([
      "invalid_request",
      "the currency must be EUR, as in the payment, but is USD",
    ]);
  });
});

describe("identifiers", () => {
  const amount = { value: 100, currency: "HKD" } as const;
  const both = [{ ...envelopeTable.operations.refund, exactlyOne: [] }].map((refund) => ({
    ...envelopeTable,
    operations: { refund },
  }))[0] as typeof envelopeTable;

  test.each([
    ["two identifiers of one payment", { orderId: 4923, reference: "r-2" }, "refunded"],
    ["identifiers of two payments", { orderId: 4923, reference: "r-1" }, "payment_not_found"],
  ])("%s", async (_, payment, situation) => {
    const { refund } = await merchantOf(both);
    expect(await refund({ payment, amount })).toMatchObject({ situation });
  });

  test("no identifier is refused if exactly one is required", async () => {
    const { refund } = await merchantOf(envelopeTable);
    expect(await refund({ payment: {}, amount })).toMatchObject({
      situation: "invalid_request",
      because: "provide exactly one of payment.orderId, payment.reference; the request has 0",
    });
  });

  test("text is refused if a number is documented", async () => {
    const { refund } = await merchantOf(envelopeTable);
    const reply = await refund({ payment: { orderId: "4923" }, amount });
    expect(reply.because).toBe("body#/request/orderId must be of type integer");
  });

  test("path parameters are decoded, and cannot lead to another path", async () => {
    const { sandbox, refund } = await merchantOf(formTable);
    expect(await refund({ payment: { id: "f-1/../f-2" } })).toMatchObject({
      situation: "payment_not_found",
    });
    const broken = await sandbox.fetch("https://api.form.example/v1/transactions/%zz/refund", {
      method: "POST",
    });
    expect(broken.headers.get("x-refunds-sandbox")).toBe(
      "invalid_request: the path has an invalid percent encoding",
    );
  });
});

describe("forms", () => {
  const url = "https://api.form.example/v1/transactions/f-1/refund";
  const headers = { Authorization: "Bearer form-token" };

  test("a reason is repeated in the answer", async () => {
    const sandbox = await createSandboxOf([formTable]);
    const body = new URLSearchParams({ reason: 'dämaged & "bent"' });
    const answer = await sandbox.fetch(url, { method: "POST", headers, body });
    expect(await answer.json()).toEqual({ success: true, data: { remark: 'dämaged & "bent"' } });
  });

  test("a JSON body is refused if a form is documented", async () => {
    const sandbox = await createSandboxOf([formTable]);
    const answer = await sandbox.fetch(url, {
      ...post({ reason: "x" }),
      headers: { ...json, ...headers },
    });
    expect(answer.status).toBe(400);
  });

  test("a duplicate field is refused", async () => {
    const sandbox = await createSandboxOf([formTable]);
    const body = new URLSearchParams("reason=a&reason=b");
    expect((await sandbox.fetch(url, { method: "POST", headers, body })).status).toBe(400);
  });
});

describe("signatures", () => {
  const amount = { value: 100, currency: "EUR" } as const;
  const payment = { shop: "a/b", id: "z" };

  test("a path that differs from the signed one is refused", async () => {
    const { refund } = await merchantOf(hmacTable);
    const reply = await refund({ payment, amount }, (request) => ({
      ...request,
      url: request.url.replace("/z/", "/x%20y/"),
    }));
    // The table has no answer for a bad signature, so the one for unauthorized is used.
    expect(reply).toMatchObject({ situation: "bad_signature", status: 401 });
  });

  test.each(["", "00", "zz", "ä"])("the signature %j is refused", async (signature) => {
    const { refund } = await merchantOf(hmacTable);
    const reply = await refund({ payment, amount }, (request) => ({
      ...request,
      headers: { ...request.headers, "X-Signature": signature },
    }));
    expect(reply.situation).toBe("bad_signature");
  });
});

test("requests are recorded unchanged", async () => {
  const sandbox = await createSandboxOf([bearerTable]);
  const body = '{ "paymentId": "p-1", "cents": "100" }';
  const headers = { ...json, Authorization: "Bearer sample-token", "X-Trace": "7" };
  await sandbox.fetch("https://live.bearer.example/v1/refund?x=1", {
    method: "POST",
    headers,
    body,
  });
  expect(sandbox.requests).toEqual([
    {
      provider: "bearer",
      operation: "refund",
      method: "POST",
      url: "https://live.bearer.example/v1/refund?x=1",
      headers: {
        authorization: "Bearer sample-token",
        "content-type": "application/json",
        "x-trace": "7",
      },
      body,
      arrived: true,
      situation: "refunded",
      moved: true,
      status: 200,
    },
  ]);
});

test("constants of different values in one request do not contradict each other", async () => {
  const { refund } = bearerTable.operations;
  const constant = (name: string, value: string) => ({
    from: "const",
    to: `header.${name}`,
    schema: { const: value },
  });
  const send = [...refund.send, constant("X-Version", "2026-01"), constant("X-Mode", "strict")];
  const table = {
    ...bearerTable,
    operations: { ...bearerTable.operations, refund: { ...refund, send } },
  };
  const sandbox = await createSandboxOf([table]);
  const credentials = post({ appId: "sample-app", appKey: "sample-<key>" });
  await sandbox.fetch("https://live.bearer.example/v1/token", credentials);
  const headers = {
    Authorization: "Bearer bearer-token-1",
    "X-Version": "2026-01",
    "X-Mode": "strict",
  };
  const request = post({ paymentId: "p-1", cents: "100" }, headers);
  const answer = await sandbox.fetch("https://live.bearer.example/v1/refund", request);
  expect(answer.headers.get("x-refunds-sandbox")).toBe("refunded");
});

test("a provider whose query has no answer leaves the other providers simulated", async () => {
  const { queried: _, ...answers } = bearerTable.answers;
  const sandbox = await createSandboxOf([{ ...bearerTable, answers }, formTable]);
  expect(sandbox.providers.map(({ provider }) => provider)).toContain(formTable.provider);
});
