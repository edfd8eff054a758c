/** What is kept out of spans and metrics, and away from refunds. */
import { beforeEach, expect, test } from "vitest";
import { tracing } from "../src/index.ts";
import { measured, request, sandbox, shop, spans, takeSpans } from "./support.ts";

beforeEach(() => {
  sandbox.reset();
  sandbox.inject();
  spans.reset();
});

test("keys, payments and amounts stay out, unless keys are asked for", async () => {
  const refundRequest = request("europe", "openpayd", "order-1042/refund-1", 137);
  const identifiers = Object.values(refundRequest.payment as object);
  await shop().refund(refundRequest);
  const text = JSON.stringify(takeSpans());
  for (const word of ["order-1042", "137", ...identifiers])
    expect(text).not.toContain(String(word));
  sandbox.reset();
  await shop({ keys: true }).refund(refundRequest);
  const [span] = takeSpans();
  expect(span?.attributes).toMatchObject({ "refunds.key": "order-1042/refund-1" });
  expect(JSON.stringify(span?.attributes)).toContain(String(identifiers[0]));
  expect(JSON.stringify([span?.requests, span?.name])).not.toContain(String(identifiers[0]));
  expect(JSON.stringify(span)).not.toContain("137");
});

test("a tracer that fails breaks no refund", async () => {
  const observe = tracing();
  const refunds = shop({
    observe: (event) => observe({ ...event, url: "not a URL", payment: null } as never),
  });
  expect(await refunds.refund(request("hong kong", "yedpay", "k"))).toMatchObject({
    status: "succeeded",
  });
  expect(takeSpans()).toHaveLength(1);
});

test("the time of each call is measured, by outcome", async () => {
  await shop().refund(request("hong kong", "yedpay", "k"));
  const [metric] = await measured();
  expect(metric?.descriptor).toMatchObject({ name: "refunds.call.duration", unit: "s" });
  // Other files of tests report to the same metric.
  const point = metric?.dataPoints.find(
    ({ attributes }) =>
      attributes["refunds.account"] === "hong kong" && attributes["refunds.status"] === "succeeded",
  );
  expect(point?.attributes).toEqual({
    "refunds.operation": "refund",
    "refunds.provider": "yedpay",
    "refunds.account": "hong kong",
    "refunds.status": "succeeded",
    "refunds.because": "provider_answered",
  });
  expect(JSON.stringify(metric?.dataPoints)).not.toContain("refunds.key");
});
