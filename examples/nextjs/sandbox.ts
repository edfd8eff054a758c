/** For `SANDBOX=1` and the tests: the provider, simulated in this process, and an empty journal. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@refunds/sandbox";

process.env.STRIPE_SECRET_KEY = "sk_test_sandbox";
process.env.STRIPE_WEBHOOK_SECRET = "whsec_sandbox";
process.env.REFUNDS_FILE = join(mkdtempSync(join(tmpdir(), "refunds-")), "refunds.sqlite");
export const sandbox = await createSandbox({ providers: ["stripe"] });
globalThis.fetch = sandbox.fetch;
