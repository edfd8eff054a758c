// Generated from specs/openpayd.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { openpayd } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test('refund request "full": The table\'s sample values without amount and currency.', async () => {
  const { fetch, requests } = answering(200, {});
  await openpayd({ environment: "live", apiKey: "4d41d21a935f5bba9dee7c7be4a7ca04", fetch }).refund(
    { payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" } },
  );
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.openpaydpsp.com/pw/v3/payment/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    apiKey: "4d41d21a935f5bba9dee7c7be4a7ca04",
    transactionId: "529-1438673740-2",
    referenceNo: "1-1386413490-0089-14",
  });
});

test('refund request "partial": The table\'s sample values; 1234 is 12.34 euro.', async () => {
  const { fetch, requests } = answering(200, {});
  await openpayd({ environment: "live", apiKey: "4d41d21a935f5bba9dee7c7be4a7ca04", fetch }).refund(
    {
      payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" },
      amount: { value: 1234, currency: "EUR" },
    },
  );
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("POST");
  expect(requests[0]?.url).toBe("https://api.openpaydpsp.com/pw/v3/payment/refund");
  const text = (await requests[0]?.text()) ?? "";
  expect(JSON.parse(text)).toEqual({
    apiKey: "4d41d21a935f5bba9dee7c7be4a7ca04",
    transactionId: "529-1438673740-2",
    referenceNo: "1-1386413490-0089-14",
    amount: 1234,
    currency: "EUR",
  });
});

test('refund answer "approved": The page\'s APPROVED example.', async () => {
  const { fetch } = answering(200, {
    code: "00",
    status: "APPROVED",
    message: "Approved",
    transactionId: "12345-1234567890-123",
    referenceNo: "123456",
    amount: "1234",
    currency: "EUR",
    date: 1476187198,
    isLive: false,
  });
  const outcome = await openpayd({
    environment: "live",
    apiKey: "4d41d21a935f5bba9dee7c7be4a7ca04",
    fetch,
  }).refund({
    payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" },
    amount: { value: 1234, currency: "EUR" },
  });
  expect(outcome).toMatchObject({ status: "succeeded" });
});

test('refund answer "declined": The page\'s DECLINED example.', async () => {
  const { fetch } = answering(200, {
    code: 32,
    status: "DECLINED",
    message: "Already refunded",
    transactionId: "12345-1234567890-123",
    referenceNo: "123456",
    amount: "1234",
    currency: "EUR",
    date: 1476187472,
  });
  const outcome = await openpayd({
    environment: "live",
    apiKey: "4d41d21a935f5bba9dee7c7be4a7ca04",
    fetch,
  }).refund({
    payment: { transactionId: "529-1438673740-2", referenceNo: "1-1386413490-0089-14" },
  });
  expect(outcome).toMatchObject({ status: "declined", reason: "already_refunded", code: "32" });
});
