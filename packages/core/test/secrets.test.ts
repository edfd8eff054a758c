import { inspect } from "node:util";
import type { ProviderTable } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import {
  acorn,
  acornAnswer,
  acornFetchClient,
  acornRequest,
  acornTable,
  refundPath,
  withSignature,
  withTokenCall,
} from "./support/acorn.ts";
import { type Answering, fakeFetch, json } from "./support/fake-fetch.ts";
import { openssl } from "./support/openssl.ts";

const accessToken = `planted"token'/+=&<>%20 \\é`.replace(/ |é/g, "-");
const appKey = `planted key "/+=&<>' \\ é漢`;
const issuedToken = "planted-issued/token+==";
const signingKey = openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
const pemLine = signingKey.split("\n")[5] ?? "";

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const escapeNamed = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const php = (text: string) =>
  inJson(text)
    .replaceAll("/", "\\/")
    .replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
const ways: Record<string, (text: string) => string> = {
  "as it is": (text) => text,
  "in JSON": inJson,
  "in PHP's JSON": php,
  "in HTML": escapeHtml,
  "in HTML, by names": escapeNamed,
  "in a URL": encodeURIComponent,
  "in a URL, lower case": (text) =>
    encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  "in a form": (text) => new URLSearchParams({ a: text }).toString().slice(2),
};

/** Everything of `things` that a program can print. */
function printed(...things: unknown[]): string {
  const stacks = things.map((thing) => (thing instanceof Error ? `${thing.stack} ${thing}` : ""));
  return [
    ...things.map(
      (thing) =>
        `${inspect(thing, { depth: null, showHidden: true, getters: true, maxStringLength: null })} ${JSON.stringify(thing)}`,
    ),
    ...stacks,
  ].join("\n");
}

function expectNo(secrets: string[], text: string) {
  for (const secret of secrets) {
    const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
    for (const form of [secret, base64, ...Object.values(ways).map((way) => way(secret))]) {
      expect(text.includes(form), `found ${form.slice(0, 12)}… in ${text.slice(0, 2000)}`).toBe(
        false,
      );
      // Printed once more as JSON, or by inspect.
      expect(text.includes(inJson(form))).toBe(false);
    }
  }
}

/** Every way to use a client, and everything it gives back, logs and throws. */
async function everything(options: object, table: ProviderTable): Promise<string> {
  const make = (more: object) => acorn({ ...options, ...more }, table);
  const seen: unknown[] = [];
  const logger = (event: unknown) => seen.push(event);
  const keep = async (act: () => unknown) => {
    try {
      seen.push(await act());
    } catch (error) {
      seen.push(error);
    }
  };
  await keep(() => make({ logger, retries: 1 }));
  await keep(() => make({ logger, baseUrl: "http://evil.com", environment: undefined }));
  const client = make({ logger });
  seen.push(client);
  await keep(() => client.refund(null));
  await keep(() => client.refund({ ...acornRequest, amount: 0 }));
  await keep(() => client.refund(acornRequest, { signal: AbortSignal.abort() }));
  await keep(() => client.refund(acornRequest));
  await keep(() => client.refund(acornRequest));
  await keep(() => client.query({ payment: { id: "1" } }));
  const params = { path: { id: "1" } };
  const init = { params, body: { nested: {} } };
  const raw = acornFetchClient({ ...options, logger }, table);
  raw.use({ onRequest: ({ request }) => void seen.push(request, [...request.headers]) });
  seen.push(raw);
  const kept = (call: Promise<{ data?: unknown; error?: unknown; response: Response }>) =>
    keep(async () => {
      const { data, error, response } = await call;
      seen.push(data, error, [...response.headers]);
    });
  await kept(raw.POST(refundPath, { params, body: { when: new Date() } }));
  await kept(raw.POST(refundPath, init));
  await kept(raw.GET("/payments/{id}", { params }));
  seen.push(init);
  return printed(...seen);
}

const hmacKey = withSignature({
  algorithm: "HMAC-SHA-256",
  key: "credentials.signingKey",
  over: ["body"],
  encoding: "hex",
  to: "header.X-Signature",
});

const variants: Record<string, { table: ProviderTable; options: object; secrets: string[] }> = {
  token: { table: acornTable, options: { accessToken }, secrets: [accessToken] },
  "rsa key": {
    table: withSignature({
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      key: "credentials.signingKey",
      over: ["body"],
      encoding: "base64",
      to: "header.X-Signature",
    }),
    options: { accessToken, signingKey },
    secrets: [accessToken, signingKey, pemLine],
  },
  "hmac key": {
    table: hmacKey,
    options: { accessToken, signingKey: appKey },
    secrets: [accessToken, appKey],
  },
  "obtained token": {
    table: withTokenCall,
    options: { appId: "app", appKey, accessToken: undefined },
    secrets: [appKey, issuedToken],
  },
};

describe.each(Object.entries(variants))("%s", (_, { table, options, secrets }) => {
  const issue = { state: "ok", token: issuedToken, expires: 4_000_000_000 };
  const scenarios: Record<string, (echo: string) => Answering> = {
    "an HTML error": (echo) => () => json(`<p>bad ${echo}</p>`, 500),
    "a JSON message": (echo) => () =>
      new Response(`{"state":"failed","error":{"code":"E1","message":"bad ${echo}"}}`),
    "a JSON code": (echo) => () => new Response(`{"state":"failed","error":{"code":"${echo}"}}`),
    "a success": (echo) => () => new Response(JSON.stringify(acornAnswer).replace("A-1", echo)),
    "an unknown field": (echo) => () => new Response(`{"state":"paid","${echo}":["${echo}"]}`),
    "a contradiction": (echo) => () =>
      new Response(JSON.stringify(acornAnswer).replace("EUR", echo)),
    "an error thrown": (echo) => () => {
      throw Object.assign(
        new TypeError(`bad ${echo}`, {
          cause: Object.assign(new Error(`bad ${echo}`), { headers: echo }),
        }),
        { request: echo },
      );
    },
    "a code thrown": (echo) => () => {
      throw Object.assign(new Error(echo), { name: echo, code: echo });
    },
    "a body that ends too soon": (echo) => () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode(`<p>${echo}</p>`)),
          pull: (controller) => controller.error(new Error(echo)),
        }),
      ),
  };

  describe.each(Object.entries(scenarios))("echoed in %s", (_, answer) => {
    test.each(Object.entries(ways))("%s", async (_, way) => {
      for (const secret of secrets) {
        const { fetch } = fakeFetch((asked, count) =>
          asked.url.endsWith("/token") ? json(issue) : answer(way(secret))(asked, count),
        );
        expectNo(secrets, await everything({ fetch, ...options }, table));
      }
    });
  });
});

describe("the token call echoes", () => {
  const { table, options, secrets } = variants["obtained token"] as (typeof variants)[string];
  test.each([
    [
      "in its words",
      (key: string) => json({ state: "failed", error: { code: "E1", message: `bad ${key}` } }),
    ],
    [
      "in an undocumented code",
      (key: string) => json({ state: "failed", error: { code: key, message: key } }),
    ],
    ["in HTML", (key: string) => json(`<p>${escapeHtml(key)}`, 500)],
    [
      "with a token that it does not return",
      (key: string) => json({ state: "ok", echo: key, expires: 1 }),
    ],
    [
      "under the wrong status",
      (_: string) => json({ state: "ok", token: "short", expires: 1 }, 500),
    ],
  ])("%s", async (_, answer) => {
    const { fetch } = fakeFetch(() => answer(appKey));
    expectNo(secrets, await everything({ fetch, ...options }, table));
  });
});

test("a secret placed inside the body does not enter the caller's objects", async () => {
  const table: ProviderTable = {
    ...acornTable,
    refund: {
      ...acornTable.refund,
      send: [
        ...acornTable.refund.send,
        { from: "credentials.accessToken", to: "body#/auth/token", schema: {} },
      ],
    },
  };
  const { fetch, calls } = fakeFetch();
  const request = { params: { path: { id: "1" } }, body: { auth: { user: "u" } } };
  await acornFetchClient({ fetch, accessToken }, table).POST(refundPath, request);
  expect(JSON.parse(calls[0]?.body ?? "")).toEqual({ auth: { user: "u", token: accessToken } });
  expect(request.body).toEqual({ auth: { user: "u" } });
});

test("text that is not secret stays as it is", async () => {
  const body = { ...acornAnswer, note: "planted token, planted key, app" };
  const { fetch } = fakeFetch(() => json(body));
  expect(await acorn({ fetch, accessToken }).refund(acornRequest)).toMatchObject({ answer: body });
});
