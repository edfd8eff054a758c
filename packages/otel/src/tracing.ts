/** Turns the events of `observe` into spans and a metric. */
import { type Histogram, metrics, trace } from "@opentelemetry/api";
import type { Observer, RefundEvent } from "refunds";
import { callAttributes, type Ending, outcomeAttributes } from "./attributes.ts";
import { CallSpan } from "./call-span.ts";

/** Options of `tracing`. */
export interface TracingOptions {
  /**
   * Whether spans have the refund's key and the identifiers of its payment, as `refunds.key` and `refunds.payment.*`. Default
   * false: they may be personal data, and a tracing service keeps what it gets.
   */
  readonly keys?: boolean;
}

interface RunningCall {
  readonly span: CallSpan;
  readonly startedAt: number;
}

const name = "@refunds/otel";

/**
 * An observer for `createRefunds({ observe: tracing() })`. Reports to the providers that are registered with
 * `@opentelemetry/api`; start your SDK before the first refund. Never changes a refund: `createRefunds` ignores what it throws.
 */
export function tracing({ keys = false }: TracingOptions = {}): Observer {
  const tracer = trace.getTracer(name);
  const running = new Map<number, RunningCall>();
  let histogram: Histogram | undefined;

  function measure(event: Extract<RefundEvent, { event: "end" }>, startedAt: number): void {
    // Not before the first call is over: a meter from before the SDK started would report nothing, forever.
    histogram ??= metrics.getMeter(name).createHistogram("refunds.call.duration", {
      description: "How long calls took that can send requests to a provider.",
      unit: "s",
      advice: { explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] },
    });
    const attributes = { ...callAttributes(event), ...outcomeAttributes(event) };
    histogram.record((performance.now() - startedAt) / 1000, attributes);
  }

  function reportAtOnce(event: Ending): void {
    const span = new CallSpan(tracer, event, keys);
    span.take(event);
    if (event.event === "recorded") span.end(event);
  }

  return (event) => {
    if (event.event === "begin") {
      const startedAt = performance.now();
      running.set(event.call, { span: new CallSpan(tracer, event, keys), startedAt });
      return;
    }
    const call = running.get(event.call);
    if (event.event === "end") running.delete(event.call);
    // What a person or a notification reports is recorded at once, without a request. What rejected without a `begin` names no refund.
    const isWhole = event.event === "recorded" || !("payment" in event);
    if (!call && isWhole) reportAtOnce(event);
    call?.span.take(event);
    if (call && event.event === "end") measure(event, call.startedAt);
  };
}
