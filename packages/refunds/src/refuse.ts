import { RefundError, type RefundErrorCode } from "@refunds/core";

/** Throws a `RefundError` for one field. Call it only before anything is sent. */
export function refuse(code: RefundErrorCode, field: string, message: string): never {
  throw new RefundError(code, "refunds", [{ field, message }]);
}
