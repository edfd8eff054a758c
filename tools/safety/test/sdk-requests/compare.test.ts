import { expect, test } from "vitest";
import type { ReceivedRequest } from "../../src/lost-reply/fault-server.ts";
import { compareRequests } from "../../src/sdk-requests/compare.ts";

const json: ReceivedRequest = {
  method: "POST",
  url: "/v1/refunds?expand=a&expand=b",
  headers: {
    host: "api.example.com",
    authorization: "Bearer sample",
    "content-type": "application/json; charset=utf-8",
    accept: "application/json, text/plain, */*",
    "idempotency-key": "k1",
  },
  body: '{"amount":10.00,"payment":"p"}',
};
const form: ReceivedRequest = {
  ...json,
  headers: { ...json.headers, "content-type": "application/x-www-form-urlencoded" },
  body: "amount=10&note=a+b",
};

test.each<[string, ReceivedRequest, ReceivedRequest]>([
  ["the order of the body's fields", json, { ...json, body: '{"payment":"p","amount":10}' }],
  ["the order of the query", json, { ...json, url: "/v1/refunds?expand=b&expand=a" }],
  ["the order and the encoding of a form", form, { ...form, body: "note=a%20b&amount=10" }],
  ["a header that is not named", json, { ...json, headers: { ...json.headers, "x-trace": "1" } }],
  ["the words for JSON", json, { ...json, headers: { ...json.headers, accept: "*/*" } }],
])("%s does not count", (_, one, other) => {
  expect(compareRequests(one, other, ["idempotency-key"])).toEqual([]);
});

test.each<[string, ReceivedRequest, Partial<ReceivedRequest>]>([
  ["method", json, { method: "PUT" }],
  ["path", json, { url: "/v1/refund?expand=a&expand=b" }],
  ["query", json, { url: "/v1/refunds?expand=a" }],
  ["body", json, { body: '{"amount":"10.00","payment":"p"}' }],
  ["body", json, { body: '{"amount":10,"payment":"p","more":null}' }],
  ["body", form, { body: "amount=10.0&note=a+b" }],
  ["header host", json, { headers: { ...json.headers, host: "test.example.com" } }],
  ["header content-type", json, { headers: { ...json.headers, "content-type": "" } }],
  ["header authorization", json, { headers: { ...json.headers, authorization: "sample" } }],
  ["header idempotency-key", json, { headers: { ...json.headers, "idempotency-key": "k2" } }],
])("another %s is a difference", (part, one, change) => {
  const found = compareRequests(one, { ...one, ...change }, ["idempotency-key"]);
  expect(found.map((difference) => difference.part)).toEqual([part]);
});
