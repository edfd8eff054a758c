import { afterEach, expect, test, vi } from "vitest";
import { acorn, acornAnswer, acornRequest, refundPath, withTokenCall } from "./support/acorn.ts";
import { json } from "./support/fake-fetch.ts";
import { client, fetchClient, issued, isToken, provider } from "./support/token-provider.ts";

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [
    "names the token twice",
    '{"state":"ok","token":"token-1","token":"token-2","expires":4000000000}',
  ],
  [
    "names the end twice",
    '{"state":"ok","token":"token-1","expires":1,"\\u0065xpires":4000000000}',
  ],
  [
    "is nested deep",
    `{"state":"ok","token":"t","expires":1,"a":${"[".repeat(3000)}${"]".repeat(3000)}}`,
  ],
])("is not taken from an answer that %s, and nothing is sent", async (_, answer) => {
  const { fetch, calls } = provider(undefined, () => json(answer));
  const outcome = await client({ fetch }).refund(acornRequest);
  expect(outcome).toMatchObject({ status: "not_sent", cause: { name: "TokenError" } });
  expect(calls.every(isToken)).toBe(true);
});

test("is obtained once, as the provider documents, and used", async () => {
  const { fetch, calls } = provider();
  const account = client({ fetch });
  expect((await account.refund(acornRequest)).status).toBe("succeeded");
  await account.query({ payment: { id: "1" } });
  expect(
    calls.map(
      ({ method, url, headers }) => `${method} ${url.split("/v1/")[1]} ${headers.authorization}`,
    ),
  ).toEqual([
    "POST token undefined",
    "POST payments/pay-1/refund Bearer token-1-abcdef",
    "GET payments/1 Bearer token-1-abcdef",
  ]);
  expect(calls[0]?.body).toBe("id=app&key=app-key-1");
});

test("the openapi-fetch client obtains one of its own, once", async () => {
  const { fetch, calls } = provider();
  const raw = fetchClient({ fetch });
  const params = { path: { id: "1" } };
  await raw.GET("/payments/{id}", { params });
  await raw.POST(refundPath, { params });
  expect(
    calls.map(({ url, headers }) => `${url.split("/v1/")[1]} ${headers.authorization}`),
  ).toEqual([
    "token undefined",
    "payments/1 Bearer token-1-abcdef",
    "payments/1/refund Bearer token-1-abcdef",
  ]);
});

test("is shared by concurrent callers", async () => {
  const { fetch, counts } = provider();
  const account = client({ fetch });
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => account.refund(acornRequest)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(Array(10).fill("succeeded"));
  expect(counts).toEqual({ token: 1, refund: 10 });
});

test("is not shared between clients", async () => {
  const { fetch, counts } = provider();
  await Promise.all([
    client({ fetch }).refund(acornRequest),
    client({ fetch }).refund(acornRequest),
  ]);
  expect(counts.token).toBe(2);
});

test("is renewed before it ends", async () => {
  vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ["Date"] });
  const { fetch, counts, calls } = provider();
  const account = client({ fetch });
  await account.refund(acornRequest);
  vi.setSystemTime(Date.now() + 3_539_000);
  await account.refund(acornRequest);
  expect(counts.token).toBe(1);
  vi.setSystemTime(Date.now() + 2_000);
  await account.refund(acornRequest);
  expect(counts.token).toBe(2);
  expect(calls.at(-1)?.headers.authorization).toBe("Bearer token-2-abcdef");
});

test.each([
  ["unix-milliseconds", 1_800_003_600_000],
  ["seconds-from-now", 3600],
  ["iso-8601", "2027-01-15T09:00:00Z"],
  ["iso-8601", "2027-01-15T17:00:00+08:00"],
] as const)(
  "that ends in an hour, written as %s %s, is used for 59 minutes",
  async (format, end) => {
    vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ["Date"] });
    const { fetch, counts } = provider(undefined, (_, count) => issued(count, end));
    const { token } = withTokenCall;
    if (!token) throw new Error("there is no token call");
    const table = { ...withTokenCall, token: { ...token, expires: { at: "/expires", format } } };
    const options = { appId: "app", appKey: "app-key-1", accessToken: undefined };
    const account = acorn({ ...options, fetch }, table);
    await account.refund(acornRequest);
    vi.setSystemTime(1_800_000_000_000 + 59 * 60_000 - 1);
    await account.refund(acornRequest);
    expect(counts.token).toBe(1);
    vi.setSystemTime(1_800_000_000_000 + 59 * 60_000);
    await account.refund(acornRequest);
    expect(counts.token).toBe(2);
  },
);

test("with an unreadable expiry is used for one call only", async () => {
  const { fetch, counts } = provider(undefined, (_, count) => issued(count, "soon"));
  const { token } = withTokenCall;
  if (!token) throw new Error("there is no token call");
  const expires = { at: "/expires", format: "iso-8601" } as const;
  const options = { appId: "app", appKey: "app-key-1", accessToken: undefined };
  const account = acorn({ ...options, fetch }, { ...withTokenCall, token: { ...token, expires } });
  await account.refund(acornRequest);
  await account.refund(acornRequest);
  expect(counts.token).toBe(2);
});

test.each([
  ["missing", undefined],
  ["no time", "soon"],
  ["past", 1],
  ["null", null],
])("whose end is %s is used for its call only", async (_, expires) => {
  const { fetch, counts } = provider(undefined, (_, count) =>
    json({ state: "ok", token: `t-${count}-abcdefgh`, expires }),
  );
  const account = client({ fetch });
  await account.refund(acornRequest);
  await account.refund(acornRequest);
  expect(counts).toEqual({ token: 2, refund: 2 });
});

test.each([
  ["a decline for another reason", json({ state: "failed", error: { code: "E1" } })],
  ["an unknown outcome", json("<h1>", 500)],
  ["a pending one", json({ ...acornAnswer, state: "queued" })],
])("%s leaves the token as it is", async (_, answer) => {
  const { fetch, counts } = provider(() => answer.clone());
  const account = client({ fetch });
  await account.refund(acornRequest);
  await account.refund(acornRequest);
  expect(counts).toEqual({ token: 1, refund: 2 });
});

test.each([
  ["a documented refusal", json({ state: "failed", error: { code: "E9" } })],
  ["any 401", json("<h1>Unauthorized</h1>", 401)],
])("is dropped after %s, and the refund is not sent again", async (_, refusal) => {
  const { fetch, counts } = provider((_, count) => (count === 1 ? refusal : json(acornAnswer)));
  const account = client({ fetch });
  expect((await account.refund(acornRequest)).status).toMatch(/declined|unknown/);
  expect(counts).toEqual({ token: 1, refund: 1 });
  expect((await account.refund(acornRequest)).status).toBe("succeeded");
  expect(counts).toEqual({ token: 2, refund: 2 });
});

test("that was refused is dropped, and not the one that another call has obtained meanwhile", async () => {
  const refusal = json({ state: "failed", error: { code: "E9" } }, 401);
  let refuseLate = () => {};
  const late = new Promise<Response>((resolve) => {
    refuseLate = () => resolve(refusal.clone());
  });
  const answers = [() => refusal.clone(), () => late];
  const { fetch, counts, calls } = provider(
    (_, count) => answers[count - 1]?.() ?? json(acornAnswer),
  );
  const account = client({ fetch });
  const [first, second] = [account.refund(acornRequest), account.refund(acornRequest)];
  expect((await first).status).toBe("declined");
  expect((await account.refund(acornRequest)).status).toBe("succeeded");
  refuseLate();
  expect((await second).status).toBe("declined");
  expect((await account.refund(acornRequest)).status).toBe("succeeded");
  expect(counts).toEqual({ token: 2, refund: 4 });
  expect(calls.at(-1)?.headers.authorization).toBe("Bearer token-2-abcdef");
});
