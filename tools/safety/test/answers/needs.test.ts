import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readNeeds, repetitions, supports } from "../../src/answers/needs.ts";
import { names } from "./fixtures/defective-subject.ts";

test("specs/answers has one file for each provider and no others", () => {
  const files = readdirSync(new URL("../../../../specs/answers/", import.meta.url));
  expect(files.sort()).toEqual(names.map((name) => `${name}.json`).sort());
});

test("names the missing file of a provider", () => {
  expect(() => readNeeds("acme")).toThrow(
    "specs/answers/acme.json, which lists what an answer must contain",
  );
});

const request = { payment: { id: "a", order: 4922 }, amount: { value: 1050, currency: "EUR" } };
const judge = (needs: object, body: string, http = 200, whole = true) =>
  supports([needs as never], request, { http, bytes: new TextEncoder().encode(body), whole });

test("an answer without a body is supported only by a statement that says so", () => {
  const empty = { http: 404, empty: true };
  expect(judge(empty, "", 404)).toBe(true);
  expect(judge(empty, "", 403)).toBe(false);
  expect(judge(empty, "\ufeff", 404)).toBe(true);
  expect(judge(empty, "", 404, false)).toBe(false);
  for (const body of [" ", "{}", '""', "null"]) expect(judge(empty, body, 404)).toBe(false);
  expect(judge({ http: 404 }, "", 404)).toBe(false);
  expect(judge({}, "")).toBe(false);
});

test("an answer repeats only what the request has", () => {
  const needs = {
    refund: {
      succeeded: [{ "/currency": { repeats: "amount.currency", optional: true } }],
    },
  } as never;
  const received = {
    http: 400,
    bytes: new TextEncoder().encode('{"currency":true}'),
    whole: true,
  };
  expect(repetitions(needs, request, received)).toEqual([false]);
  const { payment } = request;
  expect(repetitions(needs, { payment } as never, received)).toEqual([]);
});

describe("a need", () => {
  test.each<[string, object, string[], string[]]>([
    [
      "a text",
      { "/a": "0" },
      ['{"a":"0"}', '\ufeff{"a":"0"}'],
      ['{"a":0}', '{"a":"0 "}', '{"a":["0"]}', "{}"],
    ],
    ["a number", { "/a": 0 }, ['{"a":0}', '{"a":0.0}'], ['{"a":"0"}', '{"a":false}', '{"a":null}']],
    ["true", { "/a": true }, ['{"a":true}'], ['{"a":"true"}', '{"a":1}']],
    [
      "one of several",
      { "/a": ["x", 1] },
      ['{"a":"x"}', '{"a":1}'],
      ['{"a":"X"}', '{"a":"1"}', '{"a":[1]}'],
    ],
    ["a type", { "/a": { types: ["object"] } }, ['{"a":{}}'], ['{"a":[]}', '{"a":null}', "{}"]],
    [
      "a finite number",
      { "/a": { types: ["number"] } },
      ['{"a":1e3}'],
      ['{"a":1e400}', '{"a":"1"}'],
    ],
    [
      "none of these",
      { "/a": { not: ["0", 0] } },
      ['{"a":"1"}', '{"a":7}'],
      ['{"a":0}', '{"a":"0"}', '{"a":0.0}', '{"a":[]}', "{}"],
    ],
    [
      "words",
      { "/a": { words: ["no key"] } },
      ['{"a":"No Key"}'],
      ['{"a":"no key."}', '{"a":["no key"]}'],
    ],
    [
      "the beginning of a text",
      { "/a": { starts: ["no key"] } },
      ['{"a":"No Key"}', '{"a":"no key."}'],
      ['{"a":"a no key"}', '{"a":"no ke"}', '{"a":["no key"]}', "{}"],
    ],
    [
      "a part of a text",
      { "/a": { contains: ["no key"] } },
      ['{"a":"There is No Key."}'],
      ['{"a":"no"}', '{"a":{"no key":"no key"}}', "{}"],
    ],
    [
      "an echo",
      { "/a": { repeats: "payment.id" } },
      ['{"a":"a"}'],
      ['{"a":"A"}', '{"a":["a"]}', "{}"],
    ],
    [
      "an echoed number",
      { "/a": { repeats: "payment.order" } },
      ['{"a":4922}', '{"a":"4922"}'],
      ['{"a":4922.0}', '{"a":49220e-1}', '{"a":"04922"}'],
    ],
    [
      "an echo of an absent field",
      { "/a": { repeats: "payment.other" } },
      ['{"a":"b"}', '{"a":1}'],
      ['{"a":null}', "{}"],
    ],
    [
      "an echo, if the request has the field",
      {
        "/a": { repeats: "payment.other", optional: true },
        "/b": { repeats: "payment.id", optional: true },
      },
      ['{"a":"b","b":"a"}', '{"a":null,"b":"a"}', '{"b":"a"}'],
      ['{"b":null}', '{"b":"b"}', "{}"],
    ],
    [
      "an echo in lower case",
      { "/a": { repeats: "amount.currency", case: "lower" } },
      ['{"a":"eur"}'],
      ['{"a":"EUR"}', '{"a":"usd"}', "{}"],
    ],
    [
      "every item of a list",
      { "/a/*/b": ["x", "y"] },
      ['{"a":[{"b":"x"}]}', '{"a":[{"b":"x"},{"b":"y"}]}'],
      ['{"a":[{"b":"x"},{"b":"z"}]}', '{"a":[{"b":"x"},{}]}', '{"a":[]}', '{"a":{"b":"x"}}', "{}"],
    ],
    [
      "an amount",
      { "/a": { repeats: "amount.value", decimals: 2 } },
      ['{"a":10.5}', '{"a":"10.50"}', '{"a":10.500}', '{"a":1.05e1}', '{"a":1050E-2}'],
      [
        '{"a":10.49999999999999999999999}',
        '{"a":1050}',
        '{"a":-10.5}',
        '{"a":"10,50"}',
        '{"a":"1.05e1"}',
        '{"a":1.05e99999999}',
      ],
    ],
    [
      "minor units",
      { "/a": { repeats: "amount.value", decimals: 0 } },
      ['{"a":"1050"}', '{"a":1050}'],
      ['{"a":10.50}', '{"a":"1050.01"}'],
    ],
    [
      "minor units of a currency with own decimals",
      { "/a": { repeats: "amount.value", decimals: 0, powers: { EUR: 2 } } },
      ['{"a":105000}', '{"a":"105000.0"}'],
      ['{"a":1050}', '{"a":10500000}', '{"a":105000.01}'],
    ],
    [
      "fewer decimals than the currency has",
      { "/a": { repeats: "amount.value", decimals: 0, powers: { EUR: -1 } } },
      ['{"a":105}', '{"a":"105.0"}'],
      ['{"a":1050}', '{"a":10.5}'],
    ],
    [
      "own fields, not inherited ones",
      { "/a/b": "x" },
      ['{"a":{"b":"x"}}'],
      ['{"__proto__":{"a":{"b":"x"}}}', '{"a":{"__proto__":{"b":"x"}}}'],
    ],
  ])("%s", (_, needs, holding, breaking) => {
    expect(holding.filter((body) => !judge(needs, body))).toEqual([]);
    expect(breaking.filter((body) => judge(needs, body))).toEqual([]);
  });

  test("the HTTP status", () => {
    expect([200, 299, 300, 500].map((http) => judge({ http: "2xx" }, "{}", http))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([200, 201].map((http) => judge({ http: 200 }, "{}", http))).toEqual([true, false]);
    const oneOf = [200, "4xx"];
    expect(
      [200, 201, 399, 400, 499, 500].filter((http) => judge({ http: oneOf }, "{}", http)),
    ).toEqual([200, 400, 499]);
    // Neither a redirect nor a followed redirect is accepted.
    expect([0, 302, 404].map((http) => judge({}, "{}", http))).toEqual([false, false, true]);
  });

  test("a header, in any letter case", () => {
    const judgeHeader = (headers: Record<string, string>, need: unknown) =>
      supports([{ empty: true, "header.Refund-Id": need } as never], request, {
        http: 201,
        headers,
        bytes: new Uint8Array(),
        whole: true,
      });
    const text = { types: ["string"] };
    expect(judgeHeader({ "Refund-Id": "re_1" }, text)).toBe(true);
    expect(judgeHeader({ "refund-id": "re_1" }, text)).toBe(true);
    expect(judgeHeader({ "refund-id": "re_1" }, "re_2")).toBe(false);
    expect(judgeHeader({ Refund: "re_1" }, text)).toBe(false);
    expect(judgeHeader({ Refund: "re_1" }, { absent: true })).toBe(true);
  });

  test("is not met by an incomplete answer or invalid JSON", () => {
    expect(judge({}, "{}", 200, false)).toBe(false);
    expect(judge({}, "{", 200)).toBe(false);
    expect(judge({}, "", 200)).toBe(false);
  });

  test("is not met by an answer with a repeated field or too many levels", () => {
    const needs = { "/a": "0" };
    expect(judge(needs, '{"a":"0","b":{"a":"0"}}')).toBe(true);
    expect(judge(needs, '{"a":"0","a":"0"}')).toBe(false);
    expect(judge(needs, String.raw`{"a":"0","\u0061":"0"}`)).toBe(false);
    expect(judge(needs, '{"a":"0","b":[{"c":1,"d":2,"c":3}]}')).toBe(false);
    const nested = (levels: number) => `{"a":"0","b":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    expect([63, 64, 3000, 100_000].map((levels) => judge(needs, nested(levels)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
