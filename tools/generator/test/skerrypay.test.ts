import { readFile } from "node:fs/promises";
import { createSandbox } from "@refunds/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp } from "./made-up.ts";

let skerrypay: MadeUp;
let spec: string;

beforeAll(async () => {
  skerrypay = await madeUp("skerrypay");
  spec = await readFile(new URL("fixtures/skerrypay.yaml", import.meta.url), "utf8");
}, 60_000);
afterAll(() => skerrypay?.remove());

test("what is generated type-checks", { timeout: 60_000 }, () => {
  expect(() => skerrypay.compile()).not.toThrow();
});

test("its table has the conditions, and its package the feature that reads them", async () => {
  const { refund, errors } = skerrypay.table;
  expect(refund.outcomes).toEqual([
    {
      when: { http: ["200", "201"], "/status": "done", "/errors": { present: false } },
      means: "succeeded",
    },
    { when: { http: "202", "/header.Refund-Id": { present: true } }, means: "pending" },
    { when: { http: "404" }, means: "declined", reason: "payment_not_found" },
    { when: { http: ["4XX", "500"] }, means: "by_code" },
  ]);
  expect(refund).toMatchObject({ empty: ["202", "404"], headers: ["Refund-Id", "Charge"] });
  expect(refund.refundId).toBe("/header.Refund-Id");
  expect(errors.code).toEqual(["/errors/*/subcode", "/errors/*/code"]);
  expect(errors.list.slice(0, 2)).toEqual([
    { codes: ["limit"], message: "Only", match: "starts", reason: "rate_limited" },
    { message: "maintenance", match: "contains", reason: "provider_error", money: "unknown" },
  ]);
  expect(await skerrypay.read("packages/skerrypay/src/features.ts")).toContain("read: readRichly");
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

  test("a header that no answer has", async () => {
    expect(await problem("refundId: header.Refund-Id", "refundId: header.Refund")).toMatch(
      'no answer of refund has header.Refund: there is no "Refund"; did you mean "Refund-Id"?',
    );
  });

  test("a header as evidence, because it is not kept", async () => {
    const piece = "{ when: { header.State: open }";
    const text = change(spec, "{ when: { /refunds/*/status: open }", piece);
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
    const entry = "    - { code: invalid, text";
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
