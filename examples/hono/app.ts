import { Hono } from "hono";
import { isRefundError } from "refunds";
import { findPayment, refunds } from "./refunds.ts";

export const app = new Hono();

app.post("/webhooks/shop", async (context) => {
  const { response, problem } = await refunds.notification("shop", context.req.raw);
  if (problem) console.warn(problem);
  return response;
});

app.post("/orders/:order/refunds/:number", async (context) => {
  const { order, number } = context.req.param();
  const payment = await findPayment(order);
  if (!payment) return context.notFound();
  // Null is refused with 400. Without the field, everything would be refunded.
  const { amount = null } = await context.req.json().catch(() => ({}));
  try {
    const { status } = await refunds.refund({
      account: "shop",
      key: `${order}/refund-${number}`,
      payment,
      amount,
    });
    return context.json({ status }, statusOf[status]);
  } catch (error) {
    if (!isRefundError(error)) throw error;
    const status = error.code === "key_conflict" ? 409 : 400;
    return context.json({ problems: error.problems }, status);
  }
});

/** 202: it is being worked on. Show it so, and offer no second try. */
const statusOf = {
  succeeded: 200,
  reversed: 200, // the money came back: tell the customer
  pending: 202,
  unknown: 202,
  needs_review: 202,
  declined: 422, // no money moved
  not_sent: 503, // nothing was sent, and the same call again is safe
} as const;
