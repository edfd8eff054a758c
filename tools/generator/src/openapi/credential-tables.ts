/** From the document to core's tables: credentials and settings. */
import type { At } from "@refunds/spec-reader";
import type { CredentialSet, Schema } from "../core-types.ts";
import type { OpenApi } from "./document.ts";
import { compile } from "./schemas.ts";
import { type Setting, settingsOf } from "./settings.ts";

export function credentialSet(
  root: OpenApi,
  set: OpenApi["x-credentials"][number],
  index: number,
): CredentialSet {
  const credential = (
    { secret, schema, environments }: Pick<Setting, "secret" | "schema" | "environments">,
    at: At,
  ) => ({
    ...(secret && { secret: true as const }),
    ...(environments && { environments }),
    schema: compile(root, { value: schema, at: [...at, "schema"] }, "request"),
  });
  const required = Object.entries(set).filter(([, { optional }]) => !optional);
  return Object.fromEntries([
    ...required.map(([name, given]) => [name, credential(given, ["x-credentials", index, name])]),
    ...settingsOf(root).map((setting) => [
      setting.name,
      {
        ...credential(setting, setting.at),
        setting: true as const,
        ...(setting.optional && { optional: true as const }),
        ...(setting.rotates && { rotates: true as const }),
        ...(setting.schema.default !== undefined && { default: setting.schema.default }),
      },
    ]),
  ]);
}

export const isOptional = (root: OpenApi, name: string): boolean =>
  settingsOf(root).some((setting) => setting.name === name && setting.optional);

/** A token that is obtained may be declared nowhere else. */
export function credentialSchema(root: OpenApi, name: string): Schema {
  const setting = root["x-settings"]?.[name];
  if (setting)
    return compile(root, { value: setting.schema, at: ["x-settings", name, "schema"] }, "request");
  const index = root["x-credentials"].findIndex((set) => name in set);
  const value = root["x-credentials"][index]?.[name]?.schema;
  if (!value) return { type: "string", minLength: 1 };
  return compile(root, { value, at: ["x-credentials", index, name, "schema"] }, "request");
}
