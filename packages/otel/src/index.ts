/** OpenTelemetry spans and a metric for refunds. */
// The declarations of a user's program can refer only to what this package exports.
export type { EventError, Observer, RefundEvent } from "refunds";
export { type TracingOptions, tracing } from "./tracing.ts";
