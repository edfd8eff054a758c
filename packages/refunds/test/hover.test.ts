/** What an editor shows when hovering over a user's program: readable types and documentation. */
import { describe, expect, test } from "vitest";
import { providers } from "../src/index.ts";
import { openProgram } from "./support/hover.ts";
import { publicMembers } from "./support/public-members.ts";

describe("a single client", () => {
  const { diagnostics, hover } = openProgram(`
import { ottpay } from "@refunds/ottpay";
import { yedpay } from "@refunds/yedpay";
const client = ottpay({ environment: "test", accessToken: "t", timeoutMs: 5000, logger: console.log });
const local = ottpay({ baseUrl: "http://127.0.0.1:4010/ottpay", accessToken: "t" });
const outcome = await client.refund({
  payment: { oriPaymentId: "1" },
  amount: { value: 1050, currency: "CAD" },
});
console.log(local, outcome.status, outcome.provider);
if (outcome.status === "unknown") console.log(outcome.because, outcome.raw, outcome.cause);
if (outcome.status === "declined") console.log(outcome.reason, outcome.code);
if (outcome.status === "succeeded") console.log(outcome.refundId, outcome.answer);
const found = await client.query({ payment: { oriPaymentId: "1" } });
console.log(found.status);
const whole = await yedpay({ environment: "test", accessToken: "t" }).refund({ payment: { id: "1" } });
console.log(whole);
`);

  test("the program has no errors", () => expect(diagnostics()).toEqual([]));

  test.each([
    ["const client", "const client: OttpayClient"],
    ["const outcome", "const outcome: OttpayOutcome"],
    ["const found", "const found: OttpayQueryOutcome"],
    ["const whole", "const whole: YedpayOutcome"],
    ["{ environment", '(property) EnvironmentOptions.environment: "live" | "test"'],
    ["{ baseUrl", "(property) BaseUrlOptions.baseUrl: string"],
    ["amount", "(property) OttpayRefundRequest.amount: Amount<Currency>"],
    ["currency", "(property) Amount<Currency>.currency: Currency"],
    ["outcome.because", "(property) Unknown<OttpayErrorCode>.because: UnknownBecause"],
    ["outcome.reason", "(property) Declined<OttpayErrorCode>.reason: Reason"],
  ])("%s has a readable type", (piece, type) => expect(hover(piece).type).toBe(type));

  test.each([
    ["{ environment", '`"live"` moves real money.'],
    ["{ baseUrl", "instead of an `environment`"],
    ["accessToken", "A bearer token you obtained yourself."],
    ["timeoutMs", "The time limit of a whole call in milliseconds"],
    ["logger", "Called once for each call"],
    ["client.refund", "Refund a captured local-card payment"],
    ["client.query", "Moves no money"],
    ["{\n  payment", "Which payment to refund."],
    ["amount", "1050 is 10.50"],
    ["{ value", "1050 is 10.50 EUR"],
    ["currency", 'The ISO 4217 code in upper case, such as `"EUR"`.'],
    ["outcome.provider", "one-word name"],
    ["outcome.because", "uncertain"],
    ["outcome.raw", "bsent where no"],
    ["outcome.cause", "below HTTP"],
    ["outcome.reason", "all providers share"],
    ["outcome.code", "The provider's own error code"],
    ["outcome.refundId", "The provider's own id of the refund"],
    ["outcome.answer", "parsed"],
  ])("%s is documented", (piece, docs) => expect(hover(piece).docs).toContain(docs));

  test("the documentation of status explains each value", () => {
    const { docs } = hover("outcome.status");
    for (const status of [
      "succeeded",
      "pending",
      "declined",
      "not_sent",
      "unknown",
      "needs_review",
    ])
      expect(docs).toContain(`\`${status}\`: `);
    expect(hover("found.status").docs).toContain("`found`: ");
  });
});

describe("the facade", () => {
  const { diagnostics, hover } = openProgram(`
import { createRefunds, yedpay } from "refunds";
const refunds = createRefunds({
  accounts: { shop: yedpay({ environment: "test", accessToken: "t" }) },
});
const outcome = await refunds.refund({
  account: "shop",
  key: "k",
  payment: { id: "1" },
  refundable: { value: 1050, currency: "HKD" },
});
console.log(outcome.status, outcome.account);
if (outcome.status === "unknown") console.log(outcome.because);
const [open] = await refunds.open();
console.log(open?.account, open?.key);
`);

  test("the program has no errors", () => expect(diagnostics()).toEqual([]));

  test.each([
    ["({\n  accounts", "by names of your"],
    ["refunds.refund({\n  account", "one of the accounts given to `createRefunds`"],
    ["  key", "Your own id of this refund"],
    ["{ id", "The payment's id."],
    ["refundable", "can be refunded of this payment"],
    ["refunds.refund", "at most once for its key"],
    ["outcome.account", "The account's name"],
    ["outcome.because", "uncertain"],
    ["refunds.open", "oldest first"],
    ["open?.account", "account"],
    ["open?.key", "refund"],
  ])("%s is documented", (piece, docs) => expect(hover(piece).docs).toContain(docs));

  test("the documentation of status explains each value", () => {
    const { docs } = hover("outcome.status");
    for (const status of [
      "succeeded",
      "pending",
      "declined",
      "not_sent",
      "unknown",
      "needs_review",
      "reversed",
    ])
      expect(docs).toContain(`\`${status}\`: `);
  });

  test("an outcome has a readable type", () => {
    expect(hover("const outcome").type).toBe("const outcome: OutcomeOf<YedpayClient>");
    expect(hover("const [open").type).toBe("const open: RefundRecord | undefined");
  });
});

test("every public member of core, each provider and the facade is documented", () => {
  const members = publicMembers(["core", ...Object.keys(providers), "refunds"]);
  expect(members.length).toBeGreaterThan(250);
  expect(members.filter(({ docs }) => !docs).map(({ name }) => name)).toEqual([]);
});
