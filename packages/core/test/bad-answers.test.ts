import type { Outcome } from "@refunds/core";
import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest } from "./support/acorn.ts";
import { fakeFetch, json } from "./support/fake-fetch.ts";

interface Case {
  name: string;
  body: unknown;
  http?: number;
  want: object;
}
const error = (code: unknown, message = "No") => ({ state: "failed", error: { code, message } });
const unreadable = { status: "unknown", because: "unreadable_answer" };
const undocumented = { status: "unknown", because: "undocumented_answer" };
const answer = (changes: object) => ({ ...acornAnswer, ...changes });

const cases: Case[] = [
  {
    name: "success",
    body: acornAnswer,
    want: { status: "succeeded", refundId: "A-1", answer: acornAnswer },
  },
  { name: "success as 201", body: acornAnswer, http: 201, want: { status: "succeeded" } },
  {
    name: "success with undocumented fields",
    body: answer({ extra: [1] }),
    want: { status: "succeeded" },
  },
  {
    name: "success with a byte order mark",
    body: `\ufeff${JSON.stringify(acornAnswer)}`,
    want: { status: "succeeded" },
  },
  { name: "the amount as a number", body: answer({ amount: 1050 }), want: { status: "succeeded" } },
  {
    name: "an id longer than a double",
    body: JSON.stringify(answer({ id: 0 })).replace(":0", ":12345678901234567890"),
    want: { status: "succeeded", refundId: "12345678901234567890" },
  },
  {
    name: "accepted",
    body: answer({ state: "queued" }),
    want: { status: "pending", refundId: "A-1" },
  },
  {
    name: "another amount",
    body: answer({ amount: "10" }),
    want: {
      status: "needs_review",
      contradictions: [{ field: "amount", at: "/amount", asked: "1050", answered: "10" }],
    },
  },
  {
    name: "the amount in other units",
    body: answer({ amount: "10.50" }),
    want: { status: "needs_review" },
  },
  { name: "a negative amount", body: answer({ amount: -1050 }), want: { status: "needs_review" } },
  {
    name: "an amount in exponents",
    body: JSON.stringify(acornAnswer).replace('"1050"', "105e1"),
    want: { status: "needs_review" },
  },
  {
    name: "another currency",
    body: answer({ currency: "USD" }),
    want: {
      status: "needs_review",
      contradictions: [{ field: "currency", asked: "EUR", answered: "USD" }],
    },
  },
  {
    name: "accepted with another currency",
    body: answer({ state: "queued", currency: "USD" }),
    want: { status: "needs_review" },
  },
  { name: "HTML with 200", body: "<html><body>done</body></html>", want: unreadable },
  { name: "HTML with 502", body: "<h1>Bad gateway</h1>", http: 502, want: unreadable },
  { name: "empty 200", body: "", want: unreadable },
  { name: "empty 500", body: "", http: 500, want: unreadable },
  { name: "blank", body: " \n", want: unreadable },
  { name: "cut JSON", body: JSON.stringify(acornAnswer).slice(0, -1), want: unreadable },
  { name: "two JSON values", body: `${JSON.stringify(acornAnswer)}{}`, want: unreadable },
  { name: "JSON in an XSSI guard", body: `)]}'\n${JSON.stringify(acornAnswer)}`, want: unreadable },
  {
    name: "success that names its status twice",
    body: '{"state":"done","id":"A-1","amount":"1050","currency":"EUR","state":"done"}',
    want: { ...unreadable, message: expect.stringContaining('has "state" twice in one object') },
  },
  {
    name: "success after a failure, with one of the names escaped",
    body: '{"state":"failed","id":"A-1","amount":"1050","currency":"EUR","\\u0073tate":"done"}',
    want: unreadable,
  },
  {
    name: "two amounts, of which the last is the one asked for",
    body: '{"state":"done","id":"A-1","amount":"99","amount":"1050","currency":"EUR"}',
    want: unreadable,
  },
  {
    name: "a documented error that names two codes",
    body: '{"state":"failed","error":{"code":"E2","code":"E1"}}',
    want: unreadable,
  },
  {
    name: "success with a name twice in a place that is not read",
    body: JSON.stringify(acornAnswer).replace("}", ',"extra":[{"a":1,"a":1}]}'),
    want: unreadable,
  },
  ...[3000, 100_000].map((depth) => ({
    name: `success with lists ${depth} deep`,
    body: JSON.stringify(acornAnswer).replace(
      "}",
      `,"extra":${"[".repeat(depth)}${"]".repeat(depth)}}`,
    ),
    want: { ...unreadable, message: expect.stringContaining("deeper than 64 levels") },
  })),
  { name: "null", body: "null", want: undocumented },
  { name: "a list of one success", body: [acornAnswer], want: undocumented },
  { name: "the word done", body: '"done"', want: undocumented },
  { name: "an unknown status word", body: answer({ state: "finished" }), want: undocumented },
  { name: "the status word in capitals", body: answer({ state: "DONE" }), want: undocumented },
  { name: "a status word with space", body: answer({ state: "done " }), want: undocumented },
  { name: "a number for the status word", body: answer({ state: 1 }), want: undocumented },
  { name: "true for the status word", body: answer({ state: true }), want: undocumented },
  { name: "a missing field", body: { state: "done", id: "A-1" }, want: undocumented },
  {
    name: "a field of the wrong type",
    body: answer({ amount: { value: 1050 } }),
    want: undocumented,
  },
  { name: "a null field", body: answer({ amount: null }), want: undocumented },
  {
    name: "the status only in __proto__",
    body: '{"__proto__":{"state":"done"},"id":"1","amount":"1050","currency":"EUR"}',
    want: undocumented,
  },
  { name: "success under 500", body: acornAnswer, http: 500, want: undocumented },
  { name: "success under 404", body: acornAnswer, http: 404, want: undocumented },
  {
    name: "success that names a documented error",
    body: answer({ error: { code: "E1" } }),
    want: { ...undocumented, code: "E1" },
  },
  { name: "accepted under 503", body: answer({ state: "queued" }), http: 503, want: undocumented },
  {
    name: "a documented error",
    body: error("E1", "No such payment"),
    want: {
      status: "declined",
      reason: "payment_not_found",
      code: "E1",
      message: "No such payment",
    },
  },
  {
    name: "a documented error under 404",
    body: error("E1"),
    http: 404,
    want: { status: "declined", reason: "payment_not_found" },
  },
  {
    name: "another code of the same meaning, as a number",
    body: error(32),
    want: { status: "declined", reason: "payment_not_found", code: "32" },
  },
  {
    name: "a code that another begins with",
    body: error("E"),
    want: { ...undocumented, code: "E" },
  },
  {
    name: "an error known by code and words",
    body: error("E5", "NOT YET"),
    want: { status: "declined", reason: "not_settled", code: "E5" },
  },
  {
    name: "its code with other words",
    body: error("E5", "Not ever"),
    want: { ...undocumented, code: "E5" },
  },
  {
    name: "its code without words",
    body: { state: "failed", error: { code: "E5" } },
    want: { ...undocumented, code: "E5" },
  },
  {
    name: "an error that leaves the money open",
    body: error("E2"),
    want: { status: "unknown", because: "provider_error", code: "E2" },
  },
  {
    name: "an undocumented error",
    body: error("E777"),
    want: { ...undocumented, code: "E777" },
  },
  {
    name: "an error without a code",
    body: { state: "failed", error: {} },
    want: undocumented,
  },
  {
    name: "an error known by its words",
    body: error("E777", "TOO OLD"),
    want: { status: "declined", reason: "not_refundable" },
  },
  {
    name: "a refusal of an unknown code",
    body: { ...error("E777"), state: "refused" },
    want: { status: "declined", reason: "unspecified", code: "E777" },
  },
  {
    name: "a refusal whose code leaves the money open",
    body: { ...error("E2"), state: "refused" },
    want: { status: "unknown", because: "provider_error" },
  },
];

describe("an answer", () => {
  test.each(cases)("$name", async ({ body, http = 200, want }) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const { fetch, calls } = fakeFetch(() => json(text, http));
    const outcome = await acorn({ fetch }).refund(acornRequest);
    // Decoding drops a byte order mark.
    const raw = { status: http, body: text.replace("\ufeff", "") };
    expect(outcome).toMatchObject({ provider: "acorn", raw, ...want } as Outcome);
    expect(calls).toHaveLength(1);
    if (outcome.status === "unknown") expect(outcome).not.toHaveProperty("answer");
    if (outcome.status === "unknown")
      expect(outcome.message).toContain("find out before sending it again");
  });
});
