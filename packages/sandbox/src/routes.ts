import type { OperationTable } from "@refunds/core/provider";
import { readIncoming } from "./simulator/incoming.ts";
import type { Simulator } from "./simulator/simulator.ts";
import type { OperationName } from "./simulator/verdict.ts";

/** One operation of one provider, and the URLs that it answers. */
export interface Route {
  readonly simulator: Simulator;
  readonly operation: OperationName;
  readonly method: OperationTable["method"];
  /** Matches a URL without its query. The groups are the path parameters, in order. */
  readonly pattern: RegExp;
}

export function routesOf(simulator: Simulator): Route[] {
  const { operations } = simulator.table;
  return (["refund", "query", "token"] as const).flatMap((operation) => {
    const table = operations[operation];
    if (!table) return [];
    // A query whose answer the spec does not give is not simulated.
    if (operation === "query" && !simulator.table.answers.queried) return [];
    const { method, path } = table;
    const { servers = simulator.table.servers } = "servers" in table ? table : {};
    return [{ simulator, operation, method, pattern: urlPattern(simulator, servers, path) }];
  });
}

/** A route that a request may be for. */
export interface FittingRoute {
  readonly route: Route;
  readonly pathValues: readonly string[];
}

/** Of several operations at one URL the one whose constants the request has; else the first. */
export async function byConstants(
  fitting: readonly FittingRoute[],
  request: Request,
): Promise<FittingRoute | undefined> {
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  const has = ({ route: { simulator, operation }, pathValues }: FittingRoute) => {
    const table = simulator.table.operations[operation];
    const incoming = table && readIncoming(table, request, bytes, pathValues);
    if (!incoming || typeof incoming === "string") return false;
    const constants = table.send.filter(({ schema }) => schema.const !== undefined);
    return constants.every(({ to, schema }) => incoming.at(to)?.text === String(schema.const));
  };
  return fitting.find(has) ?? fitting[0];
}

/** Matches every documented base URL, and `http://<loopback>/<provider>`. */
function urlPattern({ table }: Simulator, servers: readonly string[], path: string): RegExp {
  const bases = servers.map((server) => literal(server.replace(/\/+$/, "")));
  const loopback = String.raw`http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/`;
  const name = literal(table.provider);
  const pattern = path
    .split(/\{[^}]+\}/)
    .map(literal)
    .join("([^/]+)");
  return new RegExp(`^(?:${[...bases, loopback + name].join("|")})${pattern}$`);
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
