import { describe, expect, test } from "vitest";
import { acceptPublished, checkPublished } from "../src/openapi/check.ts";
import { publishedIn } from "../src/openapi/published.ts";
import { parseFacts } from "../src/reading/file.ts";
import { whatChanged } from "../src/report/readable.ts";
import { readSpec } from "../src/spec/contract.ts";
import { published, yaml } from "./oriole.ts";

const spec = readSpec("specs/oriole.yaml", yaml);
const lineOf = (piece: string) => yaml.slice(0, yaml.indexOf(piece)).split("\n").length;

const documentOf = (text: string) => {
  const document = publishedIn(text, "openapi.yaml");
  if (!document) throw new Error("This is not an OpenAPI file.");
  return document;
};

const accepted = acceptPublished(documentOf(published), undefined, spec);
if (accepted.status !== "accepted") throw new Error(JSON.stringify(accepted));
const committed = parseFacts(accepted.content);

function checkOf(piece: string, by: string, known = committed, whole = false) {
  if (!published.includes(piece)) throw new Error(`The file has no ${piece}.`);
  return checkPublished(documentOf(published.replace(piece, by)), known, spec, whole);
}

function changesOf(piece: string, by: string): string[] {
  const { changes, recognised } = checkOf(piece, by);
  if (recognised.problem) return [`unreadable: ${recognised.problem}`];
  return changes.map((change) => `${change.effect} ${whatChanged(change)}`);
}

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

describe("answers", () => {
  const tooMany = '        "429": { description: Too many requests. }\n';

  test("a documented HTTP answer that is new or gone is a change, at the spec's outcomes", () => {
    expect(checkOf('        "4XX":\n', `${tooMany}        "4XX":\n`)).toMatchObject({
      status: "changed",
      effect: "minor",
      changes: [
        {
          subject: "answer.429",
          kind: "added",
          after: [{ words: "429 Too many requests." }],
          spec: { line: lineOf("outcomes:") },
        },
      ],
    });
    expect(changesOf('        "4XX":\n', '        "400":\n')).toEqual([
      "minor answer.400 added",
      "patch answer.4XX removed",
    ]);
  });

  const withCodes = (...codes: readonly string[]) =>
    documentOf(
      published.replace(
        "        message: { type: string }\n",
        `        message: { type: string }\n        code: { oneOf: [${codes.map((code) => `{ type: string, enum: ["${code}"] }`).join(", ")}] }\n`,
      ),
    );

  const entries = '{ code: "1001", text: Unknown payment }, { code: "1002", text: Too much }';
  const coded = readSpec(
    spec.file,
    yaml.replace("x-errors: { list: [] }", `x-errors: { code: /code, list: [${entries}] }`),
  );

  test("codes that its failures list are codes, in whichever alternative they stand", () => {
    const recorded = acceptPublished(withCodes("0999", "1001"), undefined, coded);
    if (recorded.status !== "accepted") throw new Error(JSON.stringify(recorded));
    const found = (...codes: readonly string[]) =>
      checkPublished(withCodes(...codes), parseFacts(recorded.content), coded).changes.map(
        (change) => `${change.effect} ${whatChanged(change)}`,
      );
    expect(found("0999", "1001")).toEqual([]);
    expect(found("0999", "1001", "1002", "zzz")).toEqual([
      "none error.1002 added",
      "minor error.zzz added",
    ]);
    expect(found("0999")).toEqual(["major error.1001 removed"]);
  });

  test("a code that the spec does not have may go", () => {
    const recorded = acceptPublished(withCodes("0999", "1001", "zzz"), undefined, coded);
    if (recorded.status !== "accepted") throw new Error(JSON.stringify(recorded));
    const { changes } = checkPublished(
      withCodes("0999", "1001"),
      parseFacts(recorded.content),
      coded,
    );
    expect(changes.map(({ effect, subject }) => [effect, subject])).toEqual([
      ["none", "error.zzz"],
    ]);
  });
});

describe("descriptions", () => {
  const reference = "reference: { type: string, maxLength: 40 }";
  const described = (words: string) => reference.replace(" }", `, description: "${words}" }`);
  const recorded = acceptPublished(
    documentOf(published.replace(reference, described("Your own. At most 20 characters."))),
    undefined,
    spec,
  );
  if (recorded.status !== "accepted") throw new Error(JSON.stringify(recorded));
  const known = parseFacts(recorded.content);

  test("of a field that the spec uses are listed where they changed, with its lines", () => {
    const words = "Your own. At most 20 characters. Must be unique within 90 days.";
    expect(checkOf(reference, described(words), known)).toMatchObject({
      status: "same",
      changes: [],
      text: [
        {
          section: "request.reference.description",
          added: ["Must be unique within 90 days."],
          removed: 0,
          lines: [lineOf("reference: { type: string, maxLength: 40")],
        },
      ],
    });
    expect(checkOf(reference, described("At most 20 characters. Your own."), known).text).toEqual(
      [],
    );
  });

  test("of the call, too, and of no field that the spec does not use", () => {
    expect(checkOf("Words of no effect", "Words of some").text).toMatchObject([
      { section: "operation.description", added: ["Words of some"], removed: 1 },
    ]);
    const memo = "memo: { type: string, nullable: true";
    expect(checkOf(memo, `${memo}, description: For the payer.`).text).toEqual([]);
  });
});

test("what was read before answers and descriptions were recorded shows none of them as new", () => {
  const before = {
    ...committed,
    facts: committed.facts.filter(({ subject }) => !subject.startsWith("answer.")),
    sections: [],
  };
  expect(checkOf("maxLength: 20", "maxLength: 10", before)).toMatchObject({
    changes: [{ subject: "request.items.reference" }],
    text: [],
    said: { unread: [{ why: expect.stringContaining("not yet known"), weight: "note" }] },
  });
});

describe("addresses", () => {
  test("another version in a server's path is another address, with what it was", () => {
    const versioned = published.replace("oriole.example/", "oriole.example/v72");
    const held = readSpec(spec.file, yaml.replace('oriole.example"', 'oriole.example/v72"'));
    const before = acceptPublished(documentOf(versioned), undefined, held);
    if (before.status !== "accepted") throw new Error(JSON.stringify(before));
    const now = documentOf(versioned.replace("v72", "v73"));
    const { changes } = checkPublished(now, parseFacts(before.content), held);
    expect(changes.map((change) => `${change.effect} ${whatChanged(change)}`)).toEqual([
      "major host.live: https://api.oriole.example/v73, was https://api.oriole.example/v72",
    ]);
    expect(acceptPublished(now, undefined, held)).toMatchObject({ status: "refused" });
  });

  test("a call that is gone is removed where the caller says that the file is whole", () => {
    const gone = ["/v1/payments/{payment}/refunds:", "/v1/payouts:"] as const;
    expect(checkOf(...gone)).toMatchObject({
      status: "unreadable",
      recognised: { whole: true },
    });
    const { status, changes } = checkOf(...gone, committed, true);
    expect(status).toBe("changed");
    expect(changes.map((change) => `${change.effect} ${whatChanged(change)}`)).toEqual([
      "major operation.path: no longer said, was /v1/payments/{id}/refunds",
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
