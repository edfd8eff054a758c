import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../src/index.ts";
import { type MadeUp, madeUp } from "./made-up.ts";

/** A made-up provider with a host for each shop, a region to choose, and a token from another host. */
let wrenpay: MadeUp;

beforeAll(async () => {
  const spec = await readFile(new URL("../fixtures/wrenpay.yaml", import.meta.url), "utf8");
  wrenpay = await madeUp("wrenpay", spec);
});

afterAll(() => wrenpay.remove());

const refund = { payment: { id: "p1" }, amount: { value: 1050, currency: "EUR" } };
const client = { clientId: "client-1", clientSecret: "planted-secret" };
const answer = { id: "r1", state: "done", amount: 1050, currency: "EUR" };

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
  readonly type: string | null;
  readonly text: string;
}

/** A `fetch` that records requests. By default it issues tokens and refunds. */
function recorded(reply?: (sent: Sent, count: number) => Response | undefined) {
  const sent: Sent[] = [];
  const fetch = async (...given: ConstructorParameters<typeof Request>) => {
    const request = new Request(...given);
    const one = {
      url: request.url,
      authorization: request.headers.get("authorization"),
      type: request.headers.get("content-type"),
      text: await request.text(),
    };
    sent.push(one);
    const issued = { access_token: `token-number-${sent.length}`, expires_in: 3600 };
    const own = reply?.(one, sent.length);
    return (
      own ??
      (one.url.endsWith("/token") ? Response.json(issued) : Response.json(answer, { status: 201 }))
    );
  };
  return { sent, fetch };
}

test("what is generated type-checks, with the region as a choice", async () => {
  const program = `
    import { wrenpay } from "./packages/wrenpay/src/index.ts";
    wrenpay({ environment: "live", clientId: "a", clientSecret: "b", shopId: "c", region: "us" });
    wrenpay({ environment: "test", accessToken: "a" });
    // @ts-expect-error
    wrenpay({ environment: "live", accessToken: "a", region: "asia" });`;
  expect(await wrenpay.typeErrors(program)).toBe("");
});

describe("the host", () => {
  const hostOf = async (options: object) => {
    const { sent, fetch } = recorded();
    await wrenpay.client({ accessToken: "planted-token", ...options, fetch }).refund(refund);
    return sent[0]?.url;
  };

  test.each([
    [{ environment: "live", shopId: "acme" }, "https://acme-api.eu.wrenpay.example/v1/refunds"],
    [
      { environment: "live", shopId: "1797a841-AcmeShop", region: "us" },
      "https://1797a841-acmeshop-api.us.wrenpay.example/v1/refunds",
    ],
    [{ environment: "test" }, "https://api.test.wrenpay.example/v1/refunds"],
    [{ baseUrl: "https://proxy.example/x", shopId: "acme" }, "https://proxy.example/x/refunds"],
    [{ baseUrl: "https://proxy.example/x" }, "https://proxy.example/x/refunds"],
  ])("of %j", async (options, url) => {
    expect(await hostOf(options)).toBe(url);
  });

  test("is called by the openapi-fetch client, too", async () => {
    const { sent, fetch } = recorded();
    const options = { environment: "live", shopId: "Acme", accessToken: "planted-token", fetch };
    const own = wrenpay.fetchClient(options as never) as unknown as {
      POST(path: string, init: object): Promise<unknown>;
    };
    await own.POST("/refunds", { body: { payment: "p1", amount: 1, currency: "EUR" } });
    expect(sent[0]?.url).toBe("https://acme-api.eu.wrenpay.example/v1/refunds");
  });

  test.each([
    "evil.com/",
    "evil.com/x",
    "evil.com",
    "a.b",
    "a@evil.com",
    "@evil.com",
    "user:pass@evil.com",
    "evil.com#",
    "evil.com?",
    "evil.com:443/",
    "evil.com\\",
    "..",
    ".",
    "-a",
    "a-",
    "a b",
    " a",
    "a\n",
    "a\r\nHost: evil.com",
    "a\0",
    "a%2eb",
    "%2f",
    "a_b",
    "ａ",
    "аpple",
    "ß",
    "ſ",
    "\u212a",
    "evil。com",
    "evil．com",
    "\u00ad",
    "a\u200b",
    "$1",
    "{region}",
    "$&",
    "$`",
    "a".repeat(64),
  ])("is not widened by %j", (shopId) => {
    const { sent, fetch } = recorded();
    for (const environment of ["live", "test"]) {
      const options = { environment, accessToken: "planted-token", shopId, fetch };
      expect(() => wrenpay.client(options)).toThrow("shopId must be one part of a host name");
      expect(() => wrenpay.fetchClient(options as never)).toThrow("shopId must be one part");
    }
    expect(sent).toEqual([]);
  });

  test.each([
    [{ shopId: "" }, "shopId must not be empty"],
    [{ shopId: ["evil.com/"] }, "shopId must be string"],
    [{ shopId: Object("acme") }, "shopId must be string"],
    [{}, "shopId is missing: the live host begins with it"],
    [{ shopId: "acme", region: "evil.com/" }, "region must be eu or us"],
    [{ shopId: "acme", region: "" }, "region must be eu or us"],
    [{ shopId: "acme", regio: "eu" }, "regio is unknown"],
  ])("of live with %j is refused: %s", (options, message) => {
    const given = { environment: "live", accessToken: "planted-token", ...options };
    expect(() => wrenpay.client(given)).toThrow(message);
  });

  test.each([
    "acme-api.eu.wrenpay.example",
    "any-api.us.wrenpay.example.",
    "other-api.asia.wrenpay.example",
    "api.test.wrenpay.example",
    "login.wrenpay.example",
    "login.test.wrenpay.example",
  ])("%s is never called in plain http", (host) => {
    const options = {
      accessToken: "planted-token",
      baseUrl: `http://${host}`,
      plainHttpHosts: [host],
    };
    expect(() => wrenpay.client(options)).toThrow("none of the provider's own");
    const changing = {
      count: 0,
      toString: (): string => (changing.count++ === 0 ? "sandbox" : host),
    };
    expect(() => wrenpay.client({ ...options, plainHttpHosts: [changing] })).toThrow(
      "baseUrl must be",
    );
  });
});

describe("the token call", () => {
  test.each([
    ["test", {}, "https://login.test.wrenpay.example", "https://api.test.wrenpay.example/v1"],
    [
      "live",
      { shopId: "acme" },
      "https://login.wrenpay.example",
      "https://acme-api.eu.wrenpay.example/v1",
    ],
  ])(
    "of %s goes to its own host, and the secret only there",
    async (environment, more, login, api) => {
      const { sent, fetch } = recorded();
      const outcome = await wrenpay
        .client({ environment, ...client, ...more, fetch })
        .refund(refund);
      expect(outcome.status).toBe("succeeded");
      // printf 'client-1:planted-secret' | openssl base64
      const basic = "Basic Y2xpZW50LTE6cGxhbnRlZC1zZWNyZXQ=";
      const form = "application/x-www-form-urlencoded";
      expect(sent).toEqual([
        {
          url: `${login}/oauth2/token`,
          authorization: basic,
          type: form,
          text: "grant_type=client_credentials",
        },
        {
          url: `${api}/refunds`,
          authorization: "Bearer token-number-1",
          type: "application/json",
          text: '{"payment":"p1","amount":1050,"currency":"EUR"}',
        },
      ]);
    },
  );

  test("goes to baseUrl like everything else", async () => {
    const { sent, fetch } = recorded();
    await wrenpay.client({ baseUrl: "https://proxy.example/w", ...client, fetch }).refund(refund);
    expect(sent.map(({ url }) => url)).toEqual([
      "https://proxy.example/w/oauth2/token",
      "https://proxy.example/w/refunds",
    ]);
  });

  test("that is refused ends the call, and nothing goes to the API", async () => {
    const { sent, fetch } = recorded(() =>
      Response.json({ error: "invalid_client" }, { status: 401 }),
    );
    const outcome = await wrenpay.client({ environment: "test", ...client, fetch }).refund(refund);
    expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
    expect(sent.map(({ url }) => url)).toEqual(["https://login.test.wrenpay.example/oauth2/token"]);
  });
});

describe("a 401 of the refund", () => {
  const unauthorized = () => Response.json({ error: "invalid_token" }, { status: 401 });
  const isToken = ({ url }: Sent) => url.endsWith("/token");

  async function refunded(
    reply: (sent: Sent, count: number) => Response | undefined,
    given: object = client,
  ) {
    const { sent, fetch } = recorded(reply);
    const outcome = await wrenpay.client({ environment: "test", ...given, fetch }).refund(refund);
    return { outcome, sent: sent.map((one) => (isToken(one) ? "token" : one.authorization)) };
  }

  test("is sent once more with a new token", async () => {
    const { outcome, sent } = await refunded((_, count) =>
      count === 2 ? unauthorized() : undefined,
    );
    expect(outcome.status).toBe("succeeded");
    expect(sent).toEqual(["token", "Bearer token-number-1", "token", "Bearer token-number-3"]);
  });

  test("is sent once more at most", async () => {
    const { outcome, sent } = await refunded((one) => (isToken(one) ? undefined : unauthorized()));
    expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
    expect(sent).toHaveLength(4);
  });

  test("is the outcome if there is no new token", async () => {
    const { outcome, sent } = await refunded((_, count) =>
      count > 1 ? unauthorized() : undefined,
    );
    expect(outcome).toMatchObject({ status: "declined", raw: { status: 401 } });
    expect(sent).toEqual(["token", "Bearer token-number-1", "token"]);
  });

  test("is unknown if the second answer is lost", async () => {
    const { outcome, sent } = await refunded((_, count) => {
      if (count === 4) throw new TypeError("fetch failed");
      return count === 2 ? unauthorized() : undefined;
    });
    expect(outcome.status).toBe("unknown");
    expect(sent).toHaveLength(4);
  });

  test("is final with a token of the caller's own", async () => {
    const { outcome, sent } = await refunded(unauthorized, { accessToken: "planted-token" });
    expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
    expect(sent).toHaveLength(1);
  });

  test.each([[500], [403], [201], [302]])("and not a %i", async (status) => {
    const { sent } = await refunded((one) =>
      isToken(one) ? undefined : Response.json({ error: "invalid_token" }, { status }),
    );
    expect(sent).toHaveLength(2);
  });
});

describe("against its simulator", () => {
  test.each([
    [0, "test"],
    [0, "live"],
    [1, "test"],
    [1, "live"],
  ])("way %i of authenticating in %s", async (way, environment) => {
    const sandbox = await wrenpay.sandbox();
    const credentials = sandbox.provider("wrenpay").credentials[way];
    const given = { environment, ...credentials, fetch: sandbox.fetch };
    expect((await wrenpay.client(given).refund(refund)).status).toBe("succeeded");
    expect(sandbox.refunds).toHaveLength(1);
  });

  test("another secret gets no token", async () => {
    const sandbox = await wrenpay.sandbox();
    const given = {
      environment: "test",
      clientId: "client-1",
      clientSecret: "x",
      fetch: sandbox.fetch,
    };
    const outcome = await wrenpay.client(given).refund(refund);
    expect(outcome).toMatchObject({ status: "declined", reason: "unauthorized" });
    expect(sandbox.refunds).toEqual([]);
  });
});

test("its documents give the setting that the live host needs, and leave out what has a default", async () => {
  const spec = await readFile(new URL("../fixtures/wrenpay.yaml", import.meta.url), "utf8");
  const specs = new Map([["specs/wrenpay.yaml", spec]]);
  const files = await generate({ specs, existing: new Map() });
  const page = files.get("docs/providers/wrenpay.md");
  expect(page).toContain("shopId: process.env.WRENPAY_SHOP_ID");
  expect(page).not.toContain("process.env.WRENPAY_REGION");
  expect(files.get("packages/wrenpay/README.md")).not.toContain("shopId");
});
