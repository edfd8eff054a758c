import type { ReceivedRequest } from "./fault-server.ts";

/** The idempotency key in a request's header or JSON body; undefined if it has none. */
export function idempotencyKeyOf({ headers, body }: ReceivedRequest): string | undefined {
  const [, inHeader] =
    Object.entries(headers).find(([name]) => /idempoten|^paypal-request-id$/.test(name)) ?? [];
  return inHeader ?? /"idempotency_?key"\s*:\s*"([^"]+)"/i.exec(body)?.[1];
}
