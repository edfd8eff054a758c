/** The routes to the simulators: one for each provider, transport and operation, each with its own sandbox. */
import {
  createSandbox,
  type Sandbox,
  type SandboxProvider,
  type SandboxRequest,
} from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import { type Account, type AnyRefundRequest, providers } from "refunds";
import type { Measurement } from "./measurement.ts";

export type Fetch = typeof globalThis.fetch;

export interface Route extends Pick<Measurement, "at" | "transport"> {
  readonly sandbox: Sandbox;
  readonly provider: SandboxProvider;
  readonly credentials: object;
  readonly baseUrl: string;
  /** Sends a request. While `refusing` is true, to a port that refuses connections. */
  readonly fetch: Fetch;
  refusing: boolean;
  /** The number of the measurement, which its requests carry. On a busy machine, one of the measurement before can come late. */
  round: number;
  close(): Promise<void>;
}

export async function openRoutes(through: (send: Fetch) => Fetch): Promise<Route[]> {
  const routes: Promise<Route>[] = [];
  for (const provider of Object.keys(providers)) {
    routes.push(openRoute(provider, "refund", "fetch", through));
    routes.push(openRoute(provider, "refund", "HTTP", through));
    if (await hasTokens(provider)) {
      routes.push(openRoute(provider, "token", "fetch", through));
      routes.push(openRoute(provider, "token", "HTTP", through));
    }
  }
  return Promise.all(routes);
}

const longMs = 20_000;

/** Whether the provider uses tokens with its last kind of credentials. */
async function hasTokens(name: string): Promise<boolean> {
  const route = await openRoute(name, "token", "fetch", (send) => send);
  await clientOf(route, longMs).refund(requestOf(route) as never);
  return route.sandbox.requests.some(({ operation }) => operation === "token");
}

async function openRoute(
  name: string,
  at: Measurement["at"],
  transport: Measurement["transport"],
  through: (send: Fetch) => Fetch,
): Promise<Route> {
  const sandbox = await createSandbox({ providers: [name], dripMs: 0 });
  const provider = sandbox.provider(name);
  const credentials =
    (at === "token" ? provider.credentials.at(-1) : provider.credentials[0]) ?? {};
  const route = { sandbox, provider, credentials, at, transport, refusing: false, round: 0 };
  if (transport === "fetch") {
    const opened: Route = {
      ...route,
      baseUrl: `http://localhost/${name}`,
      fetch: through((input, init) => sandbox.fetch(numbered(opened, new Request(input, init)))),
      close: async () => {},
    };
    return opened;
  }
  const server = await serve(sandbox);
  const opened: Route = {
    ...route,
    baseUrl: `${server.url}/${name}`,
    // A server cannot refuse a connection that it has accepted, so send to another port.
    fetch: through(async (input, init) => {
      const request = numbered(opened, new Request(input, init));
      if (!opened.refusing) return fetch(request);
      const { method, headers, signal, body } = request;
      const url = request.url.replace(server.url, server.refusedUrl);
      // Passed on unread: what is read may have been sent.
      return fetch(url, { method, headers, signal, body, duplex: "half" } as RequestInit);
    }),
    close: () => server.close(),
  };
  return opened;
}

const roundHeader = "x-safety-round";

function numbered({ round }: Route, request: Request): Request {
  request.headers.set(roundHeader, String(round));
  return request;
}

/** The requests of this measurement. */
export const requestsOf = ({ sandbox, round }: Route): readonly SandboxRequest[] =>
  sandbox.requests.filter(({ headers }) => headers[roundHeader] === String(round));

export const requestOf = ({ provider }: Route): AnyRefundRequest => {
  const payment = provider.payments.find(({ always }) => always === undefined);
  if (!payment) throw new Error(`${provider.provider} has no sample payment that can be refunded`);
  return provider.requestFor(payment, undefined, "order-1042-refund-1");
};

export function clientOf({ provider, credentials, baseUrl, fetch }: Route, ms: number): Account {
  const factory = (providers as unknown as Record<string, (options: object) => Account>)[
    provider.provider
  ];
  if (!factory) throw new Error(`refunds has no provider ${provider.provider}`);
  return factory({ baseUrl, fetch, timeoutMs: ms, ...credentials });
}
