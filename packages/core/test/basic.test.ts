import { basicCredentials, type ProviderTable } from "@refunds/core/provider";
import { describe, expect, test } from "vitest";
import {
  acornAnswer,
  acornClients,
  acornRequest,
  acornTable,
  refundPath,
} from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";
import { openssl } from "./support/openssl.ts";
import { refusal } from "./support/refusal.ts";

const text = { type: "string", minLength: 1 } as const;

/** The same provider, with HTTP Basic in place of a token. */
const withBasic = (password = "password"): ProviderTable => {
  const basic = {
    from: `credentials.user:${password}`,
    to: "header.Authorization",
    schema: { type: "string" },
    prefix: "Basic ",
  } as const;
  return {
    ...acornTable,
    credentials: [
      {
        user: { schema: text, ...(!password && { secret: true as const }) },
        ...(password && { [password]: { secret: true as const, schema: text } }),
      },
    ],
    refund: { ...acornTable.refund, send: [basic, ...acornTable.refund.send.slice(1)] },
    query: {
      method: "GET",
      path: "/payments/{id}",
      send: [basic, { from: "payment.id", to: "path.id", schema: text }],
      outcomes: [{ when: { http: "200" }, means: "found" }],
      answer: [{}],
    },
  };
};

const clients = (given: object, table = withBasic()) =>
  acornClients({ environment: "test", ...given }, table, { basic: basicCredentials });

/** The headers that both clients send: they must be the same. */
async function sentBy(given: object, table = withBasic()): Promise<string | undefined> {
  const { fetch, calls } = fakeFetch();
  const { client, fetchClient } = clients({ ...given, fetch }, table);
  await client.refund(acornRequest);
  await client.query({ payment: { id: "pay-1" } });
  await fetchClient.POST(refundPath, {
    params: { path: { id: "pay-1" } },
    body: { amount: "1050", currency: "EUR" },
  });
  const values = new Set(calls.map(({ headers }) => headers.authorization));
  expect(calls).toHaveLength(3);
  expect(values.size).toBe(1);
  return [...values][0];
}

describe("the header", () => {
  test("is that of RFC 7617's example", async () => {
    expect(await sentBy({ user: "Aladdin", password: "open sesame" })).toBe(
      "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    );
  });

  test("is in UTF-8, as in RFC 7617's second example", async () => {
    expect(await sentBy({ user: "test", password: "123£" })).toBe("Basic dGVzdDoxMjPCow==");
  });

  test.each([
    ["user", "a:b:c"],
    ["ключ", "日本語 🦊"],
    ["merchant+1/x", " leading and trailing "],
    ["u", "p".repeat(300)],
  ])("of %s and %s is what openssl writes", async (user, password) => {
    const encoded = openssl("base64 -A", `${user}:${password}`);
    expect(await sentBy({ user, password })).toBe(`Basic ${encoded}`);
  });

  test("has a colon after the user name if there is no password", async () => {
    const encoded = openssl("base64 -A", "key_live_1234567:");
    expect(await sentBy({ user: "key_live_1234567" }, withBasic(""))).toBe(`Basic ${encoded}`);
  });
});

test.each([
  [
    "a colon in the user name",
    { user: "a:b", password: "secret-123" },
    "user must not contain a colon",
  ],
  ["a line break", { user: "a", password: "secret\n123" }, "password must not contain a control"],
  ["a NUL", { user: "a\0", password: "secret-123" }, "user must not contain a control"],
  [
    "half a character",
    { user: "a", password: "secret-\ud800" },
    "password must not contain a control",
  ],
])("%s is refused when the client is made, without the value", async (_, given, message) => {
  const error = await refusal(() => clients(given));
  expect(error.code).toBe("invalid_options");
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("secret");
});

describe("an answer that repeats the secret is masked:", () => {
  const [user, password] = ["acorn-user", "planted-basic-secret"];
  const encoded = openssl("base64 -A", `${user}:${password}`);
  test.each([
    ["the password", password],
    ["the value of the header", encoded],
    ["the whole header", `Basic ${encoded}`],
    ["the value without padding", encoded.replace(/=+$/, "")],
    ["the value in a URL", encodeURIComponent(encoded)],
    ["the password in Base64", openssl("base64 -A", password)],
  ])("%s", async (_, shown) => {
    const { fetch } = fakeFetch(() => json({ ...acornAnswer, debug: `got ${shown} there` }));
    const { client, fetchClient } = clients({ user, password, fetch });
    const outcome = await client.refund(acornRequest);
    expect(outcome.status).toBe("succeeded");
    const { data } = await fetchClient.POST(refundPath, {
      params: { path: { id: "pay-1" } },
      body: { amount: "1050", currency: "EUR" },
    });
    for (const printed of [JSON.stringify(outcome), JSON.stringify(data)]) {
      expect(printed).toContain("[secret]");
      expect(printed).not.toContain(shown);
      expect(printed).not.toContain(encoded.slice(20, -4));
    }
  });

  test("a short password, as part of the header", async () => {
    const short = openssl("base64 -A", "acorn-user:abc");
    const { fetch } = fakeFetch(() => json({ ...acornAnswer, debug: short }));
    const outcome = await clients({ user, password: "abc", fetch }).client.refund(acornRequest);
    expect(JSON.stringify(outcome)).not.toContain(short);
  });
});
