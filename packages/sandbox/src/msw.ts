import type { HttpHandler } from "msw";
import { createHandlers } from "./interfaces/msw-handlers.ts";
import type { Sandbox, SandboxInternals } from "./sandbox.ts";

/**
 * A sandbox as handlers for msw 3: `setupServer(...mswHandlers(sandbox))` or `setupWorker(...mswHandlers(sandbox))`. msw is
 * an optional peer dependency of this package; install it yourself.
 *
 * msw cannot make the faults `refuse`, `reset_before`, `reset_after`, `cut` and `flood`: a request that is to meet one
 * fails, moves nothing, and the sandbox's `onFault` gets an error that says so.
 */
export const mswHandlers = (sandbox: Sandbox): HttpHandler[] => {
  // Every sandbox is made by this package; what its doors need is not shown to users.
  const { router, dripMs, onFault } = sandbox as SandboxInternals;
  return createHandlers(router, dripMs, onFault);
};
