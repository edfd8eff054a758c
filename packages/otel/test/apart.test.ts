/** Which spans belong together. */
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { RefundEvent } from "refunds";
import { beforeEach, expect, test } from "vitest";
import { tracing } from "../src/index.ts";
import { complaints, request, sandbox, shop, spans, takeSpans } from "./support.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
  spans.reset();
});

const unset = { code: SpanStatusCode.UNSET };

test("the parent is the span in which the call was made", async () => {
  const tracer = trace.getTracer("shop");
  const refunds = shop();
  const parents = await Promise.all(
    ["a", "b"].map((key, nth) =>
      tracer.startActiveSpan(`order ${key}`, async (span) => {
        await refunds.refund(request("europe", "openpayd", key, 100, nth));
        span.end();
        return span.spanContext();
      }),
    ),
  );
  const finished = spans.getFinishedSpans();
  for (const { spanId, traceId } of parents) {
    const [child, ...others] = finished.filter((span) => span.parentSpanContext?.spanId === spanId);
    expect(child?.name).toBe("refunds.refund");
    expect(others).toEqual([]);
    const ofTrace = finished.filter((span) => span.spanContext().traceId === traceId);
    expect(ofTrace.map(({ kind }) => kind).sort()).toEqual([
      SpanKind.INTERNAL,
      SpanKind.INTERNAL,
      SpanKind.CLIENT,
    ]);
  }
});

test("refunds that run at once keep their requests apart", async () => {
  const refunds = shop({ keys: true });
  sandbox.inject(({ provider }) => (provider === "openpayd" ? "reset_after" : undefined));
  await Promise.all([
    refunds.refund(request("hong kong", "yedpay", "h")),
    refunds.refund(request("europe", "openpayd", "e", 100)),
    refunds.refund(request("bb", "bbmsl", "b", 100)),
    // Their key is the same, but the journal refuses it to one of them.
    refunds.refund(request("europe", "openpayd", "e", 200)).catch(() => {}),
  ]);
  const seen = takeSpans();
  expect(seen).toHaveLength(4);
  for (const { attributes, requests } of seen) {
    const { servers } = sandbox.provider(String(attributes["refunds.provider"]));
    const hosts = servers.map((server) => new URL(server).hostname);
    for (const { attributes: sent } of requests) expect(hosts).toContain(sent["server.address"]);
    const isRejected = attributes["error.type"] === "key_conflict";
    expect(requests).toHaveLength(isRejected ? 0 : 1);
  }
  const statuses = seen.map(({ attributes }) => [
    attributes["refunds.key"],
    attributes["refunds.status"],
  ]);
  expect(statuses).toContainEqual(["e", "unknown"]);
  expect(statuses).toContainEqual(["h", "succeeded"]);
});

test("a request that is sent again has a span for each time", () => {
  const observe = tracing();
  const base = {
    operation: "refund",
    call: -1,
    key: "k",
    account: "a",
    provider: "p",
    payment: {},
  } as const;
  const sent = {
    ...base,
    event: "sent",
    method: "POST",
    url: "http://127.0.0.1:4010/x/refunds",
  } as const;
  const outcome = { status: "pending", because: "provider_answered", retryable: false } as const;
  complaints.length = 0;
  const events: RefundEvent[] = [
    { ...base, event: "begin" },
    sent,
    sent,
    { ...base, event: "answered", httpStatus: 429 },
    sent,
    { ...base, event: "answered", httpStatus: 201 },
    { ...base, event: "judged", ...outcome },
    { ...base, event: "end", ...outcome },
    // Not a second time: the call is forgotten.
    { ...base, event: "end", ...outcome },
  ];
  for (const event of events) observe(event);
  const [span] = takeSpans();
  expect(span?.status).toEqual(unset);
  expect(
    span?.requests.map(({ attributes }) => [
      attributes["http.request.resend_count"],
      attributes["error.type"],
    ]),
  ).toEqual([
    [undefined, "no_answer"],
    [1, "429"],
    [2, undefined],
  ]);
  expect(span?.requests[0]?.attributes).toMatchObject({
    "server.address": "127.0.0.1",
    "server.port": 4010,
  });
  expect(complaints).toEqual([]);
});
