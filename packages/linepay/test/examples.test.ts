// Generated from specs/linepay.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { linepay } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "page": The page\'s request example.', async () => {
  const { fetch, requests } = answering(200, {});
  await linepay({
    environment: "live",
    channelId: "1479113123",
    channelSecret: "sandbox-channel-secret",
    fetch,
  }).refund({
    payment: { transactionId: "2018082512345678910" },
    amount: { value: 100000, currency: "TWD" },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api-pay.line.me/v4/payments/2018082512345678910/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({ refundAmount: 1000 });
});

test('refund answer "page": The page\'s response example. Its id is a number in the page, which a JSON parser of 53 bits would round.', async () => {
  const { fetch } = answering(200, {
    returnCode: "0000",
    returnMessage: "success",
    info: {
      refundTransactionId: "2018082512345678911",
      refundTransactionDate: "2018-08-25T09:15:01Z",
    },
  });
  const outcome = await linepay({
    environment: "live",
    channelId: "1479113123",
    channelSecret: "sandbox-channel-secret",
    fetch,
  }).refund({
    payment: { transactionId: "2018082512345678910" },
    amount: { value: 100000, currency: "TWD" },
  });
  expect(outcome).toMatchObject({ status: "succeeded", refundId: "2018082512345678911" });
});

test('refund answer "parameter": An error of the parameters, as the sandbox answered it.', async () => {
  const { fetch } = answering(200, { returnCode: "2101", returnMessage: "Parameter error." });
  const outcome = await linepay({
    environment: "live",
    channelId: "1479113123",
    channelSecret: "sandbox-channel-secret",
    fetch,
  }).refund({
    payment: { transactionId: "2018082512345678910" },
    amount: { value: 100000, currency: "TWD" },
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "invalid_request", code: "2101" });
});

test('refund answer "duplicated": A call that LINE Pay takes for a repeated one; the first may have refunded.', async () => {
  const { fetch } = answering(200, {
    returnCode: "1198",
    returnMessage: "The API call request has been duplicated.",
  });
  const outcome = await linepay({
    environment: "live",
    channelId: "1479113123",
    channelSecret: "sandbox-channel-secret",
    fetch,
  }).refund({ payment: { transactionId: "2018082512345678910" } });
  expect(outcome).toMatchObject({ status: "unknown", code: "1198" });
});
