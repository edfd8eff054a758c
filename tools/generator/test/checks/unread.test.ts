import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { change, northpay, problemsOf } from "../fixtures.ts";
import { type Mistake, testMistakes } from "./mistakes.ts";

const merchant =
  "- { name: merchant, in: path, required: true, description: The merchant that took the payment., schema: { type: string, minLength: 1 } }";
const key = "- { name: Idempotency-Key, in: header, required: true, schema:";
const json = 'application/json:\n              schema: { $ref: "#/components/schemas/Refusal" }\n';

const mistakes: readonly Mistake[] = [
  [
    "a constant header that is not required",
    key,
    `- { name: Version, in: header, schema: { type: string, const: "2" } }\n        ${key}`,
    "the constant header.Version is sent only if it is required; add required: true, or remove the const",
  ],
  [
    "a constant field that is not required",
    "required: [money, version]",
    "required: [money]",
    "the constant body#/version is sent only if it and every object around it is required; add it to `required`, or remove the const",
  ],
  [
    "a constant in an object that is not required",
    "note: { type: string, maxLength: 100, description: Why., x-source: page }",
    "note: { type: string, maxLength: 100, description: Why., x-source: page }\n        about: { type: object, required: [form], properties: { form: { type: string, const: a, x-source: page } } }",
    "the constant body#/about/form is sent only if it and every object around it is required",
  ],
  [
    "an answer in XML",
    json,
    `text/xml: { schema: { type: string } }\n            ${json}`,
    "an answer of text/xml cannot be read, so it is always unknown; remove it, or describe its JSON form",
  ],
  [
    "a second JSON of one status",
    json,
    `application/problem+json: { schema: { type: object } }\n            ${json}`,
    "only application/problem+json, the first JSON of this status, would be read; describe both there, as oneOf",
  ],
  [
    "an answer without a schema",
    'schema: { $ref: "#/components/schemas/Refusal" }\n',
    "description: x\n",
    "an answer of application/json without a schema cannot be read; describe it",
  ],
  [
    "links",
    "4XX:\n          description: Refused.\n",
    "4XX:\n          description: Refused.\n          links: { next: { operationId: refund } }\n",
    'nothing reads "links" here; describe the field that is read',
  ],
  [
    "callbacks",
    "      operationId: refund\n",
    "      operationId: refund\n      callbacks: {}\n",
    'nothing reads "callbacks" here; describe what the provider sends in `webhooks`',
  ],
  [
    "an operation that is never sent",
    "    post:\n      operationId: refund\n",
    '    head: { operationId: check, summary: Look., responses: { "200": { description: Fine. } } }\n    post:\n      operationId: refund\n',
    'nothing reads "head" here; describe the request that is sent',
  ],
  ...["style: simple", "explode: true", "allowReserved: true"].map(
    (word): Mistake => [
      `a parameter's ${word}`,
      merchant,
      merchant.replace("required: true", `required: true, ${word}`),
      `nothing reads "${word.split(":")[0]}" here; remove it: a value is written in one way`,
    ],
  ),
];

testMistakes(mistakes, ["a constant field that is not required", "an answer without a schema"]);

test("the encoding of a form says nothing but deepObject", async () => {
  const tarnpay = await readFile(new URL("../fixtures/tarnpay.yaml", import.meta.url), "utf8");
  for (const word of ["contentType: text/plain", "headers: {}", "allowReserved: true"]) {
    const text = change(tarnpay, "style: deepObject,", `style: deepObject, ${word},`);
    expect((await problemsOf(text, "specs/tarnpay.yaml")).join("\n")).toContain(
      `nothing reads "${word.split(":")[0]}" here`,
    );
  }
});

test("a nonce that does not fit its place is refused", async () => {
  const place =
    "- { name: X-Nonce, in: header, required: true, schema: { type: string, maxLength: 16 } }";
  const sent = change(
    change(northpay, key, `${place}\n        ${key}`),
    "timestamp: header.X-Time\n",
    "timestamp: header.X-Time\n          nonce: header.X-Nonce\n",
  );
  expect((await problemsOf(sent)).join("\n")).toContain(
    "a nonce such as 0f8fad5b-d9cb-469f-a165-70867728950e does not fit header.X-Nonce: it must have at most 16 characters; say in sign.nonce how many letters and digits it has",
  );
  const form = (length: number) =>
    change(
      change(sent, "over: [header.X-Time, body]", "over: [header.X-Time, nonce, body]"),
      "join: .\n",
      `join: .\n          nonce: { length: ${length} }\n`,
    );
  expect(await problemsOf(form(16))).toEqual([]);
  expect((await problemsOf(form(17))).join("\n")).toContain(
    "a nonce such as aZ09aZ09aZ09aZ09a does",
  );
});

test("no fixture has a problem", async () => {
  const folder = new URL("../fixtures/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
  const found = await Promise.all(
    names.map(async (name) =>
      problemsOf(await readFile(new URL(name, folder), "utf8"), `specs/${name}`),
    ),
  );
  expect(found.flat()).toEqual([]);
  expect(names.length).toBeGreaterThan(8);
});
