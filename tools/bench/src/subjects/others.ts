/** The libraries of others. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install } from "@refunds/testing/sdks";
import createClient from "openapi-fetch";
import { assertSucceeded, type Subject } from "./subject.ts";

interface Paths {
  "/v1/refunds": {
    post: {
      parameters: { header: { "Idempotency-Key": string; "Stripe-Version": string } };
      requestBody: { content: { "application/x-www-form-urlencoded": Record<string, string> } };
      responses: { 200: { content: { "application/json": { status: string } } } };
    };
  };
}

export const openapiFetch: Subject = async ({ sample, fetch }) => {
  const client = createClient<Paths>({
    baseUrl: "https://api.stripe.com",
    fetch: fetch as unknown as typeof globalThis.fetch,
    headers: { Authorization: `Bearer ${sample.credentials.secretKey}` },
    bodySerializer: (body) => new URLSearchParams(body),
  });
  const version = String(sample.written.headers["stripe-version"]);
  return async (n) => {
    const { payment, amount, key } = sample.given(n);
    const { data } = await client.POST("/v1/refunds", {
      params: { header: { "Idempotency-Key": key, "Stripe-Version": version } },
      body: { payment_intent: String(payment.paymentIntent), amount: String(amount?.value) },
      signal: AbortSignal.timeout(30_000),
    });
    assertSucceeded(data?.status);
  };
};

export const stripeNode: Subject = async ({ sample, places: { baseUrl }, fetch }) => {
  const folder = await install("stripe");
  const { load } = await import(pathToFileURL(join(folder, "load.mjs")).href);
  const { default: Stripe } = await load();
  const stripe = new Stripe(sample.credentials.secretKey, {
    httpClient: Stripe.createFetchHttpClient(fetch),
    maxNetworkRetries: 0,
    ...(baseUrl && { protocol: "https", host: "localhost", port: new URL(baseUrl).port }),
  });
  return async (n) => {
    const { payment, amount, key } = sample.given(n);
    const refund = await stripe.refunds.create(
      { payment_intent: payment.paymentIntent, amount: amount?.value },
      { idempotencyKey: key },
    );
    assertSucceeded(refund.status);
  };
};
