import { yedpay } from "@refunds/yedpay";

const accessToken = "your access token";

const client = yedpay({ environment: "test", accessToken });
const outcome = await client.refund({
  payment: { id: "xXxXxXxXxXXxXx" },
  reason: "damaged product",
});

switch (outcome.status) {
  case "succeeded": // confirmed, and the answer matches the request
  case "pending": // accepted; query, or wait
    console.log(outcome.status, outcome.answer);
    break;
  case "declined": // refused, no money moved
    console.log(outcome.reason, outcome.code, outcome.message);
    break;
  case "not_sent": // never left: the one outcome that may be sent again
    console.log(outcome.message);
    break;
  case "unknown": // the money may have moved: do not send again
  case "needs_review": // the provider says yes to something else: a person looks
    console.log(outcome.status, outcome.raw);
}
