import { type HttpHandler, http } from "msw";
import {
  type Answer,
  type Delivery,
  dripOf,
  hasNoBody,
  type UnsupportedFaults,
} from "../faults/delivery.ts";
import type { Router } from "../router.ts";

const methods = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
} as const;

/** Observed with msw 3.0.5. */
const reasons: UnsupportedFaults = {
  refuse: "its network error carries no code",
  reset_before: "its network error carries no code",
  reset_after: "its network error carries no code",
  cut: "a truncated body arrives as if it were complete",
  flood: "it reads the whole body into memory",
};

const unsupported: UnsupportedFaults = Object.fromEntries(
  Object.entries(reasons).map(([kind, because]) => [
    kind,
    `msw cannot simulate the fault "${kind}": ${because}. The request was not processed. Use sandbox.fetch, or serve(sandbox) from @refunds/sandbox/server.`,
  ]),
);

/** One msw handler for each operation. `onError` gets an error for a fault that is unknown or that msw cannot simulate. */
export const createHandlers = (
  { routes, handle }: Router,
  dripMs: number,
  onError: (error: unknown) => void,
): HttpHandler[] =>
  routes.map(({ method, pattern }) =>
    methods[method](pattern, async ({ request }) => {
      const delivery = await handle(request, { unsupported });
      if (delivery?.by === "invalid_use") onError(new Error(delivery.message));
      return delivery && deliver(delivery, request, dripMs);
    }),
  );

async function deliver(delivery: Delivery, request: Request, dripMs: number): Promise<Response> {
  switch (delivery.by) {
    case "answer":
      return new Response(bodyOf(delivery.answer), delivery.answer);
    case "drip":
      return new Response(
        bodyOf(delivery.answer) && dripOf(delivery.answer, dripMs),
        delivery.answer,
      );
    case "hang":
      await aborted(request.signal);
      return Response.error();
    default:
      // If this threw, msw would answer 500, and a client would think that the provider sent it.
      return Response.error();
  }
}

const bodyOf = ({ status, body }: Answer) => (hasNoBody(status) ? null : body);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
