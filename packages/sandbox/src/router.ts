/** Handles a request from any interface: finds the provider that it is for, lets its simulator judge it, and applies a fault. */

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
import { byConstants, type Route, routesOf } from "./routes.ts";
import { signAnswer } from "./simulator/answer-signature.ts";
import type { Simulator } from "./simulator/simulator.ts";
import type { Verdict } from "./simulator/verdict.ts";

/** Callbacks for what the router does. */
export interface RouterEvents {
  onRequest(request: SandboxRequest): void;
  /** The answer waits for what it returns. */
  onRefund(refund: SandboxRefund, simulator: Simulator): Promise<void> | undefined;
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

/** Response header that says how the request was judged, and why. The provider's own answer often says little. */
const verdictHeader = "x-refunds-sandbox";
/** Request header that asks for a fault, and response header that names the fault that was applied. */
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
    const fitting = routes.flatMap((route) => {
      const found = route.method === request.method && route.pattern.exec(url);
      return found ? [{ route, pathValues: found.slice(1) }] : [];
    });
    const chosen = fitting.length > 1 ? await byConstants(fitting, request) : fitting[0];
    return chosen && handleRoute(chosen.route, chosen.pathValues, request, context);
  }

  async function handleRoute(
    route: Route,
    pathValues: readonly string[],
    request: Request,
    { unsupported = {}, refusedUrl = unusedOrigin }: RequestContext,
  ): Promise<Delivery> {
    try {
      const kind = faultOf(route, request);
      const message = kind && unsupported[kind];
      if (message !== undefined) return { by: "invalid_use", message };
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

  /** The request's own header takes precedence over a fault switch, and a switch over the plan. */
  function faultOf({ simulator, operation }: Route, request: Request): FaultKind | undefined {
    const { provider } = simulator.table;
    const { method, url } = request;
    const subject = { provider, operation, method, url };
    // Called even if the result is not used: a plan counts every request.
    const planned = choose(subject);
    const requested = request.headers.get(faultHeader);
    if (requested === null) return switches.take(subject) ?? planned;
    if (!isFaultKind(requested)) {
      throw new UnknownFaultError(`${faultHeader}: ${unknownFault(requested)}`);
    }
    return requested;
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
    // The sandbox was reset while the request was being judged.
    if (!verdict) return { by: "reset" };
    if (verdict.moved) {
      const { provider } = simulator.table;
      await events.onRefund({ provider, ...verdict.moved }, simulator);
    }
    const { falsified, ...unsigned } = simulator.answer(operation, verdict, kind);
    const { verify } = simulator.table.operations[operation] ?? {};
    const { credentials, now } = simulator;
    const written = verify
      ? await signAnswer(verify, credentials, request, unsigned, now())
      : unsigned;
    const headers = { ...written.headers, ...answerHeaders(verdict, kind) };
    const answer = { ...written, headers };
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

/** Used if the sandbox is not served over HTTP: nothing is really sent to this address. */
const unusedOrigin = "http://127.0.0.1:65535";

/** A request asks for a fault that does not exist. */
class UnknownFaultError extends Error {}

const notJudged = { situation: "not_judged", moved: false };

const statusOf = (delivery: Delivery): { status?: number } =>
  "answer" in delivery ? { status: delivery.answer.status } : {};

/** undefined if the caller disconnects before the whole request has arrived. This is not a failure of the sandbox. */
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
    // `because` may quote the request, but a header can hold printable ASCII only.
    [verdictHeader]: verdict.replaceAll(/[^ -~]/g, "?"),
    ...(kind && { [faultHeader]: kind }),
  };
}
