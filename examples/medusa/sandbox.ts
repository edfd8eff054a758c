/** For the tests: the provider, simulated in this process, and an empty journal. */
import { createSandbox } from "@refunds/sandbox";

process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
process.env.REFUNDS_SCHEMA = `refunds_try_${Date.now()}`;
export const sandbox = await createSandbox({ providers: ["stripe"] });
globalThis.fetch = sandbox.fetch;
