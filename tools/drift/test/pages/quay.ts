/** A made-up page with other habits: M/O/C, a length column, nested names, tables of environments, of states, of HTTP codes. */
import type { Document } from "./document.ts";

const titles = ["Name", "Type", "M/O/C", "Max Length", "Description"];

export const quay: Document = [
  { heading: "Quay Gateway: Refund a transaction", level: 1 },
  {
    text: "Use this call to return funds of a captured transaction to the card holder. Partial refunds are possible until the whole sum is returned.",
  },
  { heading: "Environments", level: 2 },
  {
    titles: ["Environment", "Base URL"],
    rows: [
      ["Sandbox", "https://sandbox.quay.example"],
      ["Production", "https://gateway.quay.example"],
    ],
  },
  { heading: "HTTP request", level: 2 },
  { text: "POST /gateway/v2/refunds" },
  { text: "Authorization: Bearer <token>" },
  { text: "Content-Type: application/json" },
  { heading: "Body parameters", level: 2 },
  {
    titles,
    rows: [
      ["merchant_id", "string", "M", "16", "Identifies the merchant"],
      [
        "original_id",
        "string",
        "C",
        "36",
        "The transaction to refund. Required if order_id is not sent",
      ],
      [
        "order_id",
        "string",
        "C",
        "36",
        "The order of the merchant. Required if original_id is not sent",
      ],
      [
        "amount",
        "decimal",
        "M",
        "12",
        "Amount in major units with two decimals, between 0.01 and 100000",
      ],
      ["currency", "string", "M", "3", "Either EUR or USD"],
      ["reason_code", "string", "O", "", "Possible values: DUPLICATE, FRAUD, REQUESTED"],
    ],
  },
  { heading: "Sample call", level: 3 },
  {
    code: `curl -X POST https://sandbox.quay.example/gateway/v2/refunds \\\n  -H "Authorization: Bearer TOKEN" \\\n  -d '{"merchant_id": "M1", "original_id": "t-1", "amount": 10.50, "currency": "EUR"}'`,
  },
  { heading: "Response fields", level: 2 },
  {
    titles: ["Name", "Type", "Description"],
    rows: [
      ["result", "object", "What became of it"],
      ["result.code", "string", "Code of the result, see below"],
      ["result.text", "string", "Text of the result"],
      ["refund", "object", "The refund"],
      ["refund.id", "string", "Identifies the refund"],
      ["refund.state", "string", "State of the refund, see the table"],
      ["refund.amount", "decimal", "Refunded amount in major units"],
      ["refund.created", "string", "Moment of the refund as ISO 8601, UTC"],
      ["refund.items", "array of object", "Entries of the refund"],
    ],
  },
  { heading: "Values of refund.state", level: 3 },
  {
    titles: ["Value", "Description"],
    rows: [
      ["PENDING", "Waits for the bank"],
      ["DONE", "Has been carried out"],
      ["DENIED", "Was refused by the bank"],
    ],
  },
  { heading: "Sample answer", level: 3 },
  {
    code: `{\n  "result": { "code": "000", "text": "ok" },\n  "refund": {\n    "id": "r-1",\n    "state": "DONE",\n    "amount": 10.50,\n    "created": "2026-01-02T03:04:05Z",\n    "items": [ { "sku": "a", "count": 1 } ]\n  }\n}`,
  },
  { heading: "Result codes", level: 2 },
  {
    titles: ["Result Code", "Meaning"],
    rows: [
      ["000", "Success"],
      ["101", "Unknown merchant"],
      ["102", "Transaction not found"],
      ["205", "Refund exceeds what is left"],
      ["E-900", "System malfunction"],
    ],
  },
];
