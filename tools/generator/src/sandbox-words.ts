/** What `{{name}}` in a sandbox answer may be, in addition to payment.<id> and credentials.<name>. */
export const amountWords = [
  "payment.amount",
  "payment.refunded",
  "payment.remaining",
  "refund.amount",
];

export const otherWords = [
  "payment.currency",
  "payment.state",
  "refund.number",
  "refund.id",
  "refund.state",
  "reason",
  "key",
  "token",
  "token.expires",
  "now",
];

/** In notifications only. */
export const notificationWords = ["notification.number"];

/** The text around and the name inside each placeholder of a string. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = ""]) => name);
}

/** The operation whose answer a situation is. */
export function operationOf(situation: string): "refund" | "query" | "token" {
  if (situation === "queried") return "query";
  return situation === "issued" || situation === "token_refused" ? "token" : "refund";
}
