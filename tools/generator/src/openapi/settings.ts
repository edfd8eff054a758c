/** Options of every client, whatever its credentials: settings of the account, and credentials that may be left out. */
import type { At } from "@refunds/spec-reader";
import type { OpenApi, RawSchema } from "./document.ts";
import { choicesOf } from "./servers.ts";

export interface Setting {
  readonly name: string;
  readonly description: string;
  readonly secret: boolean;
  readonly optional: boolean;
  /** A list is accepted, too. */
  readonly rotates?: true;
  readonly schema: RawSchema;
  readonly environments?: Readonly<Partial<Record<"live" | "test", string>>>;
  /** Where it is declared. */
  readonly at: At;
}

export function settingsOf(root: OpenApi): Setting[] {
  const settings = Object.entries(root["x-settings"] ?? {}).map(
    ([name, { description, schema, optional = false }]): Setting => ({
      name,
      description,
      secret: false,
      optional,
      schema,
      at: ["x-settings", name],
    }),
  );
  const [set = {}] = root["x-credentials"];
  const optional = Object.entries(set)
    .filter(([, credential]) => credential.optional)
    .map(
      ([name, credential]): Setting => ({
        name,
        description: credential.description,
        secret: credential.secret,
        optional: true,
        ...(credential.rotates && { rotates: true }),
        schema: credential.schema,
        ...(credential.environments && { environments: credential.environments }),
        at: ["x-credentials", 0, name],
      }),
    );
  const choices = choicesOf(root).map(
    (choice): Setting => ({ ...choice, secret: false, optional: true }),
  );
  return [...optional, ...settings, ...choices];
}

/** In tables a setting is a credential that is not secret, so everything that fills a place can fill it with a setting. */
export const sourceInTable = (source: string): string =>
  source.replace(/^settings\./, "credentials.");
