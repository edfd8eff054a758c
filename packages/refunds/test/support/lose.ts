import { expect } from "vitest";
import type { JournalStore } from "../../src/index.ts";
import { type request, sandbox, shop } from "./shop.ts";

/** Sends a refund whose answer is lost. `moved` says whether the money moved. */
export async function lose(
  journal: JournalStore,
  refundRequest: ReturnType<typeof request>,
  moved: boolean,
) {
  sandbox.inject([{ nth: 1, operation: "refund", fault: moved ? "reset_after" : "reset_before" }]);
  const outcome = await shop({ journal }).refund(refundRequest);
  expect(outcome.status).toBe("unknown");
  sandbox.inject();
}
