import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import vocabulary from "../../../specs/vocabulary.schema.json" with { type: "json" };

const numbers = { type: "object", properties: { a: { type: "number" } }, required: ["b"] };
const texts = { type: "object", properties: { a: { type: "string" } } };

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "validator-test-"));
  file = join(folder, "below", "kept.cjs");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As the next run would have it: nothing is loaded yet. */
async function validatorOfARun(schema: object) {
  vi.resetModules();
  const { keptValidator } = await import("../src/checks/kept-validator.ts");
  return keptValidator(schema, file);
}

test("what was kept finds the same as what was compiled, and is not written again", async () => {
  const compiled = await validatorOfARun(numbers);
  const written = `${readFileSync(file, "utf8")}// As it is\n`;
  writeFileSync(file, written);
  const kept = await validatorOfARun(numbers);
  expect(compiled({ a: "1" })).toBe(false);
  expect(kept({ a: "1" })).toBe(false);
  expect(kept.errors).toEqual(compiled.errors);
  expect(kept.errors?.map(({ keyword }) => keyword).sort()).toEqual(["required", "type"]);
  expect(kept({ a: 1, b: 2 })).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(written);
});

test("another schema is not judged by what was kept of the last one", async () => {
  await validatorOfARun(numbers);
  const validate = await validatorOfARun(texts);
  expect(validate({ a: "1" })).toBe(true);
  expect(validate({ a: 1 })).toBe(false);
});

test("what is broken is made again", async () => {
  await validatorOfARun(texts);
  writeFileSync(file, readFileSync(file, "utf8").slice(0, 200));
  expect((await validatorOfARun(texts))({ a: 1 })).toBe(false);
  expect(readFileSync(file, "utf8")).toContain("module.exports.of");
});

test("where nothing can be kept, it is compiled", async () => {
  writeFileSync(join(folder, "below"), "a file, not a folder");
  expect((await validatorOfARun(texts))({ a: 1 })).toBe(false);
  expect(existsSync(file)).toBe(false);
});

test("the schema of the vocabulary, which no run looks at, is a JSON Schema", () => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(vocabulary)).toBe(true);
  expect(ajv.validateSchema({ ...vocabulary, required: "openapi" })).toBe(false);
});
