import { describe, expect, test } from "vitest";
import { acceptPublished, checkPublished } from "../src/openapi/check.ts";
import { publishedIn } from "../src/openapi/published.ts";
import { whatChanged } from "../src/report/readable.ts";
import { published } from "./oriole.ts";
import { changesOf, committed, documentOf, lineOf, spec } from "./oriole-file.ts";

test("a field that only the other side of a shared schema has is not read", () => {
  const memo = "memo: { type: string, nullable: true }";
  expect(changesOf(memo, `${memo.slice(0, -2)}, readOnly: true }`)).toEqual(
    changesOf(`            ${memo}\n`, ""),
  );
  const status = '"#/components/schemas/Status"';
  const withStatus = published
    .replace("status: { type: string, enum: [DONE, FAILED] }", `status: { $ref: ${status} }`)
    .concat("    Status: { type: string, enum: [DONE, FAILED], writeOnly: true }\n");
  const { changes } = checkPublished(documentOf(withStatus), committed, spec);
  // The failure's status, which is not marked, is read in its place.
  expect(changes.map(whatChanged)).toEqual(["response.status.required: no, was yes"]);
});

test("what the spec names is read, with what is next to it, and nothing within the rest", () => {
  const ids = committed.facts.map(({ id, value }) => `${id}: ${value}`);
  expect(ids).toContain("request.items.reference.maxLength: 20");
  expect(ids).toContain("request.memo.nullable: yes");
  expect(ids).toContain("response.payment.type: object");
  expect(
    ids.filter(
      (id) =>
        /payment\.id|items\.parent\./.test(id) && !/items\.parent\.(type|place|required)/.test(id),
    ),
  ).toEqual([]);
});

describe("from the caller's side", () => {
  test.each([
    [
      "a field that answers no longer have",
      "        made_at: { type: string, format: date-time }\n",
      "",
      ["major response.made_at removed (type string, required no, format date-time)"],
    ],
    [
      "a field that answers may leave out now",
      "required: [refund, status]",
      "required: [refund]",
      ["major response.status.required: no, was yes"],
    ],
    [
      "a field that answers always have now",
      "required: [refund, status]",
      "required: [refund, status, made_at]",
      ["minor response.made_at.required: yes, was no"],
    ],
    [
      "a field that answers have, too",
      "refund: { type: string }",
      "refund: { type: string }\n        fee: { type: integer }",
      ["minor response.fee added (type integer, required no)"],
    ],
    [
      "a field that may be null",
      "refund: { type: string }",
      "refund: { type: string, nullable: true }",
      ["major response.refund.nullable: yes, was not said"],
    ],
    [
      "a field of another type",
      "refund: { type: string }",
      "refund: { type: integer }",
      ["major response.refund.type: integer, was string"],
    ],
    [
      "a field that may be of another type, too",
      "refund: { type: string }",
      "refund: { oneOf: [{ type: string }, { type: integer }] }",
      ["major response.refund.type: integer|string, was string"],
    ],
    [
      "a word more in an answer",
      "[DONE, FAILED] }\n        made",
      "[DONE, FAILED, HELD] }\n        made",
      ["minor response.status.enum.HELD: yes, was not said"],
    ],
    [
      "a word less in an answer",
      "[DONE, FAILED] }\n        made",
      "[DONE] }\n        made",
      ["major response.status.enum.FAILED: no longer said, was yes"],
    ],
    [
      "another format",
      "format: date-time",
      "format: unix-time",
      ["major response.made_at.format: unix-time, was date-time"],
    ],
    [
      "a field that requests have to have",
      "required: [reference, amount]",
      "required: [reference, amount, memo]",
      ["major request.memo.required: yes, was no"],
    ],
    [
      "a new field that they have to have",
      "required: [reference, amount]\n          properties:\n",
      "required: [reference, amount, lane]\n          properties:\n            lane: { type: string }\n",
      ["major request.lane added (place body, type string, required yes)"],
    ],
    [
      "a new field that they may have",
      "            amount: { type: integer }\n",
      "            amount: { type: integer }\n            lane: { type: string }\n",
      ["minor request.lane added (place body, type string, required no)"],
    ],
    [
      "a field that may be sent otherwise, too",
      "            amount: { type: integer }\n",
      "            amount: { oneOf: [{ type: integer }, { type: string }] }\n",
      ["minor request.amount.type: integer|string, was integer"],
    ],
    [
      "a list where any value could be sent",
      "reference: { type: string, maxLength: 40 }",
      "reference: { type: string, maxLength: 40, enum: [A] }",
      ["major request.reference.enum.A: yes, was not said"],
    ],
    [
      "another step of a number",
      "amount: { type: integer }",
      "amount: { type: integer, multipleOf: 5, exclusiveMinimum: 0 }",
      [
        "patch request.amount.exclusiveMinimum: 0, was not said",
        "patch request.amount.multipleOf: 5, was not said",
      ],
    ],
    [
      "a limit of an inner field",
      "maxLength: 20",
      "maxLength: 10",
      ["patch request.items.reference.maxLength: 10, was 20"],
    ],
    [
      "a field that is on its way out",
      "            amount: { type: integer }\n",
      "            amount: { type: integer, deprecated: true }\n",
      ["patch request.amount.deprecated: yes, was not said"],
    ],
    [
      "a call that is on its way out",
      "summary: Words",
      "deprecated: true\n      summary: Words",
      ["patch operation.deprecated: yes, was not said"],
    ],
    [
      "another host",
      "https://api.oriole.example/",
      "https://eu.oriole.example/",
      ["major host.live: no longer said, was https://api.oriole.example"],
    ],
    ["words", "Words of no effect", "Other words", []],
    [
      "a field of an object that the spec does not name",
      "{ id: { type: string } }",
      "{ id: { type: integer } }",
      [],
    ],
    [
      "the same by another composition",
      'schema: { $ref: "#/components/schemas/Refund" }',
      'schema: { allOf: [{ $ref: "#/components/schemas/Refund" }] }',
      [],
    ],
  ])("%s", (_, piece, by, expected) => {
    expect(changesOf(piece, by)).toEqual(expected);
  });

  test("a call that is gone is named, with what is near it", () => {
    expect(changesOf("/v1/payments/{payment}/refunds:", "/v2/payments/{payment}/refunds:")).toEqual(
      [
        "unreadable: it has no POST /v1/payments/{id}/refunds; near it are /v2/payments/{payment}/refunds",
      ],
    );
  });

  test("each names the line of the spec", () => {
    const { changes } = checkPublished(
      documentOf(published.replace("maxLength: 20", "maxLength: 10")),
      committed,
      spec,
    );
    expect(changes).toMatchObject([
      { spec: { line: lineOf("reference: { type: string, maxLength: 20") } },
    ]);
  });
});

test("a field that every request needs has to be in the spec, and others do not", () => {
  const needed = acceptPublished(
    documentOf(
      published.replace("required: [reference, amount]", "required: [reference, amount, memo]"),
    ),
    undefined,
    spec,
  );
  expect(needed).toMatchObject({
    status: "refused",
    gaps: [{ message: "no line carries the fact request.memo.place: body" }, {}, {}, {}],
  });
});

test("a file whose keys are sorted has openapi behind its components, and a page that shows such a line is a page", () => {
  const many = Array.from({ length: 1000 }, (_, at) => `    A${at}: { type: object }\n`).join("");
  const filler = `  schemas:\n${many}`;
  const rest = "openapi: 3.0.1\npaths:\n  /refunds: {}\n";
  expect(publishedIn(`components:\n${filler}${rest}`, "openapi.yaml")).toMatchObject({
    openapi: "3.0.1",
  });
  expect(publishedIn(`<pre>components:\n${filler}${rest}</pre>`, "page")).toBeUndefined();
});
