/** The ways to the simulators: one for each provider, door and operation that can fail, with a sandbox of its own. */
import { createSandbox, type Sandbox, type SandboxProvider } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { type Account, type AnyRefundRequest, providers } from "refunds";
import type { Meeting } from "./measurement.ts";

export type Fetch = typeof globalThis.fetch;

export interface Lane extends Pick<Meeting, "at" | "door"> {
  readonly sandbox: Sandbox;
  readonly provider: SandboxProvider;
  readonly credentials: object;
  readonly baseUrl: string;
  /** Sends; while `refusing`, to where nobody listens. */
  readonly fetch: Fetch;
  refusing: boolean;
  close(): Promise<void>;
}

export async function openLanes(through: (door: Fetch) => Fetch): Promise<Lane[]> {
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

const longMs = 20_000;

/** Whether the provider asks for a token before it refunds, when asked by its most elaborate credentials. */
async function hasTokens(name: string): Promise<boolean> {
  const lane = await openLane(name, "token", "fetch", (door) => door);
  await clientOf(lane, longMs).refund(requestOf(lane) as never);
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

export const requestOf = ({ provider }: Lane): AnyRefundRequest => {
  const [payment] = provider.payments;
  if (!payment) throw new Error(`${provider.provider} has no sample payment`);
  return provider.requestFor(payment);
};

export function clientOf({ provider, credentials, baseUrl, fetch }: Lane, ms: number): Account {
  const factory = (providers as unknown as Record<string, (options: object) => Account>)[
    provider.provider
  ];
  if (!factory) throw new Error(`refunds has no provider ${provider.provider}`);
  return factory({ baseUrl, fetch, timeoutMs: ms, ...credentials });
}
