import { yedpay } from "@refunds/yedpay";

const client = yedpay({
  environment: "test",
  accessToken: process.env.YEDPAY_ACCESS_TOKEN ?? "",
});

const outcome = await client.refund({
  payment: { id: "xXxXxXxXxXXxXx" },
  reason: "damaged product",
});

switch (outcome.status) {
  case "succeeded": // confirmed; the answer does not contradict the request
  case "pending": // accepted; the final outcome comes later
    console.log(outcome.status, outcome.answer);
    break;
  case "declined": // refused; no money moved
    console.log(outcome.reason, outcome.code, outcome.message);
    break;
  case "not_sent": // it never arrived; retryable says whether you can send it again
    console.log(outcome.retryable, outcome.message);
    break;
  case "unknown": // the money may have moved; find out before you send it again
  case "needs_review": // the answer contradicts the request; a person must check it
    console.log(outcome.status, outcome.raw);
}
