import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, fjordpay, lineOf, northpay, problemsOf } from "./fixtures.ts";

/** Name, piece of the fixture, what to put there, and the complaint at that line. */
const cases: readonly (readonly [name: string, piece: string, by: string, complaint: string])[] = [
  [
    "a total's pointer",
    "at: /refunded/value",
    "at: /refunded/valu",
    'no answer of query has /refunded/valu: there is no "valu"; did you mean "value"?',
  ],
  [
    "the pointer of what is left",
    "at: /refunded/value,",
    "at: /amount/value, less: /remaining,",
    "no answer of query has /remaining",
  ],
  [
    "the currency's pointer",
    "currency: /refunded/currency",
    "currency: /refunded/curency",
    'did you mean "currency"?',
  ],
  [
    "a total that is not an amount",
    "at: /refunded/value",
    "at: /refunded/currency",
    "/refunded/currency is read as an amount, but its schema has no x-money; add its unit",
  ],
  [
    "a whole payment that is not an amount",
    "at: /refunded/value,",
    "at: /refunded/value, all: /id,",
    "/id is read as an amount, but its schema has no x-money; add its unit",
  ],
  [
    "a condition's pointer",
    "when: { http: 200, /state",
    "when: { http: 200, /stat",
    'no answer of query has /stat: there is no "stat"; did you mean "state"?',
  ],
  [
    "a condition's value",
    "/state: refund_queued",
    "/state: refund_queud",
    '/state is never "refund_queud" in the documented answers; did you mean "refund_queued"?',
  ],
  [
    "what a total can be",
    "refunded: this",
    "refunded: thes",
    "this fits none of the allowed forms; it must be: this: the total is what this refund makes it",
  ],
  [
    "a total without a place",
    "refunded: { at: /refunded/value, currency: /refunded/currency, cumulative: true }\n        ",
    "",
    "no total can be read; say in x-query.refunded where it stands, or remove it",
  ],
  [
    "what can be proven",
    "proves: pending",
    "proves: pendin",
    '"pendin" is not known here; did you mean "pending"?',
  ],
  [
    "a proof of success from a total without the refund",
    "refunded: this",
    "refunded: [this, none]",
    'a total that is "none" speaks against succeeded',
  ],
  [
    "a proof of a decline from a total with the refund",
    "refunded: none",
    "refunded: this",
    'a total that is "this" speaks against declined',
  ],
  [
    "a decline by another total where refunds add up",
    "refunded: none",
    "refunded: other",
    'where a payment can be refunded again, "other" may be this refund together with another one; remove it',
  ],
  [
    "a decline by a payment that looks unrefunded, at once",
    "            after: 120\n",
    "",
    "proves a decline only where the provider refunds within a documented time; add `after`",
  ],
  [
    "waiting for what is proven at once",
    "proves: pending",
    "proves: pending, after: 60",
    "what shows that a refund is pending needs no waiting; remove it",
  ],
  [
    "a reason for something other than a decline",
    "proves: succeeded",
    "proves: succeeded, reason: not_refundable",
    "a reason belongs to a decline, not to succeeded; remove it",
  ],
  [
    "evidence without a source",
    "proves: pending, x-source: page",
    "proves: pending",
    '"x-source" is missing; add it',
  ],
  [
    "an unknown word",
    "after: 120",
    "afer: 120",
    '"afer" is not a word of the vocabulary here; did you mean "after"?',
  ],
  [
    "an echo of nothing that the refund sends",
    "payment.id: /id",
    "payment.ide: /id",
    '"payment.ide" is not sent, so no answer can repeat it; did you mean "payment.id"?',
  ],
  [
    "an echo of what is not the payment's",
    "payment.id: /id\n          currency: /amount/currency\n        refunded",
    "amount: /amount/value\n        refunded",
    'an answer about a payment repeats its identifiers and its currency, not "amount"; remove it',
  ],
  [
    "an echo's pointer",
    "currency: /amount/currency\n        refunded",
    "currency: /amount/curency\n        refunded",
    'no answer of query has /amount/curency: there is no "curency"; did you mean "currency"?',
  ],
  [
    "a total that no rule asks for",
    ", refunded: none }\n            proves: declined",
    " }\n            proves: declined",
    "no rule of evidence asks for `refunded`",
  ],
];

/** Complaints that stand where the thing is used, not where it was changed. */
const elsewhere = new Set([
  "a total without a place",
  "a decline by a payment that looks unrefunded, at once",
  "a total that no rule asks for",
]);

const problems = (text: string) => problemsOf(text, "specs/fjordpay.yaml");

describe("a problem names its line and what to do", () => {
  test("the fixture has none", async () => {
    expect(await problems(fjordpay)).toEqual([]);
  });

  test.each(cases)("%s", async (name, piece, by, complaint) => {
    const base =
      name === "a total that no rule asks for"
        ? change(fjordpay, ", refunded: this }, proves", " }, proves")
        : fjordpay;
    const found = (await problems(change(base, piece, by))).filter((problem) =>
      problem.includes(complaint),
    );
    expect(found).not.toEqual([]);
    if (elsewhere.has(name)) return;
    const lines = found.map((problem) => Number.parseInt(problem, 10));
    expect(lines).toContain(lineOf(base, piece));
  });

  test("another total does prove a decline where a payment is refunded once", async () => {
    const once = change(fjordpay, "repeated: true", "repeated: false");
    expect(await problems(change(once, "refunded: none", "refunded: other"))).toEqual([]);
  });

  test("a key without room for another key", async () => {
    const sundpay = await readFile(new URL("./fixtures/sundpay.yaml", import.meta.url), "utf8");
    const said = (room: number) =>
      problemsOf(change(sundpay, "maxLength: 64", `maxLength: ${room}`), "specs/sundpay.yaml");
    expect(await said(36)).toEqual([]);
    expect(await said(35)).toEqual([
      `${lineOf(sundpay, "again: new-key")} another key is a UUID of 36 characters, and the key has 35 at most; remove it, so that the refund stays declined`,
    ]);
  });

  test("amounts in different units", async () => {
    const mixed = change(
      change(fjordpay, "at: /refunded/value,", "at: /amount/value, less: /left,"),
      'x-source: page }\n        amount: { $ref: "#/components/schemas/Money" }\n        refunded',
      'x-source: page }\n        left: { type: integer, description: What is left., x-money: { unit: minor }, x-source: page }\n        amount: { $ref: "#/components/schemas/Money" }\n        refunded',
    );
    expect((await problems(mixed)).join("\n")).toContain(
      "its amounts are in different units; point at fields of one unit",
    );
  });

  test("a minus where the payment's own amount stands", async () => {
    const minus = change(
      change(fjordpay, "at: /refunded/value,", "at: /refunded/value, all: /amount/value,"),
      "x-money: { unit: major }",
      "x-money: { unit: major, negative: true }",
    );
    expect((await problems(minus)).join("\n")).toContain(
      "/amount/value is the payment's amount or what is left of it, and has `negative`; remove `negative` there",
    );
  });

  test("a refund that names no amount needs the whole payment and its currency to be held against", async () => {
    const full = change(
      change(
        change(fjordpay, "          amount: body#/amount/value\n", ""),
        "          currency: body#/amount/currency\n",
        "",
      ),
      "currency: /refunded/currency, ",
      "",
    );
    const said = (await problems(full)).join("\n");
    expect(said).toContain('the total has nothing to be held against; add "all"');
    expect(said).toContain('the total has nothing to be held against; add "currency"');
  });

  test("evidence and what belongs to it come together", async () => {
    const echoless = change(
      fjordpay,
      "        echo:\n          payment.id: /id\n          currency: /amount/currency\n        refunded",
      "        refunded",
    );
    expect((await problems(echoless)).join("\n")).toContain('"evidence" also needs "echo"; add it');
    const [before, after = ""] = fjordpay.split(/ {8}evidence:\n[\s\S]*? {6}parameters:\n/);
    const idle = `${before}      parameters:\n${after}`;
    expect(idle).not.toContain("evidence:");
    const said = (await problems(idle)).join("\n");
    expect(said).toContain('"echo" also needs "evidence"; add it');
    expect(said).toContain('"refunded" also needs "evidence"; add it');
  });
});

const generated = async (text: string, name = "fjordpay") =>
  generate({ specs: new Map([[`specs/${name}.yaml`, text]]), existing: new Map() });

describe("what is printed", () => {
  test("people read what proves what", async () => {
    const output = await generated(fjordpay);
    const said = [
      "- **that it happened**: the HTTP status is `200`, and `/state` is `partly_refunded` or `refunded`, and the refunded\n  total is what this refund makes it.",
      "- **that it is under way**: `/state` is `refund_queued`.",
      "- **that it did not happen and will not** (`provider_error`): `/state` is `captured` or `partly_refunded`, and the\n  refunded total is what it is without this refund; from 120 seconds after the request can last have left, not before.",
      "- **nothing**: every other answer.",
      "The refunded total is `/refunded/value`; it counts every refund of the payment.",
    ];
    for (const path of ["docs/providers/fjordpay.md", "docs/providers.md"])
      for (const text of said) expect(output.get(path), path).toContain(text);
  });

  test("a provider without a query says so, and has no evidence", async () => {
    const output = await generated(northpay, "northpay");
    expect(output.get("docs/providers/northpay.md")).toContain(
      "## What a query proves\n\nNo query is documented.",
    );
    expect(output.get("packages/northpay/src/index.ts")).not.toContain("Evidence");
  });

  test("a client carries its evidence, so the facade has no list of them", async () => {
    const output = await generated(fjordpay);
    expect(output.get("packages/fjordpay/src/index.ts")).toContain(
      "defineProvider(table, features, evidence)",
    );
    expect(output.get("packages/refunds/src/generated/providers.ts")).not.toContain("Evidence");
  });
});
