/** A stranger's notification is refused at the cost of its signature, however it is made to be slow to read. */
import { afterEach, expect, test, vi } from "vitest";
import { readJson } from "../src/json/json.ts";
import { messageOf } from "../src/signature/verify.ts";
import { header, read } from "./support/notified.ts";
import { expectWorkBelow } from "./support/work.ts";

afterEach(() => vi.restoreAllMocks());

const largest = 256 * 1024 - 1;
const digits = "1".repeat(largest);

test("nothing of it is parsed where the signature is over the bytes", async () => {
  const parse = vi.spyOn(JSON, "parse");
  const { verified, problem } = await read({ headers: { signature: header("x") }, body: digits });
  expect({ verified, problem }).toMatchObject({ verified: false });
  expect(problem).toContain("does not fit");
  expect(Math.max(0, ...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(1000);
});

test("a number of many digits is not as many fields", () => {
  const received = { headers: new Headers(), body: digits, exact: digits };
  const how = { from: "body#/sign", text: [] } as never;
  expect(messageOf(how, received, {}, {}).fields?.({} as never)).toEqual([]);
});

test("a number of many digits is read in the time of a text", () => {
  expectWorkBelow(60, () => {
    readJson(digits);
  });
});
