import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toCarry } from "../src/openapi/published.ts";
import { isOfOpenApi, parseFacts } from "../src/reading/file.ts";
import { parseReading, printReading } from "../src/reading/reading.ts";
import { readSpec } from "../src/spec/contract.ts";
import { uncarried, unfounded } from "../src/spec/self-check.ts";

const specs = new URL("../../../specs/", import.meta.url);
const names = readdirSync(specs)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));

const read = (path: string) => readFileSync(new URL(path, specs), "utf8");

const hasFacts = (name: string) => existsSync(new URL(`facts/${name}.json`, specs));

test.each(names)("%s has the facts of its page", (name) => {
  const step = `npm run docs:accept -- ${name} <page> writes them: step 6 in docs/adding-a-provider.md`;
  expect(hasFacts(name), step).toBe(true);
});

describe.each(names.filter(hasFacts))("%s", (name) => {
  test("carries every fact of its page, and says nothing in the page's name that the page does not say", () => {
    const spec = readSpec(`specs/${name}.yaml`, read(`${name}.yaml`));
    const { facts, sections } = parseFacts(read(`facts/${name}.json`));
    expect(facts.length).toBeGreaterThan(20);
    // Of a published OpenAPI file, the spec carries what it names and what every request needs.
    const carried = isOfOpenApi({ sections }) ? toCarry(facts, spec.contract) : facts;
    const gaps = [...uncarried(carried, spec), ...unfounded(facts, spec)];
    expect(gaps.map(({ line, message }) => `specs/${name}.yaml:${line} ${message}`)).toEqual([]);
  });

  test("has a reading that is whole, if it follows a page", () => {
    // A published OpenAPI file is read without a reading.
    if (isOfOpenApi(parseFacts(read(`facts/${name}.json`)))) return;
    const file = `specs/readings/${name}.json`;
    const text = read(`readings/${name}.json`);
    expect(printReading(parseReading(file, text))).toBe(text);
    expect(text).not.toContain('"?"');
  });

  test("its facts are those of the page it names, read the day it says", () => {
    const { provider } = readSpec(`specs/${name}.yaml`, read(`${name}.yaml`)).contract;
    const { page, read: day } = parseFacts(read(`facts/${name}.json`));
    expect(provider).toMatchObject({ read: day });
    expect(provider.openapi ?? provider.documentation).toBe(page);
  });
});

/** Their OpenAPI file has no address that answers with its newest version, and their page has no reading yet. */
const withoutAddress = [
  "braintree",
  "cashfree",
  "checkoutcom",
  "flutterwave",
  "midtrans",
  "paypay",
];

test("facts of an OpenAPI file name the file itself, so that docs:check can read it again", () => {
  const pages = names.map((name) => ({ name, ...parseFacts(read(`facts/${name}.json`)) }));
  const unread = pages.filter(({ sections, page }) => {
    return isOfOpenApi({ sections }) && !/\.(json|ya?ml)$/.test(page);
  });
  expect(unread.map(({ name }) => name)).toEqual(withoutAddress);
});

test("facts are of providers that have a spec", () => {
  const facts = readdirSync(new URL("facts/", specs)).map((file) => file.replace(".json", ""));
  expect(facts.filter((name) => !names.includes(name))).toEqual([]);
});
