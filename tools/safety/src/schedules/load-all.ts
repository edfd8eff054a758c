import type { NotifiedStatus, Sandbox } from "@refunds/sandbox";
import { createRefunds, memoryJournal } from "refunds";
import { clientOf } from "./client-of.ts";

/**
 * Loads what is loaded when a first notification of a provider comes. It takes real time, for which a schedule does not wait, so
 * it is done before time stops.
 */
export async function loadAll(sandbox: Sandbox): Promise<void> {
  for (const { provider, payments, requestFor, notifications, notification } of sandbox.providers) {
    const [payment, status] = [payments[0], notifications[0] as NotifiedStatus | undefined];
    if (!payment || !status) continue;
    const shop = clientOf(sandbox, provider, sandbox.fetch);
    const refunds = createRefunds({ accounts: { shop }, journal: memoryJournal() });
    const key = "order-1042-refund-1";
    sandbox.reset();
    await shop.refund({ ...requestFor(payment, undefined, key), key } as never);
    await refunds.notification("shop", await notification(1, status));
  }
}
