import { isRefundError } from "refunds";
import { findPayment, openRefunds } from "../../../../refunds.ts";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ order: string; number: string }> },
): Promise<Response> {
  const { order, number } = await params;
  const payment = await findPayment(order);
  if (!payment) return new Response(null, { status: 404 });
  // Null is refused with 400. Without the field, everything would be refunded.
  const { amount = null } = await request.json().catch(() => ({}));
  try {
    const key = `${order}/refund-${number}`;
    const { status } = await openRefunds().refund({ account: "shop", key, payment, amount });
    return Response.json({ status }, { status: statusOf[status] });
  } catch (error) {
    if (!isRefundError(error)) throw error;
    const status = error.code === "key_conflict" ? 409 : 400;
    return Response.json({ problems: error.problems }, { status });
  }
}

/** 202: it is being worked on. Show it so, and offer no second try. */
const statusOf = {
  succeeded: 200,
  reversed: 200, // the money came back: tell the customer
  pending: 202,
  unknown: 202,
  needs_review: 202,
  declined: 422, // no money moved
  not_sent: 503, // nothing was sent, and the same call again is safe
};
