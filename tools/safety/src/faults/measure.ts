/** Makes every fault meet every provider, through both doors. */
import { setTimeout } from "node:timers/promises";
import type { CallOptions, Outcome } from "@refunds/core";
import {
  createSandbox,
  type FaultKind,
  faultKinds,
  type Sandbox,
  type SandboxProvider,
} from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { type Account, type AnyRefundRequest, createRefunds, providers } from "refunds";
import type { Meeting, Seen, Told } from "./meeting.ts";

type Fetch = typeof globalThis.fetch;

/** Long enough that a busy machine is no fault; the two faults that only a deadline ends get a shorter one. */
const timeoutMs = 20_000;
const briefTimeoutMs = 2500;
const pauseMs = 100;

export interface MeasureOptions {
  /** Every fault, where left out. */
  readonly faults?: readonly FaultKind[];
  /** Called with how many meetings are over. */
  readonly onProgress?: (done: number, all: number) => void;
  /** What clients send with in place of a door; for tests. */
  readonly through?: (door: Fetch) => Fetch;
}

/** A way to a provider's simulator, with a sandbox of its own. */
interface Lane extends Pick<Meeting, "at" | "door"> {
  readonly sandbox: Sandbox;
  readonly provider: SandboxProvider;
  readonly credentials: object;
  readonly baseUrl: string;
  /** Sends; while `refusing`, to where nobody listens. */
  readonly fetch: Fetch;
  refusing: boolean;
  close(): Promise<void>;
}

/** Every meeting, in the order of the faults. */
export async function measure({
  faults = Object.keys(faultKinds) as FaultKind[],
  onProgress,
  through = (door) => door,
}: MeasureOptions = {}): Promise<Meeting[]> {
  const lanes = await openLanes(through);
  try {
    const all = faults.length * lanes.length;
    let done = 0;
    const meetings = await Promise.all(
      lanes.map(async (lane) => {
        const inLane: Meeting[] = [];
        for (const fault of faults) {
          inLane.push(await meet(lane, fault));
          done += 1;
          onProgress?.(done, all);
        }
        return inLane;
      }),
    );
    return faults.flatMap((fault) => meetings.flat().filter((each) => each.fault === fault));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

async function openLanes(through: (door: Fetch) => Fetch): Promise<Lane[]> {
  const lanes: Promise<Lane>[] = [];
  for (const provider of Object.keys(providers)) {
    lanes.push(openLane(provider, "refund", "fetch", through));
    lanes.push(openLane(provider, "refund", "HTTP", through));
    if (await hasTokens(provider)) {
      lanes.push(openLane(provider, "token", "fetch", through));
      lanes.push(openLane(provider, "token", "HTTP", through));
    }
  }
  return Promise.all(lanes);
}

/** Whether the provider asks for a token before it refunds, when asked by its most elaborate credentials. */
async function hasTokens(name: string): Promise<boolean> {
  const lane = await openLane(name, "token", "fetch", (door) => door);
  await clientOf(lane, timeoutMs).refund(requestOf(lane) as never);
  return lane.sandbox.requests.some(({ operation }) => operation === "token");
}

async function openLane(
  name: string,
  at: Meeting["at"],
  door: Meeting["door"],
  through: (door: Fetch) => Fetch,
): Promise<Lane> {
  const sandbox = await createSandbox({ providers: [name], dripMs: 0 });
  const provider = sandbox.provider(name);
  const credentials =
    (at === "token" ? provider.credentials.at(-1) : provider.credentials[0]) ?? {};
  const lane = { sandbox, provider, credentials, at, door, refusing: false };
  if (door === "fetch") {
    const baseUrl = `http://localhost/${name}`;
    return { ...lane, baseUrl, fetch: through(sandbox.fetch), close: async () => {} };
  }
  const server = await serve(sandbox);
  const opened: Lane = {
    ...lane,
    baseUrl: `${server.url}/${name}`,
    // A request that arrives has connected already, so one that is refused has to go elsewhere.
    fetch: through(async (input, init) => {
      const request = new Request(input, init);
      if (!opened.refusing) return fetch(request);
      const { method, headers, signal } = request;
      const url = request.url.replace(server.url, server.refusedUrl);
      return fetch(url, { method, headers, signal, body: await request.text() });
    }),
    close: () => server.close(),
  };
  return opened;
}

async function meet(lane: Lane, fault: FaultKind): Promise<Meeting> {
  const { sandbox, provider, at, door } = lane;
  const ms = /^(hang|refuse)/.test(fault) ? briefTimeoutMs : timeoutMs;

  begin(lane, fault);
  // Asked for here, where nothing is refunded yet: it is the whole payment.
  const request = requestOf(lane);
  const alone = await clientOf(lane, ms).refund(request as never);
  const afterAlone = seen(lane);
  const struck = sandbox.requests.filter((each) => each.fault === fault);
  if (struck.length === 0 && !lane.refusing) {
    throw new Error(`${provider.provider} never met ${fault} (${door}): nothing was measured.`);
  }

  begin(lane, fault);
  const refunds = createRefunds({ accounts: { one: clientOf(lane, ms) } });
  const ask = { account: "one", key: "order-1042/refund-1", ...request } as const;
  const keyed = await refunds.refund(ask);
  const afterKeyed = seen(lane);
  lane.refusing = false;
  sandbox.inject();
  // Whatever hung with the call has its own deadline, a moment later.
  await setTimeout(pauseMs);
  const again = await refunds.refund(ask);
  return {
    title: provider.title,
    fault,
    at,
    door,
    harmless: struck.some(({ harmless }) => harmless),
    alone: { ...told(alone), ...afterAlone },
    keyed: { ...told(keyed), ...afterKeyed },
    again: { ...told(again), ...seen(lane) },
  };
}

/** From here on every request of the operation meets the fault, those sent again too. */
function begin(lane: Lane, fault: FaultKind): void {
  lane.sandbox.inject(({ operation }) => (operation === lane.at ? fault : undefined));
  lane.sandbox.reset();
  lane.refusing = lane.door === "HTTP" && fault === "refuse";
}

const requestOf = ({ provider }: Lane): AnyRefundRequest => {
  const [payment] = provider.payments;
  if (!payment) throw new Error(`${provider.provider} has no sample payment`);
  return provider.requestFor(payment);
};

interface Client extends Account {
  refund(request: never, options?: CallOptions): Promise<Outcome>;
}

function clientOf({ provider, credentials, baseUrl, fetch }: Lane, ms: number): Client {
  const factory = (providers as unknown as Record<string, (options: object) => Client>)[
    provider.provider
  ];
  if (!factory) throw new Error(`refunds has no provider ${provider.provider}`);
  return factory({ baseUrl, fetch, timeoutMs: ms, ...credentials });
}

const seen = ({ sandbox }: Lane): Seen => ({
  arrived: sandbox.requests.filter(({ operation, arrived }) => operation === "refund" && arrived)
    .length,
  moved: sandbox.refunds.length,
});

function told(
  outcome: Awaited<ReturnType<ReturnType<typeof createRefunds>["refund"]>> | Outcome,
): Told {
  const { status } = outcome;
  const why =
    outcome.status === "unknown"
      ? outcome.because
      : outcome.status === "declined"
        ? outcome.reason
        : outcome.status === "needs_review"
          ? outcome.contradictions.map(({ field }) => field).join(", ")
          : undefined;
  return { status, ...(why !== undefined && { why }) };
}
