/** `SANDBOX=1 npm run dev`: refunds go to a simulated provider in this process. */
export async function register() {
  if (process.env.SANDBOX && process.env.NEXT_RUNTIME === "nodejs") await import("./sandbox.ts");
}
