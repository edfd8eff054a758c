import type { AnyRefundRequest, CheckedRequest } from "../../src/index.ts";

/** The `check()` of a custom client that accepts any request. */
export function ownCheck(request: unknown): CheckedRequest {
  const { payment } = request as AnyRefundRequest;
  const named = Object.entries(payment).map(([name, value]) => [name, String(value)]);
  return { request: { ...(request as object) }, payment: Object.fromEntries(named) };
}
