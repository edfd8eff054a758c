import { createSandbox } from "@refunds/sandbox";
import { createRefunds, stripe } from "refunds";
import { beforeEach, expect, test } from "vitest";
import { cancelOrder } from "./cancel-order.ts";

const sandbox = await createSandbox({ providers: ["stripe"] });
const openRefunds = () =>
  createRefunds({
    accounts: {
      shop: stripe({ environment: "test", secretKey: "sk_test_sandbox", fetch: sandbox.fetch }),
    },
  });
const order = (paymentIntent: string) =>
  ({ id: "order-1042", paymentIntent, total: { value: 1050, currency: "USD" } }) as const;

let refunds = openRefunds();
beforeEach(() => {
  sandbox.reset();
  refunds = openRefunds(); // with an empty journal
});

test("cancelling twice refunds once", async () => {
  const both = await Promise.all([1, 2].map(() => cancelOrder(refunds, order("pi_1"))));
  expect(both.map(({ shown }) => shown)).toEqual(["Refunded.", "Refunded."]);
  expect(sandbox.refunds).toHaveLength(1);
});

test.each([
  ["reset_before", "We are checking your refund.", 0],
  ["reset_after", "We are checking your refund.", 1],
  ["refuse", "Please try again in a minute.", 0],
] as const)("the fault %s", async (fault, shown, moved) => {
  sandbox.inject(() => fault);
  expect(await cancelOrder(refunds, order("pi_1"))).toEqual({ shown, alert: false });
  expect(sandbox.refunds).toHaveLength(moved);

  sandbox.inject(); // the network works again
  await refunds.reconcile("order-1042/cancelled"); // as the janitor does
  expect((await cancelOrder(refunds, order("pi_1"))).shown).toBe("Refunded.");
  expect(sandbox.refunds).toHaveLength(1);
});

test.each([
  ["pi_6", "We could not refund you. We will contact you."], // the sandbox always refuses it
  ["pi_8", "We are checking your refund."], // and answers this with an error
])("%s: %s", async (payment, shown) => {
  expect(await cancelOrder(refunds, order(payment))).toMatchObject({ shown });
  expect(sandbox.refunds).toHaveLength(0);
});
