/** Handles a request from any interface: finds the provider that it is for, and the fault that it gets. */

import type { Delivery, UnsupportedFaults } from "./faults/delivery.ts";
import type { FaultPlan } from "./faults/fault-plan.ts";
import type { FaultSwitches } from "./faults/fault-switches.ts";
import { createRequestFaults, UnknownFaultError } from "./faults/request-faults.ts";
import { judgeAndDeliver, type RequestEvents, refuseConnection } from "./judged-delivery.ts";
import { byConstants, type FittingRoute, type Route, routesOf } from "./routes.ts";
import type { Simulator } from "./simulator/simulator.ts";

/** Callbacks for what the router does. */
export interface RouterEvents extends RequestEvents {
  onError(error: unknown): void;
}

/** What an interface says about a request that it passes on. */
interface RequestContext {
  /** The faults that the interface cannot simulate. */
  readonly unsupported?: UnsupportedFaults;
  /** The URL to match routes against. By default the request's own. */
  readonly address?: string;
  /** An origin that refuses connections. Redirects lead there. */
  readonly refusedUrl?: string;
}

export interface Router {
  readonly routes: readonly Route[];
  /** Resolves with what to deliver, or with undefined if no provider documents this method and URL. */
  handle(request: Request, context?: RequestContext): Promise<Delivery | undefined>;
  /** Faults that were switched on while the sandbox runs. They take precedence over the plan. */
  readonly switches: FaultSwitches;
  /** Replaces the fault plan (no faults by default) and restarts counting requests at 1. */
  inject(plan?: FaultPlan): void;
}

export function createRouter(simulators: readonly Simulator[], events: RouterEvents): Router {
  const routes = simulators.flatMap(routesOf);
  const faults = createRequestFaults();

  async function handleRoute(
    { route, pathValues }: FittingRoute,
    request: Request,
    { unsupported = {}, refusedUrl = unusedOrigin }: RequestContext,
  ): Promise<Delivery> {
    const { simulator, operation } = route;
    const { provider } = simulator.table;
    const { method, url } = request;
    try {
      const kind = faults.of({ provider, operation, method, url }, request.headers);
      const message = kind && unsupported[kind];
      if (message !== undefined) return { by: "invalid_use", message };
      const routed = { route, pathValues, request, kind, refusedUrl };
      if (kind === "refuse") return refuseConnection(routed, events);
      const { resets } = simulator;
      const bytes = await readBytes(request);
      if (!bytes) return { by: "no_answer" };
      if (simulator.resets !== resets) return { by: "reset" };
      return await judgeAndDeliver(routed, bytes, events);
    } catch (error) {
      if (error instanceof UnknownFaultError) return { by: "invalid_use", message: error.message };
      events.onError(error);
      return { by: "no_answer", error };
    }
  }

  return {
    routes,
    switches: faults.switches,
    async handle(request, context = {}) {
      const fitting = fittingRoutes(routes, request.method, context.address ?? request.url);
      const chosen = fitting.length > 1 ? await byConstants(fitting, request) : fitting[0];
      return chosen && handleRoute(chosen, request, context);
    },
    inject: (plan = []) => faults.inject(plan),
  };
}

function fittingRoutes(
  routes: readonly Route[],
  method: string,
  address: string,
): readonly FittingRoute[] {
  const url = address.split(/[?#]/, 1)[0] as string;
  return routes.flatMap((route) => {
    const found = route.method === method && route.pattern.exec(url);
    return found ? [{ route, pathValues: found.slice(1) }] : [];
  });
}

/** Used if the sandbox is not served over HTTP: nothing is really sent to this address. */
const unusedOrigin = "http://127.0.0.1:65535";

/** undefined if the caller disconnects before the whole request has arrived. This is not a failure of the sandbox. */
const readBytes = (request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  request.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
