import express from "express";
import { isRefundError } from "refunds";
import { findPayment, refunds } from "./refunds.ts";

export const app = express();

// Before express.json(): a signature is over the raw bytes.
const raw = express.raw({ type: "*/*" });
app.post("/webhooks/shop", raw, async (request, response) => {
  const { response: answer, problem } = await refunds.notification("shop", request);
  if (problem) console.warn(problem);
  // A 503 has the header Retry-After.
  response.status(answer.status).set(Object.fromEntries(answer.headers));
  response.send(await answer.text());
});

app.use(express.json());

app.post("/orders/:order/refunds/:number", async (request, response) => {
  const { order, number } = request.params;
  const payment = await findPayment(order);
  if (!payment) return void response.sendStatus(404);
  try {
    const { status } = await refunds.refund({
      account: "shop",
      key: `${order}/refund-${number}`,
      payment,
      // Null is refused with 400. Without the field, everything would be refunded.
      amount: request.body?.amount ?? null,
    });
    response.status(statusOf[status]).json({ status });
  } catch (error) {
    if (!isRefundError(error)) throw error;
    const status = error.code === "key_conflict" ? 409 : 400;
    response.status(status).json({ problems: error.problems });
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
};
