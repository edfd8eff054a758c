import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { change, fjordpay, lineOf, problemsOf } from "../fixtures.ts";

const fixture = (name: string) =>
  readFile(new URL(`../fixtures/${name}.yaml`, import.meta.url), "utf8");
const skerrypay = await fixture("skerrypay");
const reefpay = await fixture("reefpay");

describe("an error that is the first of several", () => {
  const code = "code: [/errors/*/subcode, /errors/*/code]";

  test("cannot decide by its code", async () => {
    const text = change(skerrypay, code, "code: [/errors/*/subcode, /errors/0/code]");
    expect(await problemsOf(text, "specs/skerrypay.yaml")).toContain(
      `${lineOf(text, "/errors/0/code]")} /errors/0/code is of one of several errors; write /errors/*/code, so that the worst decides, or say that there is no second one: /errors/1: { present: false } in each rule that reads it`,
    );
  });

  test("cannot decide by its message", async () => {
    const text = change(skerrypay, "message: /errors/*/text", "message: /errors/0/text");
    expect((await problemsOf(text, "specs/skerrypay.yaml")).join("\n")).toContain(
      "/errors/0/text is of one of several errors; write /errors/*/text",
    );
  });

  test("decides where a rule says that there is no second one", async () => {
    expect(await problemsOf(reefpay, "specs/reefpay.yaml")).toEqual([]);
    const text = change(reefpay, "{ http: 409, /errors/1: { present: false } }", "{ http: 409 }");
    expect((await problemsOf(text, "specs/reefpay.yaml")).join("\n")).toContain(
      "/errors/0/text is of one of several errors",
    );
  });

  test.each(["/errors/0/code", "/errors/*/code"])("cannot decline by %s in a rule", async (at) => {
    const rule = "{ when: { http: 404 }, means: declined, reason: payment_not_found";
    const by = `{ when: { http: 400, ${at}: no_charge }, means: declined, reason: payment_not_found, x-source: page }\n          - ${rule}`;
    const text = change(skerrypay, rule, by);
    expect(await problemsOf(text, "specs/skerrypay.yaml")).toContain(
      `${lineOf(text, "http: 400")} ${at} is of one item of /errors, and another one can say something else; write means: by_code, so that the worst decides, or say that there is no second one: /errors/1: { present: false }`,
    );
  });
});

describe("a refund that is one of several", () => {
  test("does not succeed by its position", async () => {
    const text = change(
      reefpay,
      "/refunds/0/done: true, /refunds/1: { present: false }",
      "/refunds/0/done: true",
    );
    expect(await problemsOf(text, "specs/reefpay.yaml")).toEqual([
      `${lineOf(text, "/refunds/0/done: true")} /refunds/0/done is of one item of /refunds, and another one can say something else; say that there is no second one: /refunds/1: { present: false }`,
    ]);
  });

  test("has its id in its position only where there is no second one", async () => {
    const refundId = "refundId: /refunds/0/order\n        echo: { payment.order: /refunds/0/order";
    const text = change(reefpay, "echo: { payment.order: /refunds/0/order", refundId);
    expect(await problemsOf(text, "specs/reefpay.yaml")).toEqual([]);
    const bare = change(
      text,
      "/refunds/0/done: true, /refunds/1: { present: false }",
      "/refunds: { present: true }",
    );
    expect((await problemsOf(bare, "specs/reefpay.yaml")).join("\n")).toContain(
      "/refunds/0/order is of one item of /refunds, and another one can say something else",
    );
  });

  test.each([
    ["done", "http: 2XX, /refunds/*/status: done, /refunds/1: { present: false }"],
    ["open", "/refunds/*/status: open, /refunds/1: { present: false }"],
  ])("proves nothing by any item that is %s", async (status, piece) => {
    const text = change(skerrypay, piece, piece.replace(", /refunds/1: { present: false }", ""));
    expect(await problemsOf(text, "specs/skerrypay.yaml")).toEqual([
      `${lineOf(text, `/refunds/*/status: ${status}`)} /refunds/*/status is of one item of /refunds, and another refund can stand there; find ours with x-query.find, or say that there is no second one: /refunds/1: { present: false } in each rule of evidence`,
    ]);
  });

  test("proves nothing by the first amount of a list", async () => {
    const one = change(
      change(
        fjordpay,
        "refunded: { at: /refunded/value, currency: /refunded/currency, cumulative: true }",
        "refunded: { at: /parts/0/value, currency: /refunded/currency }",
      ),
      'x-source: page }\n        amount: { $ref: "#/components/schemas/Money" }\n        refunded',
      'x-source: page }\n        parts: { type: array, description: Its refunds., x-source: page, items: { $ref: "#/components/schemas/Money" } }\n        amount: { $ref: "#/components/schemas/Money" }\n        refunded',
    );
    expect((await problemsOf(one, "specs/fjordpay.yaml")).join("\n")).toContain(
      "/parts/0/value is of one item of /parts, and another refund can stand there; find ours with x-query.find",
    );
  });
});
