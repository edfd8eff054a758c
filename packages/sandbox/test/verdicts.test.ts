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

  test("a reset revokes tokens, and numbers the next one 1 again", async () => {
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

describe("the order of judgement", () => {
  test("an unreadable body comes before a wrong credential, and that before a wrong value", async () => {
    const sandbox = await createSandboxOf([bearerTable]);
    const url = "https://test.bearer.example/v1/refund";
    const wrong = { Authorization: "Bearer wrong" };
    await sandbox.fetch(url, { method: "POST", headers: { ...json, ...wrong }, body: "{" });
    await sandbox.fetch(url, post({ nonsense: true }, wrong));
    await sandbox.fetch(url, post({ nonsense: true }, { Authorization: "Bearer sample-token" }));
    expect(sandbox.requests.map(({ situation, because }) => [situation, because])).toEqual([
      ["invalid_request", "the body is not JSON"],
      ["unauthorized", "header.Authorization does not hold the sandbox's credentials.accessToken"],
      ["invalid_request", "body#/paymentId is missing"],
    ]);
  });

  test("a wrong merchant comes before a signature that does not fit", async () => {
    const { refund } = await merchantOf(envelopeTable);
    const [first] = envelopeTable.payments;
    const body = JSON.stringify({ request: '{"merchantId":4}', signature: "AAAA" });
    const reply = await refund(first ?? { payment: {} }, (request) => ({ ...request, body }));
    expect([reply.situation, reply.body]).toEqual(["unauthorized", { code: "9002" }]);
  });
});

describe("amounts", () => {
  test.each([
    ["a number where text is documented", 5000],
    ["zero", "0"],
    ["a sign", "-1"],
    ["a fraction", "10.5"],
    ["beyond the safe integers", "9007199254740993"],
    ["null", null],
    ["a list", ["100"]],
  ])("%s is refused", async (_, cents) => {
    const sandbox = await createSandboxOf([bearerTable]);
    const request = post({ paymentId: "p-1", cents }, { Authorization: "Bearer sample-token" });
    const answer = await sandbox.fetch("https://live.bearer.example/v1/refund", request);
    expect([answer.status, await answer.json()]).toEqual([400, { ok: false, code: 4 }]);
    expect(sandbox.refunds).toEqual([]);
  });

  test("numbers keep every digit, in and out", async () => {
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

  test("without an amount everything that remains is refunded", async () => {
    const { sandbox, refund } = await merchantOf(hmacTable);
    const payment = { shop: "a/b", id: "x y" };
    await refund({ payment, amount: { value: 50, currency: "EUR" } });
    expect((await refund({ payment })).body).toEqual({ amount: "10.00" });
    expect(sandbox.refunds.map(({ amount }) => amount.value)).toEqual([50, 1000]);
  });

  test("another currency than the payment's is refused", async () => {
    const { refund } = await merchantOf(hmacTable);
    const amount = { value: 50, currency: "USD" } as const;
    const reply = await refund({ payment: { shop: "c", id: "x y" }, amount });
    expect([reply.situation, reply.because]).toEqual([
      "invalid_request",
      "the payment was made in EUR, not in USD",
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
    ["two of one payment find it", { orderId: 4923, reference: "r-2" }, "refunded"],
    [
      "two of different payments find none",
      { orderId: 4923, reference: "r-1" },
      "payment_not_found",
    ],
  ])("%s", async (_, payment, situation) => {
    const { refund } = await merchantOf(both);
    expect(await refund({ payment, amount })).toMatchObject({ situation });
  });

  test("none, where exactly one is documented, is refused", async () => {
    const { refund } = await merchantOf(envelopeTable);
    expect(await refund({ payment: {}, amount })).toMatchObject({
      situation: "invalid_request",
      because: "exactly one of payment.orderId, payment.reference must be given, not 0",
    });
  });

  test("a number written as text is refused where a number is documented", async () => {
    const { refund } = await merchantOf(envelopeTable);
    const reply = await refund({ payment: { orderId: "4923" }, amount });
    expect(reply.because).toBe("body#/request/orderId must be of type integer");
  });

  test("path parameters are decoded, and a path cannot be escaped from", async () => {
    const { sandbox, refund } = await merchantOf(formTable);
    expect(await refund({ payment: { id: "f-1/../f-2" } })).toMatchObject({
      situation: "payment_not_found",
    });
    const broken = await sandbox.fetch("https://api.form.example/v1/transactions/%zz/refund", {
      method: "POST",
    });
    expect(broken.headers.get("x-refunds-sandbox")).toBe(
      "invalid_request: the path holds a broken percent escape",
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

  test("JSON under a form's header is no form with a reason", async () => {
    const sandbox = await createSandboxOf([formTable]);
    const answer = await sandbox.fetch(url, {
      ...post({ reason: "x" }),
      headers: { ...json, ...headers },
    });
    expect(answer.status).toBe(400);
  });

  test("the same field twice is refused", async () => {
    const sandbox = await createSandboxOf([formTable]);
    const body = new URLSearchParams("reason=a&reason=b");
    expect((await sandbox.fetch(url, { method: "POST", headers, body })).status).toBe(400);
  });
});

describe("signatures", () => {
  const amount = { value: 100, currency: "EUR" } as const;
  const payment = { shop: "a/b", id: "z" };

  test("another path than the one signed is refused", async () => {
    const { refund } = await merchantOf(hmacTable);
    const reply = await refund({ payment, amount }, (request) => ({
      ...request,
      url: request.url.replace("/z/", "/x%20y/"),
    }));
    // The table documents no answer of its own to a bad signature.
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

test("requests are kept as they came", async () => {
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
