import { isSendError } from "@refunds/core/fetch-client";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type AcornClient,
  acorn,
  acornAnswer,
  acornFetchClient,
  acornRequest,
  refundPath,
  withTokenCall,
} from "./support/acorn.ts";
import { type Answering, fakeFetch, json, type SentRequest } from "./support/fake-fetch.ts";
import { closedPort, serve } from "./support/loopback.ts";

afterEach(() => {
  vi.useRealTimers();
});

const inOneHour = () => Math.floor(Date.now() / 1000) + 3600;
const isToken = ({ url }: SentRequest) => url.endsWith("/token");
const issued = (count: number, expires: unknown = inOneHour()) =>
  json({ state: "ok", token: `token-${count}-abcdef`, expires });

const client = (options: object): AcornClient =>
  acorn({ appId: "app", appKey: "app-key-1", accessToken: undefined, ...options }, withTokenCall);

const fetchClient = (options: object) =>
  acornFetchClient(
    { appId: "app", appKey: "app-key-1", accessToken: undefined, ...options },
    withTokenCall,
  );

/** Counts token requests and refund requests separately. */
function provider(
  answer: Answering = () => json(acornAnswer),
  token: Answering = (_, count) => issued(count),
) {
  const counts = { token: 0, refund: 0 };
  const sent = fakeFetch((asked) => {
    const kind = isToken(asked) ? "token" : "refund";
    counts[kind] += 1;
    return (kind === "token" ? token : answer)(asked, counts[kind]);
  });
  return { ...sent, counts };
}

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
  ["unix-seconds", 1_800_003_600],
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

describe("that cannot be had", () => {
  const refused = json({ state: "failed", error: { code: "E9", message: "Wrong key" } }, 401);
  const cases: [string, Answering, object][] = [
    [
      "refused",
      () => refused.clone(),
      { status: "declined", reason: "unauthorized", code: "E9", message: "Wrong key" },
    ],
    [
      "an error that leaves the money open",
      () => json({ state: "failed", error: { code: "E2" } }),
      { status: "not_sent" },
    ],
    ["HTML", () => json("<html>"), { status: "not_sent" }],
    ["empty 500", () => json("", 500), { status: "not_sent" }],
    [
      "a redirect",
      () => new Response(null, { status: 307, headers: { location: "/" } }),
      { status: "not_sent" },
    ],
    ["no token in it", () => json({ state: "ok", expires: 1 }), { status: "not_sent" }],
    ["an empty token", () => json({ state: "ok", token: "", expires: 1 }), { status: "not_sent" }],
    [
      "an object for the token",
      () => json({ state: "ok", token: {}, expires: 1 }),
      { status: "not_sent" },
    ],
    [
      "a token that breaks its header",
      () => json({ state: "ok", token: "abcdefgh\r\nX: 1", expires: inOneHour() }),
      { status: "not_sent" },
    ],
    [
      "a token under 500",
      () => json({ state: "ok", token: "abcdefgh", expires: inOneHour() }, 500),
      { status: "not_sent" },
    ],
    [
      "a fetch that throws",
      () => {
        throw new TypeError("no");
      },
      { status: "not_sent" },
    ],
    [
      "a reset",
      () => {
        throw Object.assign(new Error(), { code: "ECONNRESET" });
      },
      { status: "not_sent" },
    ],
  ];
  test.each(cases)(
    "%s: the refund is not sent, and the next call asks anew",
    async (_, token, want) => {
      const { fetch, counts } = provider(undefined, (asked, count) =>
        count === 1 ? token(asked, count) : issued(count),
      );
      const account = client({ fetch });
      expect(await account.refund(acornRequest)).toMatchObject(want);
      expect(counts).toEqual({ token: 1, refund: 0 });
      // A token that cannot be sent is kept until it ends: it is the provider's fault, and nothing leaves.
      if (_.includes("breaks its header")) return;
      expect((await account.refund(acornRequest)).status).toBe("succeeded");
    },
  );

  test.each(cases)("%s: a call of openapi-fetch is not sent either", async (_, token) => {
    const { fetch, counts } = provider(undefined, token);
    const thrown = await fetchClient({ fetch })
      .POST(refundPath, { params: { path: { id: "1" } } })
      .catch((error: unknown) => error);
    expect(isSendError(thrown) && thrown.status).toBe("not_sent");
    expect(counts).toEqual({ token: 1, refund: 0 });
  });

  test("no connection: not sent", async () => {
    const outcome = await client({ baseUrl: await closedPort(), environment: undefined }).refund(
      acornRequest,
    );
    expect(outcome).toMatchObject({ status: "not_sent", cause: { code: "ECONNREFUSED" } });
  });

  test("a hanging token call: not sent at the deadline, for every waiting caller", async () => {
    const server = await serve(() => {});
    const account = client({ baseUrl: server.baseUrl, timeoutMs: 1000 });
    const outcomes = await Promise.all([
      account.refund(acornRequest),
      account.refund(acornRequest),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["not_sent", "not_sent"]);
    expect(server.arrived).toEqual(["POST /token"]);
  });

  test("one caller's abort does not take the token from another", async () => {
    const { fetch, counts } = provider(undefined, async (_, count) => {
      await new Promise((tick) => setTimeout(tick, 50));
      return issued(count);
    });
    const account = client({ fetch });
    const controller = new AbortController();
    const both = Promise.all([
      account.refund(acornRequest, controller),
      account.refund(acornRequest),
    ]);
    setTimeout(() => controller.abort(), 10);
    expect((await both).map(({ status }) => status)).toEqual(["not_sent", "succeeded"]);
    expect(counts).toEqual({ token: 1, refund: 1 });
  });
});

test("a process that slept past its deadline while it waited for a token sends no refund", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { fetch, counts } = provider(undefined, (_, count) => {
    // Its timers have not fired yet.
    vi.setSystemTime(Date.now() + 60_000);
    return issued(count);
  });
  expect(await client({ fetch, timeoutMs: 5000 }).refund(acornRequest)).toMatchObject({
    status: "not_sent",
  });
  expect(counts).toEqual({ token: 1, refund: 0 });
});
