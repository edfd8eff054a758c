import type { OperationTable } from "@refunds/core/provider";
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
    return [{ simulator, operation, method, pattern: urlPattern(simulator, path) }];
  });
}

/** Matches every documented base URL, and `http://<loopback>/<provider>`. */
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
