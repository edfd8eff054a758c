/** Lets a simulator judge a request, and delivers its answer with the request's fault. */

import { applyFault } from "./faults/apply-fault.ts";
import type { Delivery } from "./faults/delivery.ts";
import { endsBeforeRefund, type FaultKind } from "./faults/fault-kind.ts";
import { faultHeader } from "./faults/request-faults.ts";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import type { Route } from "./routes.ts";
import { signAnswer } from "./simulator/answer-signature.ts";
import type { Simulator } from "./simulator/simulator.ts";
import type { Verdict } from "./simulator/verdict.ts";

/** Callbacks for what becomes of a request. */
export interface RequestEvents {
  onRequest(request: SandboxRequest): void;
  /** The answer waits for what it returns. */
  onRefund(refund: SandboxRefund, simulator: Simulator): Promise<void> | undefined;
}

/** A request that a provider documents, and the fault that it gets. */
export interface RoutedRequest {
  readonly route: Route;
  readonly pathValues: readonly string[];
  readonly request: Request;
  readonly kind: FaultKind | undefined;
  /** An origin that refuses connections. Redirects lead there. */
  readonly refusedUrl: string;
}

/** Response header that says how the request was judged, and why. The provider's own answer often says little. */
const verdictHeader = "x-refunds-sandbox";

const notJudged = { situation: "not_judged", moved: false };

/** The connection is refused, so the request does not arrive. */
export function refuseConnection(
  { route, request }: RoutedRequest,
  events: RequestEvents,
): Delivery {
  const fault = "refuse";
  events.onRequest({ ...recordOf(route, request), arrived: false, fault, ...notJudged });
  return { by: fault };
}

export async function judgeAndDeliver(
  routed: RoutedRequest,
  bytes: Uint8Array<ArrayBuffer>,
  events: RequestEvents,
): Promise<Delivery> {
  const { route, pathValues, request, kind, refusedUrl } = routed;
  const { simulator, operation } = route;
  const record = {
    ...recordOf(route, request),
    body: new TextDecoder().decode(bytes),
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
  const { situation, because, moved } = verdict;
  if (moved) await events.onRefund({ provider: simulator.table.provider, ...moved }, simulator);
  const { falsified, ...unsigned } = simulator.answer(operation, verdict, kind);
  const { credentials, now, table } = simulator;
  const { verify } = table.operations[operation] ?? {};
  const written = verify
    ? await signAnswer(verify, credentials, request, unsigned, now())
    : unsigned;
  const answer = { ...written, headers: { ...written.headers, ...answerHeaders(verdict, kind) } };
  const delivery = kind ? applyFault(kind, answer, refusedUrl) : { by: "answer" as const, answer };
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

const statusOf = (delivery: Delivery): { status?: number } =>
  "answer" in delivery ? { status: delivery.answer.status } : {};

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
