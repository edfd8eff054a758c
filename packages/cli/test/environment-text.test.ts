/** What is shown of where an account sends to. */
import { expect, test } from "vitest";
import type { AccountConfig } from "../src/config/config.ts";
import { environmentText } from "../src/output/sent-text.ts";

const shown = (baseUrl: unknown) =>
  environmentText({ provider: "yedpay", baseUrl } as unknown as AccountConfig);

test("an address that the client would accept is shown", () => {
  expect(shown("http://127.0.0.1:4010/yedpay")).toContain("http://127.0.0.1:4010/yedpay");
});

test.each([
  "https://ana:s3cret@gateway.example",
  "https://gateway.example/?token=s3cret",
  "https://gateway.example/#s3cret",
  "s3cret",
  { token: "s3cret" },
])("%j, which no client accepts, is not shown: it may hold a secret", (baseUrl) => {
  expect(shown(baseUrl)).toBe("a baseUrl that cannot be used");
});
