/** A made-up page whose types and ticks stand at the end of a row, with empty cells. */
import type { Document } from "./document.ts";

const titles = ["Parameter Name", "Detail", "Example", "Type", "Is Required"];

export const harbour: Document = [
  { heading: "Payment Refund", level: 1 },
  { text: "Note: Please do not send amount and currency for a full refund." },
  { text: "Live URL : https://api.harbour.example/pw/v3/payment/refund" },
  { text: "Test URL : https://testapi.harbour.example/pw/v3/payment/refund" },
  {
    text: "The refund call gives the sum back if that is possible. The answer tells straight away.",
  },
  { heading: "Request", level: 2 },
  {
    titles,
    rows: [
      ["apiKey", "The key you got from us.", "4d41d21a935f", "Char 32", "✔"],
      ["transactionId", "Our own identifier.", "529-1438673740-2", "Char 32", "✔"],
      ["amount", "Amount in cents.", "1234 for 12.34 €", "Int", ""],
      ["currency", "The currency of it.", "EUR", "Char 3", ""],
    ],
  },
  { heading: "Response", level: 2 },
  {
    titles,
    rows: [
      ["code", "Error Code Number", "00", "Int", "✔"],
      ["status", "Response status", "APPROVED", "Char 32", "✔"],
      ["message", "Response message", "Approved", "Char 32", "✔"],
      ["amount", "Amount in cents.", "1234", "Int", "✔"],
      ["date", "Transaction timestamp", "1476187198", "Int", ""],
      ["isLive", "The live status", "false", "Boolean", ""],
    ],
  },
  { heading: "APPROVED Response Example", level: 3 },
  {
    code: `{\n  "code": "00",\n  "status": "APPROVED",\n  "message": "Approved",\n  "amount": "1234",\n  "date": 1476187198,\n  "isLive": false\n}`,
  },
  { heading: "DECLINED Response Example", level: 3 },
  {
    code: `{\n  "code": 32,\n  "status": "DECLINED",\n  "message": "Already refunded",\n  "amount": "1234",\n  "date": 1476187472\n}`,
  },
  { heading: "Refundable Payment Methods", level: 2 },
  { list: ["CREDITCARD", "VISA"] },
  { text: "All other payment methods cannot be refunded. If you try, you will get an error." },
  { text: "Updated 5 months ago" },
];
