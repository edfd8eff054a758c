import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest } from "./support/acorn.ts";
import { json } from "./support/fake-fetch.ts";

type Fetch = typeof globalThis.fetch;
const lost = { status: "unknown", because: "connection_lost" };
const circular: Record<string, unknown> = { name: "AggregateError" };
circular.errors = [circular];
circular.cause = circular;
const trap = new Proxy(
  {},
  {
    get: () => {
      throw new Error("no");
    },
  },
);
const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
const reset = Object.assign(new Error("reset"), { code: "ECONNRESET" });
const noRoute = (syscall: string) =>
  Object.assign(new Error("no route"), { code: "EHOSTUNREACH", syscall });
const connectTimeout = Object.assign(new Error("slow"), { code: "UND_ERR_CONNECT_TIMEOUT" });
const failed = (cause: unknown) => new TypeError("fetch failed", { cause });

const thrown: [string, unknown, object][] = [
  ["a string", "ECONNREFUSED", lost],
  ["null", null, lost],
  ["undefined", undefined, lost],
  ["a number", 0, lost],
  ["a symbol", Symbol("x"), lost],
  ["an object with headers", { headers: { authorization: "x" } }, lost],
  ["an object without a prototype", Object.create(null), lost],
  ["an object that throws when looked at", trap, lost],
  [
    "an object whose fields are objects",
    { name: {}, message: Object.create(null), code: {} },
    lost,
  ],
  ["errors that hold each other", circular, lost],
  ["a reset", failed(reset), lost],
  [
    "a timeout of its own",
    failed(Object.assign(new Error(), { code: "UND_ERR_HEADERS_TIMEOUT" })),
    lost,
  ],
  ["an abort of its own", new DOMException("", "AbortError"), lost],
  ["no attempts at all", failed(new AggregateError([])), lost],
  ["one attempt refused, one reset", failed(new AggregateError([refused, reset])), lost],
  ["every attempt refused", failed(new AggregateError([refused, refused])), { status: "not_sent" }],
  ["refused", failed(refused), { status: "not_sent" }],
  ["refused, without a wrapper", refused, { status: "not_sent" }],
  ["no route, at connecting", failed(noRoute("connect")), { status: "not_sent" }],
  ["no route, long after connecting", failed(noRoute("read")), lost],
  ["no answer to connecting", failed(connectTimeout), { status: "not_sent" }],
  // As the runtimes say it, word for word.
  ...(
    [
      ["Node", "DEPTH_ZERO_SELF_SIGNED_CERT", undefined, "self-signed certificate; if the root CA"],
      ["Node", "ERR_TLS_CERT_ALTNAME_INVALID", undefined, "Hostname/IP does not match"],
      ["Node", "CERT_HAS_EXPIRED", undefined, "certificate has expired"],
      ["Node", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", undefined, "unable to verify the first"],
      ["Node", "ECONNRESET", "connect", "connect ECONNRESET 10.0.0.1:443"],
      [
        "Node",
        "ECONNRESET",
        undefined,
        "Client network socket disconnected before secure TLS connection was established",
      ],
      ["Node", "ENETUNREACH", "connect", "connect ENETUNREACH 255.255.255.255:80 - Local"],
      ["Node", "EMFILE", "connect", "connect EMFILE 127.0.0.1:7700 - Local (undefined:undefined)"],
      ["undici 8", "UND_ERR_PRX_CONN", undefined, "Proxy Connection failed"],
      ["Bun", "ERR_PROXY_TUNNEL", undefined, "Proxy refused to open a tunnel: 407 Nope"],
      [
        "Deno",
        undefined,
        undefined,
        "error sending request for url (https://x.invalid/): client error (Connect): unsuccessful tunnel",
      ],
      ["Bun", "ECONNREFUSED", undefined, "ECONNREFUSED: Unable to connect. Is the computer able"],
      ["Bun", "ENOTFOUND", "getaddrinfo", "getaddrinfo ENOTFOUND nonexistent.invalid"],
      [
        "Deno",
        undefined,
        undefined,
        "error sending request for url (http://x.invalid/): client error (Connect): dns error: failed to lookup",
      ],
      [
        "Deno",
        undefined,
        undefined,
        "error sending request for url (https://127.0.0.1:4560/): client error (Connect): invalid peer certificate: Expired",
      ],
    ] as const
  ).map(([runtime, code, syscall, message]): [string, unknown, object] => [
    `${runtime}: ${code} ${message}`,
    failed(Object.assign(new Error(message), { code, syscall })),
    { status: "not_sent", because: "not_connected" },
  ]),
  ...[
    ["Node", "bad port"],
    ["Deno", "Fetch failed: Requests to port 6667 are blocked"],
    ["Deno", 'Requires net access to "127.0.0.1:7700", run again with the --allow-net flag'],
  ].map(([runtime, message]): [string, unknown, object] => [
    `${runtime}: ${message}`,
    failed(new Error(message)),
    { status: "not_sent", because: "not_dispatched" },
  ]),
  ...(
    [
      [
        "Node",
        "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
        undefined,
        "tlsv13 alert certificate required",
      ],
      ["Node", "ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE", undefined, "ssl/tls alert bad certificate"],
      ["Node", "ERR_SSL_WRONG_VERSION_NUMBER", undefined, "wrong version number"],
      ["Node", "ECONNRESET", "read", "read ECONNRESET"],
      ["Node", "EPIPE", "write", "write EPIPE"],
      ["Node", "EMFILE", "open", "EMFILE: too many open files"],
      ["undici", "UND_ERR_ABORTED", undefined, "Proxy response (407) was something else"],
      ["undici", "UND_ERR_INVALID_ARG", undefined, "invalid content-length header"],
      ["Node", "UND_ERR_SOCKET", undefined, "other side closed"],
      [
        "Bun",
        "ECONNRESET",
        undefined,
        "ECONNRESET: The socket connection was closed unexpectedly.",
      ],
      ["Bun", "EPROTO", undefined, "EPROTO: The TLS handshake failed."],
      [
        "Deno",
        undefined,
        undefined,
        "error sending request for http://x/ (127.0.0.1:4561): client error (SendRequest): connection closed before message completed",
      ],
      ["Deno", undefined, undefined, "Connection reset by peer (os error 104)"],
      ["workerd", undefined, undefined, "Network connection lost."],
      ["workerd", undefined, undefined, "internal error; reference = gk4frh8acrhljcqli1uptl1r"],
    ] as const
  ).map(([runtime, code, syscall, message]): [string, unknown, object] => [
    `${runtime}: ${code} ${message}`,
    failed(Object.assign(new Error(message), { code, syscall })),
    lost,
  ]),
  ["refused, two wrappers deep", failed(failed(refused)), lost],
];
describe.each(["rejects with", "throws"])("an injected fetch that %s", (how) => {
  test.each(thrown)("%s", async (_, error, want) => {
    const fetch = (() => {
      if (how === "throws") throw error;
      return Promise.reject(error);
    }) as Fetch;
    // Too short for another try.
    const outcome = await acorn({ fetch, timeoutMs: 490 }).refund(acornRequest);
    expect(outcome).toMatchObject(want);
    expect("cause" in outcome && outcome.cause).toMatchObject({
      name: expect.any(String),
      message: expect.any(String),
    });
    expect(JSON.stringify(outcome)).not.toContain("authorization");
  });
});

const locked = () => {
  const response = json(acornAnswer);
  response.body?.getReader();
  return response;
};
const returned: [string, unknown][] = [
  ["nothing", undefined],
  ["a promise of nothing", Promise.resolve()],
  ["an empty object", Promise.resolve({})],
  ["an answer already read", Promise.resolve(locked())],
  [
    "a body of text chunks",
    Promise.resolve({
      status: 200,
      body: new ReadableStream({
        start: (c) => {
          c.enqueue("{}");
          c.close();
        },
      }),
    }),
  ],
  [
    "a body that fails with null",
    Promise.resolve(new Response(new ReadableStream({ start: (c) => c.error(null) }))),
  ],
  ["Response.error()", Promise.resolve(Response.error())],
];
test.each(returned)("an injected fetch that returns %s: unknown", async (_, result) => {
  const outcome = await acorn({ fetch: (() => result) as Fetch }).refund(acornRequest);
  expect(outcome.status).toBe("unknown");
});

test("an injected fetch that is refused only while the body is read: unknown", async () => {
  const body = new ReadableStream({ start: (c) => c.error(failed(refused)) });
  const outcome = await acorn({ fetch: (async () => new Response(body)) as Fetch }).refund(
    acornRequest,
  );
  expect(outcome).toMatchObject(lost);
});

describe("an injected fetch that ignores its signal", () => {
  const never = new Promise<never>(() => {});
  test("is left at the deadline", async () => {
    const outcome = await acorn({ fetch: (() => never) as Fetch, timeoutMs: 500 }).refund(
      acornRequest,
    );
    expect(outcome).toMatchObject({ status: "unknown", because: "timeout" });
  });

  test("is left while it holds back the body", async () => {
    const body = new ReadableStream({ pull: () => never, cancel: () => never });
    const outcome = await acorn({
      fetch: (async () => new Response(body)) as Fetch,
      timeoutMs: 500,
    }).refund(acornRequest);
    expect(outcome).toMatchObject({
      status: "unknown",
      because: "timeout",
      raw: { status: 200, body: "" },
    });
  });

  test("may fail later without harm, and a refusal then proves nothing", async () => {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(failed(refused)), 1000));
    const outcome = await acorn({ fetch: (() => late) as Fetch, timeoutMs: 500 }).refund(
      acornRequest,
    );
    expect(outcome).toMatchObject({ status: "unknown", because: "timeout" });
    // An unhandled rejection would fail the run.
    await new Promise((tick) => setTimeout(tick, 700));
  });
});

test("the global fetch is looked up at each call", async () => {
  const original = globalThis.fetch;
  const client = acorn();
  try {
    globalThis.fetch = (async () => json(acornAnswer)) as Fetch;
    expect((await client.refund(acornRequest)).status).toBe("succeeded");
  } finally {
    globalThis.fetch = original;
  }
});

test("an answer nested so deep that walking it would fail is unknown, not an exception", async () => {
  const deep = `{"state":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
  const fetch = async () => new Response(deep);
  const outcome = await acorn({ fetch }).refund(acornRequest);
  expect(outcome.status).toBe("unknown");
});

test("a signal that cannot be let go of is refused before anything is sent", async () => {
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    return json(acornAnswer);
  };
  const signal = { aborted: false, addEventListener() {} } as unknown as AbortSignal;
  await expect(acorn({ fetch }).refund(acornRequest, { signal })).rejects.toThrow("signal");
  expect(sent).toBe(0);
});
