import type { RefundOutcome, SucceededRefund } from "../records/refund-outcome.ts";

const base = { provider: "acme", account: "shop", retryable: false } as const;
const raw = { status: 200, body: '{"id":12345678901234567890,"amount":10.50}' };

/** Values that JSON can represent, and that a careless store changes. */
const answer = {
  numbers: [0, -1, 0.1, 1e-7, 1e21, 9_007_199_254_740_991, -9_007_199_254_740_991, 1.7e308],
  digits: "12345678901234567890",
  empty: ["", null, false, [], {}],
  names: { "": 1, constructor: 2, "a.b": 3, "1": 4, 'quote"d': 5, "\0": 6 },
  texts: [
    "NUL \0",
    "lone \ud83d and \ude00",
    "pair 😀",
    "\u2028\u2029",
    "\ufeff",
    "\\0000",
    "\r\n\t",
  ],
};

export const succeeded: SucceededRefund = {
  ...base,
  status: "succeeded",
  because: "provider_answered",
  refundId: "r-1",
  raw,
  answer,
};

/** One outcome of each status, with as many fields as possible. */
export const outcomes: readonly RefundOutcome[] = [
  succeeded,
  { ...base, status: "pending", because: "provider_answered", raw, answer },
  {
    ...base,
    status: "declined",
    because: "provider_answered",
    reason: "already_refunded",
    code: "00042",
    message: "déjà remboursé",
    raw,
  },
  {
    ...base,
    status: "not_sent",
    because: "payment_blocked",
    blockedBy: "order-1/refund-0",
    message: "refused",
    cause: { name: "TypeError", message: "fetch failed", code: "ECONNREFUSED" },
  },
  { ...base, status: "unknown", because: "connection_lost", message: "The connection broke." },
  {
    ...base,
    status: "needs_review",
    because: "answer_contradicts_request",
    contradictions: [{ field: "amount", at: "/refundAmount", asked: "1050", answered: "10" }],
    refundId: "r-2",
    raw: { status: 200, body: "" },
    answer: null,
  },
  {
    ...base,
    status: "reversed",
    because: "evidence_recorded",
    refundId: "r-3",
    settledBy: { by: "webhook 1", at: 1_767_225_700_000, raw: { status: 200, body: "{}" } },
  },
];

/** Texts that are all different, even if a database ignores case, spaces, accents or NUL. */
export const texts: readonly string[] = [
  "",
  " ",
  "a",
  "A",
  "a ",
  " a",
  "a\0",
  "a\0b",
  "a\\0000",
  "a\\",
  "a%",
  "a_",
  "'; DROP TABLE refund; --",
  '"',
  "é",
  "e\u0301",
  "ß",
  "ss",
  "😀",
  "\ud83d",
  "\ude00",
  "\ude00\ud83d",
  "\\d83d",
  "\ufffd",
  "\ufeff",
  "1",
  "01",
  "1.0",
  "null",
  "x".repeat(10_000),
  // Too long for an index, even compressed.
  Array.from({ length: 20_000 }, (_, at) => ((at * 7919 + at * at * 31) % 36).toString(36)).join(
    "",
  ),
];
