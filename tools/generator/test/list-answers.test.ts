/** A query whose answer is a list, without an object around it. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, northpay, problemsOf } from "./fixtures.ts";

const sundpay = await readFile(new URL("./fixtures/sundpay.yaml", import.meta.url), "utf8");
const file = "specs/sundpay.yaml";

/** Sundpay's list of refunds, as the answer itself. */
const changes: readonly (readonly [piece: string, by: string])[] = [
  ["in: /data", 'in: ""'],
  ["          complete: { after: 60, unless: /has_more }\n", ""],
  [
    `    RefundList:
      type: object
      required: [data, has_more]
      properties:
        data: { type: array, items: { $ref: "#/components/schemas/Refund" }, description: The refunds., x-source: page }
        has_more: { type: boolean, description: Whether the list goes on., x-source: page }
`,
    `    RefundList: { type: array, items: { $ref: "#/components/schemas/Refund" } }
`,
  ],
  ["      body:\n        data:\n          - { id:", "      body:\n        - { id:"],
  ["        has_more: false\n", ""],
];
const spec = changes.reduce((text, [piece, by]) => change(text, piece, by), sundpay);

test("is described with an empty pointer", async () => {
  expect(await problemsOf(spec, file)).toEqual([]);
  const files = await generate({ specs: new Map([[file, spec]]), existing: new Map() });
  expect(files.get("packages/sundpay/src/table.ts")).toContain('{ "": { type: "array" } }');
  expect(files.get("packages/sundpay/src/table.ts")).toContain(
    'find: { in: "", where: { "/reference": "key" } }',
  );
  expect(files.get("packages/sundpay/src/schema.ts")).toContain('["schemas"]["RefundList"]');
  expect(files.get("packages/sandbox/src/generated/sundpay.ts")).toContain('each: ""');
  expect(files.get("docs/providers/sundpay.md")).toContain(
    "The refund is the only element of the list that the provider answers with whose `/reference` is its `key`",
  );
});

test("a field that must be empty is described so", async () => {
  const text = change(spec, "/status: pending }, proves", '/status: pending, /id: "" }, proves');
  const files = await generate({ specs: new Map([[file, text]]), existing: new Map() });
  expect(files.get("docs/providers/sundpay.md")).toContain(
    "`/status` is `pending`, and `/id` is empty.",
  );
});

test("cannot be an object, and its elements are described", async () => {
  const problems = await problemsOf(change(sundpay, "in: /data", 'in: ""'), file);
  expect(problems).toContainEqual(
    expect.stringContaining("the answer is not a list with items; point at the list"),
  );
  expect(
    await problemsOf(change(spec, "where: { /reference:", "where: { /referenc:"), file),
  ).toEqual([expect.stringContaining('did you mean "reference"?')]);
});

test("an answer of which no field is required must still be an object", async () => {
  const loose = change(northpay, "      required: [id, state]\n", "");
  const files = await generate({
    specs: new Map([["specs/northpay.yaml", loose]]),
    existing: new Map(),
  });
  expect(files.get("packages/northpay/src/table.ts")).toContain('{ "": { type: "object" } }');
});
