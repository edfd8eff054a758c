/** Thirty refunds at once, in a process of their own: one that ends without a word has lost them all. */
import { acorn, acornRequest } from "./acorn.ts";

const client = acorn({ baseUrl: process.argv[2] ?? "" });
const outcomes = await Promise.all(Array.from({ length: 30 }, () => client.refund(acornRequest)));
const words = outcomes.map((outcome) =>
  outcome.status === "unknown"
    ? `unknown ${outcome.because} ${outcome.raw?.status}`
    : outcome.status,
);
console.log(JSON.stringify(words));
