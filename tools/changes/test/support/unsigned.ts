/** The generator's made-up provider without its signatures, which cover the time: so its bytes can be written down. */
import { readFileSync } from "node:fs";

const fixture = new URL("../../../generator/test/fixtures/fjordpay.yaml", import.meta.url);

/** `text` with one piece replaced; the piece must be there, or the test would test nothing. */
export function change(text: string, piece: string, by: string): string {
  if (!text.includes(piece)) throw new Error(`There is no ${JSON.stringify(piece)} to change.`);
  return text.replace(piece, () => by);
}

export const signed = readFileSync(fixture, "utf8");

export const unsigned = [
  / {4}(?:signingSecret|fjordpayKey):\n(?: {6}.*\n)+/g,
  / {10}timestamp: .*\n/g,
  / {8}(?:sign|verify):\n(?: {10}.*\n)+/g,
  / {8}- name: X-Timestamp\n(?: {10}.*\n)+/g,
  / {8}- \{ name: X-(?:Signature|Content-Digest).*\n/g,
  /, signingSecret: sandbox-secret/g,
  / {4}bad_signature: .*\n/g,
].reduce((text, pattern) => {
  if (!pattern.test(text)) throw new Error(`The fixture has nothing like ${pattern}.`);
  return text.replace(pattern, "");
}, signed);

/** Written by hand from the fixture. */
export const vectors = {
  provider: "fjordpay",
  page: "https://docs.fjordpay.example/refunds",
  note: "Written by hand; the provider does not exist.",
  credentials: { apiKey: "k", merchantId: "NO123456" },
  requests: [
    {
      name: "two decimals",
      given: {
        payment: { id: "pay_1" },
        key: "order-1/refund-1",
        amount: { value: 1050, currency: "NOK" },
      },
      expect: {
        method: "PUT",
        url: "https://api.test.fjordpay.example/v2/merchants/NO123456/payments/pay_1/refunds",
        headers: {
          "content-type": "application/json",
          "x-api-key": "k",
          "idempotency-key": "order-1/refund-1",
        },
        body: '{"amount":{"value":"10.50","currency":"NOK"}}',
      },
    },
  ],
  answers: [
    {
      name: "an undocumented error",
      given: {
        payment: { id: "pay_1" },
        key: "order-1/refund-1",
        amount: { value: 1050, currency: "NOK" },
      },
      http: 409,
      body: '{"error":{"code":"who_knows"}}',
      expect: { status: "unknown", code: "who_knows" },
    },
  ],
};
