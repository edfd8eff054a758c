/** Loaded before a README's program. Replaces `fetch` with the sandbox's, and sets environment variables to its credentials. */
import { createSandbox } from "@refunds/sandbox";

export const sandbox = await createSandbox();
globalThis.fetch = sandbox.fetch;
for (const { provider, credentials } of sandbox.providers) {
  for (const [name, value] of Object.entries(credentials[0] ?? {})) {
    const variable = `${provider}_${name.replaceAll(/[A-Z]/g, "_$&")}`.toUpperCase();
    process.env[variable] = String(value);
  }
}
