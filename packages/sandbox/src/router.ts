/** One mechanism for every door: finds the provider a request is for, lets it judge, and applies the fault. */

import { applyFault } from "./faults/apply-fault.ts";
import type { Delivery, UnsupportedFaults } from "./faults/delivery.ts";
import {
  endsBeforeRefund,
  type FaultKind,
  isFaultKind,
  unknownFault,
} from "./faults/fault-kind.ts";
import { createChooser, type FaultPlan } from "./faults/fault-plan.ts";
import { createFaultSwitches, type FaultSwitches } from "./faults/fault-switches.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import { type Route, routesOf } from "./routes.ts";
import type { Simulator } from "./simulator/simulator.ts";
import type { Verdict } from "./simulator/verdict.ts";

/** Where an exchange tells what happened. */
export interface RouterEvents {
  onRequest(request: SandboxRequest): void;
  onRefund(refund: SandboxRefund): void;
  onError(error: unknown): void;
}

/** What a door says of a request that it hands in. */
interface RequestContext {
  /** The faults that the door cannot make. */
  readonly unsupported?: UnsupportedFaults;
  /** The URL that routes are found by, where it is not the request's own. */
  readonly address?: string;
  /** An origin that refuses connections, where redirects lead. */
  readonly refusedUrl?: string;
}

export interface Router {
  readonly routes: readonly Route[];
  /** What becomes of a request; undefined where no provider documents its method and URL. */
  handle(request: Request, context?: RequestContext): Promise<Delivery | undefined>;
  /** Faults switched on by hand. They come before the plan's. */
  readonly switches: FaultSwitches;
  /** Sets the faults to come, none where left out, and counts requests from 1. */
  inject(plan?: FaultPlan): void;
}

/** The header in which every answer says how the request was judged, and why: the provider's own words are often few. */
const verdictHeader = "x-refunds-sandbox";
/** The header in which a request asks for a fault, and an answer names the one it met. */
const faultHeader = "x-refunds-fault";

export function createRouter(simulators: readonly Simulator[], events: RouterEvents): Router {
  const routes = simulators.flatMap(routesOf);
  const switches = createFaultSwitches();
  let choose = createChooser([]);

  async function handle(
    request: Request,
    context: RequestContext = {},
  ): Promise<Delivery | undefined> {
    const { address = request.url } = context;
    const url = address.split(/[?#]/, 1)[0] as string;
    for (const route of routes) {
      const found = route.method === request.method && route.pattern.exec(url);
      if (found) return handleRoute(route, found.slice(1), request, context);
    }
    return undefined;
  }

  async function handleRoute(
    route: Route,
    pathValues: readonly string[],
    request: Request,
    { unsupported = {}, refusedUrl = unserved }: RequestContext,
  ): Promise<Delivery> {
    try {
      const kind = faultOf(route, request);
      const cannot = kind && unsupported[kind];
      if (cannot !== undefined) return { by: "invalid_use", message: cannot };
      if (kind === "refuse") {
        events.onRequest({
          ...recordOf(route, request),
          arrived: false,
          fault: kind,
          ...notJudged,
        });
        return { by: "refuse" };
      }
      const { resets } = route.simulator;
      const bytes = await readBytes(request);
      if (!bytes) return { by: "no_answer" };
      if (route.simulator.resets !== resets) return { by: "reset" };
      return await judgeAndDeliver(route, pathValues, request, bytes, { kind, refusedUrl });
    } catch (error) {
      if (error instanceof UnknownFaultError) return { by: "invalid_use", message: error.message };
      events.onError(error);
      return { by: "no_answer" };
    }
  }

  /** The fault a request asks for itself comes before one switched on by hand, and that before any plan's. */
  function faultOf({ simulator, operation }: Route, request: Request): FaultKind | undefined {
    const { provider } = simulator.table;
    const { method, url } = request;
    const subject = { provider, operation, method, url };
    // Asked in any case: a plan counts every request.
    const planned = choose(subject);
    const asked = request.headers.get(faultHeader);
    if (asked === null) return switches.take(subject) ?? planned;
    if (!isFaultKind(asked)) throw new UnknownFaultError(`${faultHeader}: ${unknownFault(asked)}`);
    return asked;
  }

  async function judgeAndDeliver(
    route: Route,
    pathValues: readonly string[],
    request: Request,
    bytes: Uint8Array<ArrayBuffer>,
    { kind, refusedUrl }: { kind: FaultKind | undefined; refusedUrl: string },
  ): Promise<Delivery> {
    const { simulator, operation } = route;
    const body = new TextDecoder().decode(bytes);
    const record = {
      ...recordOf(route, request),
      body,
      arrived: true,
      ...(kind && { fault: kind }),
    };
    if (kind && endsBeforeRefund(kind)) {
      const headers = answerHeaders(notJudged, kind);
      const delivery = applyFault(kind, { status: 200, headers, body: "" }, refusedUrl);
      events.onRequest({ ...record, ...notJudged, ...statusOf(delivery) });
      return delivery;
    }
    const verdict = await simulator.judge(operation, request, bytes, pathValues);
    // A reset came between, and what the request was about is gone.
    if (!verdict) return { by: "reset" };
    if (verdict.moved) events.onRefund({ provider: simulator.table.provider, ...verdict.moved });
    const { status, body: text, falsified } = simulator.answer(operation, verdict, kind);
    const answer = { status, headers: answerHeaders(verdict, kind), body: text };
    const delivery = kind
      ? applyFault(kind, answer, refusedUrl)
      : { by: "answer" as const, answer };
    const { situation, because, moved } = verdict;
    events.onRequest({
      ...record,
      situation,
      ...(because !== undefined && { because }),
      moved: moved !== undefined,
      ...statusOf(delivery),
      ...(falsified === false && { harmless: true as const }),
    });
    return delivery;
  }

  return {
    routes,
    switches,
    handle,
    inject: (plan = []) => {
      choose = createChooser(plan);
    },
  };
}

/** Where the sandbox is not served over HTTP, no address is really called. */
const unserved = "http://127.0.0.1:65535";

/** The sandbox was asked for something it does not have. */
class UnknownFaultError extends Error {}

const notJudged = { situation: "not_judged", moved: false };

const statusOf = (delivery: Delivery): { status?: number } =>
  "answer" in delivery ? { status: delivery.answer.status } : {};

/** A caller that hangs up in mid-request is no fault of the sandbox: the request never arrived. */
const readBytes = (request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  request.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );

const recordOf = ({ simulator, operation }: Route, request: Request) => ({
  provider: simulator.table.provider,
  operation,
  method: request.method,
  url: request.url,
  headers: Object.fromEntries(request.headers),
  body: "",
});

function answerHeaders(
  { situation, because }: Pick<Verdict, "situation" | "because">,
  kind: FaultKind | undefined,
): Record<string, string> {
  const verdict = because === undefined ? situation : `${situation}: ${because}`;
  return {
    "content-type": "application/json",
    // `because` may quote the request; a header takes printable ASCII only.
    [verdictHeader]: verdict.replaceAll(/[^ -~]/g, "?"),
    ...(kind && { [faultHeader]: kind }),
  };
}
