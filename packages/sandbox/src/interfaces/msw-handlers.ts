import { type HttpHandler, http } from "msw";
import { type Delivery, dripOf, type UnsupportedFaults } from "../faults/delivery.ts";
import type { Router } from "../router.ts";

const methods = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
} as const;

/** Measured with msw 3.0.5. */
const reasons: UnsupportedFaults = {
  refuse: "its network error carries no code",
  reset_before: "its network error carries no code",
  reset_after: "its network error carries no code",
  cut: "a body that breaks off arrives as a clean end",
  flood: "it takes the whole body into memory, read or not",
};

const unsupported: UnsupportedFaults = Object.fromEntries(
  Object.entries(reasons).map(([kind, because]) => [
    kind,
    `msw cannot imitate the fault "${kind}": ${because}. Nothing was done. Use sandbox.fetch, or serve(sandbox) of @refunds/sandbox/server.`,
  ]),
);

/** One msw handler for each operation. What the caller got wrong, or msw cannot do, goes to `fault`. */
export const createHandlers = (
  { routes, handle }: Router,
  dripMs: number,
  fault: (error: unknown) => void,
): HttpHandler[] =>
  routes.map(({ method, pattern }) =>
    methods[method](pattern, async ({ request }) => {
      const delivery = await handle(request, { unsupported });
      if (delivery?.by === "invalid_use") fault(new Error(delivery.message));
      return delivery && deliver(delivery, request, dripMs);
    }),
  );

async function deliver(delivery: Delivery, request: Request, dripMs: number): Promise<Response> {
  switch (delivery.by) {
    case "answer":
      return new Response(delivery.answer.body, delivery.answer);
    case "drip":
      return new Response(dripOf(delivery.answer, dripMs), delivery.answer);
    case "hang":
      await aborted(request.signal);
      return Response.error();
    default:
      // msw would serve an exception as a 500, and a client would take it for the provider's.
      return Response.error();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
