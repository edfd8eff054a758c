import { RefundError } from "@refunds/core";

/** Throws the `RefundError` for one wrong field; nothing was sent. */
export function refuse(field: string, message: string): never {
  throw new RefundError("invalid_request", "refunds", [{ field, message }]);
}
