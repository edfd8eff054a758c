/** A made-up page that leaves much out: tables without headings, the end of a path, examples without braces, no ticks. */
import type { Document } from "./document.ts";

const titles = ["Name", "Type", "Description"];

export const mole: Document = [
  { heading: "Description (Refund Transaction)", level: 1 },
  { text: "Refund the selected transaction. (POST)" },
  { text: "End Point{{id}}/refund" },
  { titles, rows: [["id", "String", "The transaction's id"]] },
  { heading: "Request Header", level: 2 },
  {
    titles: ["Key", "Value", "Description"],
    rows: [
      ["Authorization", "Bearer {{access_token}}", "Login token"],
      ["Content-Type", "application/x-www-form-urlencoded", "Form"],
    ],
  },
  { titles, rows: [["refund_reason", "String", "Why it is refunded"]] },
  {
    titles,
    of: "response",
    rows: [
      ["success", "Boolean", "Whether the refund was made"],
      ["message", "String", "The same in words"],
    ],
  },
  { heading: "Success Response - data", level: 2 },
  {
    titles,
    of: "response.data",
    rows: [
      ["id", "String", "The transaction"],
      ["gateway_id", "Integer", "Id of the gateway"],
      ["status", "String", "Status of the transaction"],
      ["amount", "Float", "Amount of the transaction"],
      ["paid_at", "String", 'Date when it was paid "YYYY-mm-dd h:i:s"'],
      ["custom_id", "String", "(optional) Id that the customer sent"],
      ["refund_details", "Array", "Information (user_id: who asked, remark: why it was asked)"],
    ],
  },
  { heading: "Example Success Response", level: 2 },
  {
    code: `    "id": "xXxX",\n    "gateway_id": 1,\n    "status": "refunded",\n    "amount": "10.00",\n    "paid_at": "",\n    "custom_id": "c-1",\n    "refund_details": {\n        "user_id": "306",\n        "remark": "damaged"`,
  },
  { heading: "Example Error Response", level: 2 },
  { code: `    "success": false,\n    "message": "Internal Error",\n    "status": 500` },
  { text: "v1.37.1-20200727 © The Mole Group. All rights reserved." },
];
