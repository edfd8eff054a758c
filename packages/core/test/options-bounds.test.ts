import { expect, test } from "vitest";
import { acorn, acornRequest } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";

test.each([1, 2 ** 31 - 1])("a timeout of %i ms is allowed", (timeoutMs) => {
  expect(acorn({ timeoutMs }).timeoutMs).toBe(timeoutMs);
});

test.each([
  ["https://a.example/v1", "https://a.example/v1/payments/pay-1/refund"],
  ["https://a.example/v1///", "https://a.example/v1/payments/pay-1/refund"],
  ["https://a.example//v1/x", "https://a.example//v1/x/payments/pay-1/refund"],
  ["https://a.example", "https://a.example/payments/pay-1/refund"],
])("%s is continued by the path", async (baseUrl, url) => {
  const { fetch, calls } = fakeFetch();
  await acorn({ baseUrl, fetch }).refund(acornRequest);
  expect(calls[0]?.url).toBe(url);
});
