import { RefundError, type RefundErrorCode } from "@refunds/core";

/** Throws the `RefundError` for one wrong field; nothing was sent. */
export function refuse(code: RefundErrorCode, field: string, message: string): never {
  throw new RefundError(code, "refunds", [{ field, message }]);
}
