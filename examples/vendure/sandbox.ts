/** For the tests: the provider, simulated in this process, and an empty journal. */
import { createSandbox } from "@refunds/sandbox";

/** Each order of the tests is paid with one of these. */
const payments = ["pi_partly", "pi_lost", "pi_twice", "pi_modified"].map((paymentIntent) => ({
  payment: { paymentIntent, charge: paymentIntent.replace("pi", "ch") },
  amount: { value: 10_000, currency: "USD" as const },
}));

process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
process.env.REFUNDS_SCHEMA = `refunds_try_${Date.now()}`;
export const sandbox = await createSandbox({
  providers: ["stripe"],
  payments: { stripe: payments },
});
/** For Vendure's API. */
export const loopbackFetch = globalThis.fetch;
globalThis.fetch = sandbox.fetch;
