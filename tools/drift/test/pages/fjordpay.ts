/** The page of the generator's made-up provider, in our own words. */
import type { Document } from "./document.ts";

const answer = `{
  "id": "ref_1",
  "paymentId": "pay_NOK1",
  "state": "completed",
  "amount": {
    "value": "10.50",
    "currency": "NOK"
  },
  "reason": "damaged",
  "createdAt": 1790000000
}`;

export const fjordpay: Document = [
  { heading: "Refunds", level: 1 },
  {
    text: "Gives a captured payment back, in full or in part. A key that was seen before is answered with the first answer.",
  },
  { text: "Live URL: https://api.fjordpay.example" },
  { text: "Test URL: https://api.test.fjordpay.example" },
  { heading: "Endpoint", level: 2 },
  { text: "PUT /v2/merchants/{merchantId}/payments/{paymentId}/refunds" },
  { heading: "Path parameters", level: 2 },
  {
    titles: ["Parameter", "Type", "Required", "Description"],
    rows: [
      ["merchantId", "String", "Yes", "Your merchant account"],
      ["paymentId", "String", "Yes", "The payment that is given back"],
    ],
  },
  { heading: "Request headers", level: 2 },
  {
    titles: ["Header", "Type", "Required", "Description"],
    rows: [
      ["X-Api-Key", "String", "Yes", "Your key"],
      ["Idempotency-Key", "String(64)", "Yes", "Your own id of the refund, max 64 characters"],
    ],
  },
  { heading: "Request body", level: 2 },
  {
    titles: ["Parameter", "Type", "Required", "Description"],
    rows: [
      ["amount", "Object", "Yes", "The sum to give back"],
      ["amount.value", "String", "Yes", "In major units, with all decimals of the currency"],
      ["amount.currency", "String", "Yes", "The currency as in ISO 4217"],
      ["reason", "String", "No", "Shown to the payer, max 140 characters"],
      ["note", "String", "No", "For your own books"],
    ],
  },
  { heading: "Request example", level: 3 },
  {
    code: `{\n  "amount": {\n    "value": "10.50",\n    "currency": "NOK"\n  },\n  "reason": "damaged"\n}`,
  },
  { heading: "Response", level: 2 },
  {
    titles: ["Parameter", "Type", "Required", "Description"],
    rows: [
      ["id", "String", "Yes", "The refund"],
      ["paymentId", "String", "Yes", "The payment"],
      ["state", "String", "Yes", "One of: completed, queued, rejected"],
      ["amount", "Object", "Yes", "The sum that was given back"],
      ["amount.value", "String", "Yes", "In major units"],
      ["amount.currency", "String", "Yes", "The currency"],
      ["reason", "String", "No", "The reason that was given"],
      ["createdAt", "Integer", "No", "Unix time of the refund"],
    ],
  },
  { heading: "Response example", level: 3 },
  { code: answer },
  { heading: "Error codes", level: 2 },
  {
    titles: ["Code", "Message", "Description"],
    rows: [
      ["invalid_parameter", "A field is wrong.", "Look at the field that is named"],
      ["invalid_api_key", "The API key is not known.", "Ask for another one"],
      ["insufficient_funds", "Your balance is too low.", "Top it up"],
      ["unknown_payment", "There is no such payment.", "Look at the id"],
      ["payment_refunded", "The payment has been refunded.", "Nothing is left of it"],
      ["amount_too_large", "More than is left of the payment.", "Ask for less"],
      ["too_many_requests", "Slow down.", "Wait a second"],
      ["internal_error", "Something went wrong.", "Ask us"],
    ],
  },
  { heading: "Error example", level: 3 },
  {
    code: `{\n  "error": {\n    "code": "insufficient_funds",\n    "message": "Your balance is too low."\n  }\n}`,
  },
  { text: "All amounts are settled on the next working day. Questions go to the support team." },
  { text: "API version 2.4" },
];
