/** For `npm run try` and the tests: the provider, simulated in this process, and an empty journal. `npm start` does not load this file. */
import { createSandbox } from "@refunds/sandbox";

process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
process.env.STRIPE_WEBHOOK_SECRET = "whsec_sandbox";
process.env.REFUNDS_SCHEMA = `refunds_try_${Date.now()}`;
export const sandbox = await createSandbox({ providers: ["stripe"] });
export const overNetwork = globalThis.fetch;
globalThis.fetch = sandbox.fetch;
