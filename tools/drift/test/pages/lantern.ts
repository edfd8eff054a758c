/** A made-up page with samples, numbers for codes and an envelope that only the example shows. */
import type { Document } from "./document.ts";

export const lantern: Document = [
  { heading: "Refund API", level: 1 },
  { heading: "Request Type", level: 2 },
  { text: "POST" },
  { heading: "Request URI", level: 2 },
  { text: "/api/v3/payment/refund" },
  { heading: "Request", level: 2 },
  {
    titles: ["Parameter", "Type", "Required", "Sample data", "Description"],
    rows: [
      ["paymentNo", "String", "Yes", "400062", "The payment to give back. Every payment has one."],
      ["refundAmount", "Int", "Yes", "10000", "Sum to give back. Cent is the unit."],
      ["memo", "String", "No", "broken", "Shown to nobody. Up to 60 characters."],
    ],
  },
  { heading: "Request Example:", level: 3 },
  { code: `{\n  "paymentNo": "1694723",\n  "refundAmount": 5000\n}` },
  { heading: "Response", level: 2 },
  {
    titles: ["Parameter", "Type", "Sample data", "Description"],
    rows: [
      ["refundNo", "String", "REF170", "The refund, as support knows it."],
      ["refundAmount", "String", "10000", "Sum that goes back. Cent is the unit."],
      [
        "refundStatus",
        "String",
        "success",
        "State: 1) init : refund begun; 2) success: refund made; 3) failure: refund refused",
      ],
      ["refundTime", "Datetime", "2024-01-02", "Moment of the refund. Written as YYYY-MM-DD"],
      ["fee", "Number", "1.20", "Fee that is kept."],
      ["final", "Boolean", "true", "Whether nothing follows."],
    ],
  },
  { heading: "Response Example:", level: 3 },
  {
    code: `{\n  "status": "SUCCESS",\n  "result": {\n    "refundNo": "REF187",\n    "refundAmount": "10",\n    "refundStatus": "success",\n    "refundTime": "2024-09-30",\n    "fee": 1.2,\n    "final": true\n  }\n}`,
  },
  { heading: "Error codes", level: 2 },
  {
    titles: ["code", "message", "description"],
    rows: [
      ["10005", "Invalid parameter", "Parameter format incorrect"],
      ["20007", "Insufficient balance", "1) The card has too little, or 2) the account has"],
      [
        "20041",
        "Payment refunded",
        "The payment has gone back before, it cannot go back any more.",
      ],
      ["50001", "Failure", "Payment failed"],
      ["50002", "Timeout", "No answer came in time OR the answer was lost."],
      ["90000", "Unauthorized", "The token is not known"],
    ],
  },
];
