/** What a span says of each outcome. */
import { SpanStatusCode } from "@opentelemetry/api";
import { JournalError, memoryJournal } from "refunds";
import { beforeEach, expect, test } from "vitest";
import { request, sandbox, shop, spans, takeSpans } from "./support.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
  spans.reset();
});

const unset = { code: SpanStatusCode.UNSET };

test("a refund is a span, with a span for its request", async () => {
  await shop().refund(request("hong kong", "yedpay", "order-1/refund-1"));
  expect(takeSpans()).toEqual([
    {
      name: "refunds.refund",
      attributes: {
        "refunds.operation": "refund",
        "refunds.provider": "yedpay",
        "refunds.account": "hong kong",
        "refunds.status": "succeeded",
        "refunds.because": "provider_answered",
      },
      status: unset,
      requests: [
        {
          name: "POST /v1/transactions/{id}/refund",
          attributes: {
            "http.request.method": "POST",
            "server.address": "api-staging.yedpay.com",
            "server.port": 443,
            "url.full": "https://api-staging.yedpay.com/v1/transactions/REDACTED/refund",
            "url.template": "/v1/transactions/{id}/refund",
            "http.response.status_code": 200,
          },
          status: unset,
        },
      ],
    },
  ]);
});

test("a lost reply has no HTTP status, and makes the refund's span an error", async () => {
  sandbox.inject([{ nth: 1, operation: "refund", fault: "reset_after" }]);
  const outcome = await shop().refund(request("europe", "openpayd", "k", 100));
  expect(outcome.status).toBe("unknown");
  const [span, ...others] = takeSpans();
  expect(others).toEqual([]);
  expect(span?.status).toEqual({
    code: SpanStatusCode.ERROR,
    message: `unknown: ${"because" in outcome && outcome.because}`,
  });
  expect(span?.attributes).toMatchObject({ "refunds.status": "unknown" });
  expect(span?.requests).toHaveLength(1);
  expect(span?.requests[0]?.attributes).toMatchObject({ "error.type": "no_answer" });
  expect(span?.requests[0]?.attributes).not.toHaveProperty("http.response.status_code");
  expect(span?.requests[0]?.status).toEqual(unset);
});

test.each([
  ["html_5xx_after", "unknown", 502],
  ["twice_the_amount", "needs_review", 200],
] as const)("%s: %s is an error, with the HTTP status", async (fault, status, httpStatus) => {
  sandbox.inject([{ nth: 1, operation: "refund", fault }]);
  await shop().refund(request("safe", "stripe", "k", 100));
  const [span] = takeSpans();
  expect(span?.status.code).toBe(SpanStatusCode.ERROR);
  expect(span?.attributes).toMatchObject({ "refunds.status": status });
  expect(span?.requests[0]?.attributes).toMatchObject({ "http.response.status_code": httpStatus });
});

test("a decline is not an error", async () => {
  const refunds = shop();
  await refunds.refund(request("hong kong", "yedpay", "k"));
  await refunds.refund(request("hong kong", "yedpay", "l"));
  const [, declined] = takeSpans();
  expect(declined?.attributes).toMatchObject({ "refunds.status": "declined" });
  expect(declined?.status).toEqual(unset);
});

test("a key that is known has a span without a request", async () => {
  const refunds = shop();
  await refunds.refund(request("hong kong", "yedpay", "k"));
  await refunds.refund(request("hong kong", "yedpay", "k"));
  expect(takeSpans().map(({ requests }) => requests.length)).toEqual([1, 0]);
});

test("a call that rejects is an error, and its span ends", async () => {
  const refunds = shop();
  await refunds.refund(request("europe", "openpayd", "k", 100));
  await expect(refunds.refund(request("europe", "openpayd", "k", 200))).rejects.toThrow();
  const [, rejected] = takeSpans();
  expect(rejected?.status).toEqual({
    code: SpanStatusCode.ERROR,
    message: "The call rejected: key_conflict",
  });
  expect(rejected?.attributes).toMatchObject({ "error.type": "key_conflict" });
  expect(rejected?.attributes).not.toHaveProperty("refunds.status");
});

test("resume() and reconcile() that cannot read the journal are errors, with its code and without what it says", async () => {
  const gone = () =>
    Promise.reject(
      new JournalError("unavailable", { where: "db.example", happened: "lost", advice: "Wait" }),
    );
  const refunds = shop({ keys: true, journal: { ...memoryJournal(), open: gone, get: gone } });
  await expect(refunds.resume()).rejects.toThrow("lost");
  await expect(refunds.reconcile("k")).rejects.toThrow("lost");
  const status = { code: SpanStatusCode.ERROR, message: "The call rejected: unavailable" };
  const attributes = (operation: string, known = {}) => ({
    "refunds.operation": operation,
    ...known,
    "error.type": "unavailable",
  });
  expect(takeSpans()).toEqual([
    { name: "refunds.resume", attributes: attributes("resume"), status, requests: [] },
    {
      name: "refunds.reconcile",
      attributes: attributes("reconcile", { "refunds.key": "k" }),
      status,
      requests: [],
    },
  ]);
});

test("an outcome that the journal cannot store is an error", async () => {
  const journal = memoryJournal();
  let broken = false;
  const transact: typeof journal.transact = (...args) =>
    broken ? Promise.reject(new Error("gone")) : journal.transact(...args);
  const fetch: typeof globalThis.fetch = (...args) => {
    broken = true;
    return sandbox.fetch(...args);
  };
  const outcome = await shop({ journal: { ...journal, transact }, fetch }).refund(
    request("hong kong", "yedpay", "k"),
  );
  expect(outcome).toMatchObject({ status: "succeeded", recorded: false });
  const [span] = takeSpans();
  expect(span?.status.code).toBe(SpanStatusCode.ERROR);
  expect(span?.attributes).toMatchObject({ "refunds.recorded": false });
});

test("reconcile() and record() have spans of their own", async () => {
  const refunds = shop();
  sandbox.inject([{ nth: 1, fault: "reset_after", operation: "refund" }]);
  await refunds.refund(request("bb", "bbmsl", "k", 100));
  sandbox.inject();
  await refunds.reconcile("k");
  await refunds.record("k", { status: "reversed", by: "the bank" });
  const seen = takeSpans();
  expect(seen.map(({ name, requests }) => [name, requests.length])).toEqual([
    ["refunds.refund", 1],
    ["refunds.reconcile", 1],
    ["refunds.record", 0],
  ]);
  expect(seen.map(({ attributes }) => attributes["refunds.status"])).toEqual([
    "unknown",
    "succeeded",
    "reversed",
  ]);
});
