import { OrderService, Refund, ScheduledTask, TransactionalConnection } from "@vendure/core";
import { refunds } from "./refunds.ts";

export const uncertainRefunds = {
  transitions: { Pending: { to: ["Pending"] }, Settled: { to: ["Failed"] } },
};

export const settleRefunds = new ScheduledTask({
  id: "settle-refunds",
  schedule: (cron) => cron.every(15).minutes(),
  async execute({ injector, scheduledContext: ctx }) {
    await refunds.resume();
    const orders = injector.get(OrderService);
    const stored = injector.get(TransactionalConnection).getRepository(ctx, Refund);
    const pending = await stored.find({ where: { state: "Pending" } });
    const settled = await stored.find({
      where: { state: "Settled" },
      order: { createdAt: "DESC" },
      take: 500,
    });
    const seen = new Set<string>();
    for (const { id, state, metadata } of [...settled, ...pending]) {
      const key = metadata?.key;
      if (typeof key !== "string") continue;
      // Two clicks at the same moment: one refund, which Vendure has stored twice.
      if (seen.has(key)) await orders.transitionRefundToState(ctx, id, "Failed");
      else if (state === "Pending") await settle(key, id);
      seen.add(key);
    }

    async function settle(key: string, id: Refund["id"]) {
      const outcome = (await refunds.get(key))?.outcome;
      if (outcome?.status === "succeeded") {
        await orders.settleRefund(ctx, { id, transactionId: outcome.refundId ?? key });
      } else if (outcome && ["declined", "not_sent", "reversed"].includes(outcome.status)) {
        await orders.transitionRefundToState(ctx, id, "Failed");
      }
    }
  },
});
