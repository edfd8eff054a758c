/** A provider whose answer never confirms a refund: its rules say pending at best. */
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, lineOf, northpay, problemsOf } from "./fixtures.ts";

const rule =
  "- { when: { /state: DONE, http: [200, 201] }, means: succeeded, x-source: page }\n          ";
const answer = /refunded: (\{ http: 201, body: \{ id: "r\{\{refund\.number\}\}", state: )DONE/;
const accepted = (text: string) => text.replace(answer, "pending: $1QUEUED");
const spec = accepted(change(northpay, rule, "")).replace(
  "x-expect: { status: succeeded, refundId: r1 }",
  "x-expect: { status: unknown }",
);
const because = "no rule of the refund means succeeded, so every refund is pending";

test("its documents say so", async () => {
  expect(await problemsOf(spec)).toEqual([]);
  const textsOf = async (text: string) => {
    const files = await generate({
      specs: new Map([["specs/northpay.yaml", text]]),
      existing: new Map(),
    });
    const pages = ["packages/northpay/README.md", "docs/providers/northpay.md"];
    // Paragraphs are wrapped.
    return pages.map((page) => files.get(page)?.replaceAll(/\s+/g, " ")).join(" ");
  };
  const text = await textsOf(spec);
  expect(text).toContain("It prints `pending`: Northpay accepts a refund, and reports the outcome");
  expect(text).toContain('if (outcome.status === "pending") console.log(outcome.status');
  expect(text).toContain("Northpay confirms no refund in its answer: `pending` means that it");
  expect(text).toContain("No answer confirms a refund: what Northpay accepts is `pending`");
  expect(await textsOf(northpay)).not.toMatch(/prints `pending`|confirms (no|a) refund/);
});

test("an answer that no rule reads as a success is refused", async () => {
  const text = change(northpay, rule, "");
  expect(await problemsOf(text)).toEqual(
    expect.arrayContaining([
      `${lineOf(text, "  answers:")} "pending" is missing, which answers a regular refund; add it`,
      `${lineOf(text, "    refunded:")} ${because}; remove it, or add the rule`,
    ]),
  );
});

test("a success without an answer is refused", async () => {
  const text = accepted(northpay);
  expect(await problemsOf(text)).toEqual([
    `${lineOf(text, "  answers:")} "refunded" is missing, which answers a regular refund; add it`,
  ]);
});

test("a payment that is pending as all others are is refused", async () => {
  const text = change(spec, "always: provider_error", "always: pending");
  expect(await problemsOf(text)).toEqual([
    `${lineOf(text, "always: pending")} ${because}; remove it`,
  ]);
});
