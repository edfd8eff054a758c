/** Servers, and the parts of their hosts that belong to an account or a region. */
import type { At } from "@refunds/spec-reader";
import type { Environment } from "../core-types.ts";
import type { OpenApi } from "./document.ts";
import { operationsOf } from "./operations.ts";
import type { RawServer } from "./raw-access.ts";
import type { RawSchema } from "./raw-schema.ts";

export interface ServerList {
  readonly servers: readonly RawServer[];
  readonly at: At;
}

/** The document's servers, and those of the token call where it has its own. */
export const serverLists = (root: OpenApi): ServerList[] => [
  { servers: root.servers, at: ["servers"] },
  ...operationsOf(root).flatMap(({ kind, raw, at }) =>
    kind === "token" && raw.servers ? [{ servers: raw.servers, at: [...at, "servers"] }] : [],
  ),
];

/** The name of the option that fills a variable. */
export const settingOf = (name: string, variable: { readonly "x-setting"?: string } | undefined) =>
  variable?.["x-setting"] ?? name;

/** By environment, with the names of options in braces. */
export const serversByEnvironment = (
  servers: readonly RawServer[],
): Partial<Record<Environment, string>> =>
  Object.fromEntries(
    servers.map(({ url, variables = {}, "x-environment": environment }) => [
      environment,
      url
        .replace(/\/+$/, "")
        .replaceAll(/\{(\w+)\}/g, (_, name: string) => `{${settingOf(name, variables[name])}}`),
    ]),
  );

/** An option for each variable with an `enum`. */
export interface Choice {
  readonly name: string;
  readonly description: string;
  readonly schema: RawSchema;
  readonly at: At;
}

export function choicesOf(root: OpenApi): Choice[] {
  const found = new Map<string, Choice>();
  for (const { servers, at } of serverLists(root)) {
    for (const [index, { variables = {} }] of servers.entries()) {
      for (const [name, { description, enum: values, default: standard }] of Object.entries(
        variables,
      )) {
        if (!values || found.has(name)) continue;
        found.set(name, {
          name,
          description: description ?? "Which host is called.",
          schema: { type: "string", enum: values, default: standard },
          at: [...at, index, "variables", name],
        });
      }
    }
  }
  return [...found.values()];
}

/** The URLs that the sandbox answers: with the sample settings, and with each value of a choice. */
export function sampleServers(root: OpenApi, servers: readonly RawServer[]): string[] {
  const urls = servers.flatMap(({ url, variables = {} }) =>
    Object.entries(variables).reduce(
      (all, [name, variable]) => {
        const sample = root["x-sandbox"].settings?.[settingOf(name, variable)];
        const values = variable.enum ?? [String(sample).toLowerCase()];
        return all.flatMap((text) => values.map((value) => text.replaceAll(`{${name}}`, value)));
      },
      [url.replace(/\/+$/, "")],
    ),
  );
  return [...new Set(urls)];
}
