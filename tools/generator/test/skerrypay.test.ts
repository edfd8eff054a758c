import { readFile } from "node:fs/promises";
import { type EvidenceTable, prove } from "@refunds/core/provider";
import { createSandbox } from "@refunds/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp, recording } from "./made-up.ts";

let skerrypay: MadeUp;
let spec: string;

beforeAll(async () => {
  skerrypay = await madeUp("skerrypay");
  spec = await readFile(new URL("fixtures/skerrypay.yaml", import.meta.url), "utf8");
});
afterAll(() => skerrypay?.remove());

test("what is generated type-checks", () => {
  expect(() => skerrypay.compile()).not.toThrow();
});

test("its table has the conditions, and its package the feature that reads them", async () => {
  const { refund, errors } = skerrypay.table;
  expect(refund.outcomes).toEqual([
    {
      when: { http: ["200", "201"], "/status": "done", "/errors": { present: false } },
      means: "succeeded",
    },
    { when: { http: "202", "/header.Refund-Id": { present: true } }, means: "pending", of: [] },
    { when: { http: "404" }, means: "declined", reason: "payment_not_found", of: [] },
    // Documented without a body, so without a code.
    { when: { http: "404" }, means: "unknown" },
    { when: { http: ["500", "4XX"] }, means: "by_code", of: [1] },
  ]);
  expect(refund).toMatchObject({ empty: ["202", "404"], headers: ["Refund-Id", "Charge"] });
  expect(refund.refundId).toBe("/header.Refund-Id");
  expect(errors.code).toEqual(["/errors/*/subcode", "/errors/*/code"]);
  expect(errors.list.slice(0, 2)).toEqual([
    {
      codes: ["limit"],
      at: "/errors/*/code",
      message: "Only",
      match: "starts",
      reason: "rate_limited",
    },
    { message: "maintenance", match: "contains", reason: "provider_error", money: "unknown" },
  ]);
  expect(await skerrypay.read("packages/skerrypay/src/features.ts")).toContain("read: readRichly");
});

test("the bytes of a request are those written by hand", async () => {
  const { fetch, sent } = recording();
  const client = skerrypay.client({ environment: "test", apiKey: "k-secret-1", fetch });
  const request = { payment: { charge: "ch_1" }, amount: { value: 1050, currency: "EUR" } };
  for (const key of ["order-1042/refund-1", "order-1042/refund-1", "7".repeat(1024)]) {
    await client.refund({ ...request, key });
  }
  // By Python: uuid5(uuid5(NAMESPACE_URL, "https://www.npmjs.com/package/refunds"), key)
  const first = "4ce2edb0-511b-5a0e-8cc0-77dd5655e3c8";
  expect(sent.map(({ headers }) => headers["idempotency-key"])).toEqual([
    first,
    first,
    "d1b19f8a-50a9-5821-8abb-4ffbac935fd8",
  ]);
  expect(sent[0]).toMatchObject({
    method: "POST",
    url: "https://api.test.skerrypay.example/v1/refunds",
    body: "charge=ch_1&amount=1050&currency=eur",
  });
});

test("an answer with the value in another form is for a person", async () => {
  const answer = { status: "done", amount: 1050, currency: "eur" };
  const outcomeOf = async (more: object) => {
    const body = JSON.stringify({ ...answer, ...more });
    const fetch = async () => new Response(body, { status: 201, headers: { Charge: "ch_1" } });
    const client = skerrypay.client({ environment: "test", apiKey: "k-secret-1", fetch });
    const amount = { value: 1050, currency: "EUR" };
    const key = "order-1042/refund-1";
    return (await client.refund({ payment: { charge: "ch_1" }, amount, key })).status;
  };
  const reference = "4ce2edb0-511b-5a0e-8cc0-77dd5655e3c8";
  expect(await outcomeOf({ reference })).toBe("succeeded");
  expect(await outcomeOf({ reference: "order-1042/refund-1" })).toBe("needs_review");
  expect(await outcomeOf({ reference, currency: "EUR" })).toBe("needs_review");
});

test("evidence compares currencies in the provider's letter case", async () => {
  const { evidence } = await skerrypay.load("packages/skerrypay/src/table.ts");
  const proofOf = (currency: string) =>
    prove(
      evidence as EvidenceTable,
      { payment: { charge: "ch_1" }, amount: { value: 1050, currency: "EUR" } },
      { happened: [], pending: [], uncertain: false },
      {
        status: 200,
        body: JSON.stringify({ charge: "ch_1", refunds: [], total: { refunded: 1050, currency } }),
      },
      0,
    )?.proves;
  expect(proofOf("eur")).toBe("succeeded");
  expect(proofOf("usd")).toBeUndefined();
  expect(proofOf("EUR")).toBeUndefined();
});

describe("against its simulator", () => {
  async function open() {
    const sandbox = await createSandbox({ simulators: skerrypay.simulators });
    const provider = sandbox.provider("skerrypay");
    const client = skerrypay.client({
      environment: "test",
      ...provider.credentials[0],
      fetch: sandbox.fetch,
    });
    let count = 0;
    const refund = (charge: string, value: number) => {
      count += 1;
      const amount = { value, currency: "EUR" };
      return client.refund({ key: `k-${count}`, payment: { charge }, amount });
    };
    return { client, refund };
  }

  test("each condition is met", async () => {
    const { client, refund } = await open();
    expect(await refund("ch_1", 1050)).toMatchObject({ status: "succeeded", refundId: "re_1" });
    expect(await refund("ch_OPEN", 1050)).toMatchObject({
      status: "pending",
      refundId: "re_2",
      answer: undefined,
    });
    expect(await refund("ch_1", 99_999)).toMatchObject({
      status: "declined",
      reason: "exceeds_refundable",
      code: "amount_too_large",
    });
    expect(await refund("ch_BROKEN", 1050)).toMatchObject({ status: "unknown", code: "down" });
    expect(await refund("ch_none", 1050)).toMatchObject({ reason: "payment_not_found" });
    expect(await client.query({ payment: { charge: "ch_1" } })).toMatchObject({ status: "found" });
  });
});

describe("a condition that could not mean what it says is refused", () => {
  const problem = async (piece: string, by: string, mark = by) => {
    const text = change(spec, piece, by);
    const found = await problemsOf(text, "specs/skerrypay.yaml");
    expect(found.length).toBe(1);
    const [line, ...words] = found[0]?.split(" ") ?? [];
    expect(Number(line)).toBe(lineOf(text, mark));
    return words.join(" ");
  };

  test("a letter case of an identifier", async () => {
    const piece = "charge: { type: string, minLength: 1, description";
    expect(
      await problem(piece, `charge: { type: string, minLength: 1, x-case: lower, description`),
    ).toMatch(
      '"payment.charge" tells payments or refunds apart, so its letter case is not changed; remove it, and say in a pattern which case it has',
    );
  });

  test("a form of the key that is not the key's", async () => {
    const piece = "charge: { type: string, minLength: 1, description";
    expect(
      await problem(piece, `charge: { type: string, minLength: 1, x-key: uuid, description`),
    ).toMatch('"payment.charge" goes to body#/charge, and x-key is a form of the key; remove it');
  });

  test("a form of an echo in which nothing is sent", async () => {
    const echo = "payment.charge: header.Charge";
    const text = change(
      spec,
      ", x-case: lower, x-source: page }\n    Refund:",
      ", x-source: page }\n    Refund:",
    );
    expect(await problemsOf(text, "specs/skerrypay.yaml")).toEqual([
      `${lineOf(text, echo)} /currency has the form lower, in which "currency" is not sent; add it at body#/currency, too`,
    ]);
  });

  test("a status that is none", async () => {
    expect(await problem("http: [4XX, 500]", "http: [4xx, 500]")).toMatch(
      '"4xx" is not an HTTP status, so the condition would never hold; list the statuses, such as [400, 404, 422], or write a class: 4XX',
    );
    expect(await problem("http: [4XX, 500]", "http: { present: true }")).toMatch(
      "every answer has an HTTP status",
    );
  });

  test("only something that is absent", async () => {
    expect(
      await problem("http: [200, 201], /status: done, /errors", "http: [200, 201], /errors"),
    ).toMatch(
      "an answer of something else has no /errors either, so this alone does not say succeeded; name a field that is there, too, with its value or { present: true }",
    );
  });

  test("a field that no answer has", async () => {
    expect(await problem("/refunds/*/status: open", "/refunds/*/state: open")).toMatch(
      'no answer of query has /refunds/*/state: there is no "state"; did you mean "status"?',
    );
  });

  test("any item where one value is read", async () => {
    expect(await problem("refundId: header.Refund-Id", "refundId: /errors/*/code")).toMatch(
      "/errors/*/code may lead to several values, and one is read here; name the item",
    );
  });

  test("a list of errors in a list", async () => {
    const text = change(spec, "message: /errors/*/text", "message: /errors/*/text/*");
    expect(await problemsOf(text, "specs/skerrypay.yaml")).toContainEqual(
      `${lineOf(text, "/text/*")} /errors/*/text/* has more than one *; name the list of errors with one`,
    );
  });

  test("a code at a place where no code is read", async () => {
    expect(await problem("at: /errors/*/code, text: A field", "at: /code, text: A field")).toMatch(
      "/code is not among the further places of x-errors.code; use /errors/*/code, or remove it",
    );
  });

  test("a header that no answer has", async () => {
    expect(await problem("refundId: header.Refund-Id", "refundId: header.Refund")).toMatch(
      'no answer of refund has header.Refund: there is no "Refund"; did you mean "Refund-Id"?',
    );
  });

  test("a header as evidence, because it is not kept", async () => {
    const piece = "{ when: { header.State: open }";
    const text = change(
      spec,
      "{ when: { /refunds/*/status: open, /refunds/1: { present: false } }",
      piece,
    );
    const problems = await problemsOf(text, "specs/skerrypay.yaml");
    expect(problems.join("\n")).toContain(
      `${lineOf(text, piece)} "header.State" cannot stand here`,
    );
  });

  test("an answer without a body for a status that has one", async () => {
    const mark = "payment_not_found: { http: 405";
    expect(await problem("payment_not_found: { http: 404", mark)).toMatch(
      "no response of refund with the status 405 is without content; add the body, or the response to the operation",
    );
  });

  test("an answer without a body that proves nothing", async () => {
    const text = change(spec, '"404":', '"304":');
    expect(await problemsOf(text, "specs/skerrypay.yaml")).toContainEqual(
      `${lineOf(text, '"304":')} an answer without content and with the status 304 proves nothing; remove it: such an answer is always unknown`,
    );
  });

  test("a message that an earlier entry takes", async () => {
    const entry = "    - { code: invalid, at: /errors/*/code, text";
    const later = `    - { matchMessage: true, text: Under Maintenance now, reason: provider_error, money: none, x-source: page }\n${entry}`;
    expect(await problem(entry, later)).toMatch(
      'the message "Under Maintenance now" is already matched by entry 2, whose text is part of this one; put this one first',
    );
  });

  test("another word for how to compare a message", async () => {
    expect(await problem("matchMessage: starts", "matchMessage: ends")).toMatch(/ends.*starts/);
  });
});

test("a table without these words has no such feature", async () => {
  expect(await problemsOf(northpay)).toEqual([]);
  const { generate } = await import("../src/index.ts");
  const files = await generate({
    specs: new Map([["specs/northpay.yaml", northpay]]),
    existing: new Map(),
  });
  expect(files.get("packages/northpay/src/features.ts")).not.toContain("readRichly");
});
