import { type HttpHandler, http } from "msw";
import type { SandboxRefund, SandboxRequest } from "./records.ts";
import type { OperationName, Simulator, Verdict } from "./simulator/simulator.ts";

/** Where handlers tell what happened. */
export interface Journal {
  record(request: SandboxRequest): void;
  moved(refund: SandboxRefund): void;
  fault(error: unknown): void;
}

/** The header in which every answer says how the request was judged, and why: the provider's own words are often few. */
const verdictHeader = "x-refunds-sandbox";

const methods = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
} as const;

/** One msw handler for each of the provider's operations. */
export function createHandlers(simulator: Simulator, journal: Journal): HttpHandler[] {
  const { provider, operations } = simulator.table;
  const names = (["refund", "query", "token"] as const).filter((name) => operations[name]);
  return names.map((name) => {
    const { method, path } = operations[name] as { method: keyof typeof methods; path: string };
    return methods[method](urlPattern(simulator, path), async ({ request, params }) => {
      const bytes = await readBytes(request);
      if (!bytes) return Response.error();
      try {
        const pathValues = Object.values(params).map(String);
        const verdict = await simulator.judge(name, request, bytes, pathValues);
        const { movement } = verdict.facts;
        if (movement) journal.moved({ provider, ...movement });
        const { status, body } = simulator.answer(verdict);
        journal.record(recorded(provider, name, request, bytes, verdict, status));
        return new Response(body, { status, headers: answerHeaders(verdict) });
      } catch (error) {
        // msw would serve an exception as a 500, and a client would take it for the provider's.
        journal.fault(error);
        return Response.error();
      }
    });
  });
}

/** A caller that hangs up in mid-request is no fault of the sandbox: the request never arrived. */
const readBytes = (request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  request.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );

/** Every documented base URL, and `http://<loopback>/<provider>`; path parameters are the groups, in order. */
function urlPattern({ table }: Simulator, path: string): RegExp {
  const bases = table.servers.map((server) => literal(server.replace(/\/+$/, "")));
  const loopback = String.raw`http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/`;
  const name = literal(table.provider);
  const pattern = path
    .split(/\{[^}]+\}/)
    .map(literal)
    .join("([^/]+)");
  return new RegExp(`^(?:${[...bases, loopback + name].join("|")})${pattern}$`);
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

function recorded(
  provider: string,
  operation: OperationName,
  request: Request,
  bytes: Uint8Array,
  { situation, because }: Verdict,
  status: number,
): SandboxRequest {
  return {
    provider,
    operation,
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: new TextDecoder().decode(bytes),
    situation,
    ...(because !== undefined && { because }),
    status,
  };
}

function answerHeaders({ situation, because }: Verdict): Record<string, string> {
  const verdict = because === undefined ? situation : `${situation}: ${because}`;
  return {
    "content-type": "application/json",
    // `because` may quote the request; a header takes printable ASCII only.
    [verdictHeader]: verdict.replaceAll(/[^ -~]/g, "?"),
  };
}
