import type { ReceivedRequest } from "./fault-server.ts";

/** `Idempotency-Key` and the like, and `Acme-Request-Id`. `X-Request-Id` only names a request. */
const keyHeader = /idempoten|^(?!x-)[a-z]+-request-id$/;

/** An id of the refund counts where the provider documents that it repeats its answer for it. */
const keyField = /"(?:idempotency_?key|merchantRefundId|refund_key)"\s*:\s*"([^"]+)"/i;

/** The idempotency key in a request's header or JSON body; undefined if it has none. */
export function idempotencyKeyOf({ headers, body }: ReceivedRequest): string | undefined {
  const [, inHeader] = Object.entries(headers).find(([name]) => keyHeader.test(name)) ?? [];
  return inHeader ?? keyField.exec(body)?.[1];
}
