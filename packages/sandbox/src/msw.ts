import type { HttpHandler } from "msw";
import { createHandlers } from "./interfaces/msw-handlers.ts";
import type { Sandbox, SandboxInternals } from "./sandbox.ts";

/**
 * A sandbox as handlers for msw 3: `setupServer(...mswHandlers(sandbox))` or `setupWorker(...mswHandlers(sandbox))`. msw is
 * an optional peer dependency of this package, so you have to install it.
 *
 * msw cannot simulate the faults `refuse`, `reset_before`, `reset_after`, `cut` and `flood`. A request with one of them
 * fails and moves no money, and the sandbox's `onFault` gets an error.
 */
export const mswHandlers = (sandbox: Sandbox): HttpHandler[] => {
  // Only this package creates sandboxes, so the internals are always there.
  const { router, dripMs, onFault } = sandbox as SandboxInternals;
  return createHandlers(router, dripMs, onFault);
};
