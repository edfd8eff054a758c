/** Documented examples as something a test can run: what to ask, what should be sent, what should come of an answer. */
import { tokensOf } from "@refunds/spec-reader";
import type { OperationTable, ProviderTable } from "../core-types.ts";
import { exampleEnvironment } from "../example-environment.ts";
import type { Example } from "../model.ts";
import { isInHost } from "../needed-settings.ts";
import type { OpenApi, RawGiven } from "./document.ts";
import { credentialNames, type Operation } from "./operations.ts";
import { settingsOf } from "./settings.ts";

export function examplesOf(root: OpenApi, operation: Operation, table: ProviderTable): Example[] {
  const own = table[operation.kind];
  // A token call is not made by a caller; the tests of core make it.
  if (!own || operation.kind === "token") return [];
  const requests = Object.entries(operation.body?.media.examples ?? {}).map(
    ([name, example]): Example => {
      const given = example["x-given"] ?? {};
      const found = credentialsOf(root, own, table, example.value);
      return {
        name,
        summary: oneLine(example.summary ?? name),
        operation: operation.kind,
        given,
        ...found,
        request: {
          method: own.method,
          url: urlOf(root, own, table, given),
          media: own.media ?? "json",
          body: example.value,
          unstable: own.sign?.to.startsWith("body#") ? [own.sign.to.slice("body#".length)] : [],
        },
      };
    },
  );
  // Answers that must be signed would be unknown: the tests of the simulator sign them.
  const documented = own.verify ? [] : operation.answers;
  const answers = documented.flatMap(({ status, media }) =>
    Object.entries(media.examples ?? {}).map(
      ([name, example]): Example => ({
        name,
        summary: oneLine(example.summary ?? name),
        operation: operation.kind,
        given: example["x-given"] ?? {},
        ...credentialsOf(root, own, table, undefined),
        answer: {
          httpStatus: statusOf(status),
          body: example.value,
          expect: { ...example["x-expect"] } as Record<string, string>,
        },
      }),
    ),
  );
  return [...requests, ...answers];
}

const oneLine = (text: string) => text.trim().replaceAll(/\s+/g, " ");

const statusOf = (key: string) =>
  /^\d{3}$/.test(key) ? Number(key) : /^\dXX$/.test(key) ? Number(key[0]) * 100 : 200;

/** The alternative that calls without an exchange of tokens first, with the values the example shows. */
function credentialsOf(
  root: OpenApi,
  own: OperationTable,
  table: ProviderTable,
  body: unknown,
): Pick<Example, "credentials" | "keys"> {
  const sources = [...own.send.map(({ from }) => from), own.sign?.key ?? ""];
  const needed = sources.flatMap(credentialNames);
  const set =
    root["x-credentials"].find((candidate) =>
      needed.every((name) => name in candidate || name in (root["x-settings"] ?? {})),
    ) ?? {};
  const credentials: Record<string, string | number> = {};
  const keys: Example["keys"][number][] = [];
  const settings = settingsOf(root).map((setting) => [setting.name, setting] as const);
  for (const [name, { schema, optional }] of [...Object.entries(set), ...settings]) {
    if (schema.format !== undefined) {
      const [kind, half] = schema.format.split("-") as ["rsa" | "ec" | "ed25519", string];
      keys.push({
        name,
        kind,
        isPublic: half === "public",
        bits: own.sign?.bits ?? table.refund.sign?.bits ?? 2048,
      });
      continue;
    }
    const place = own.send.find(({ from }) => from === `credentials.${name}`)?.to;
    const shown = place?.startsWith("body#")
      ? shownAt(body, place.slice("body#".length))
      : undefined;
    const sandbox = root["x-sandbox"];
    const value = shown ?? sandbox.credentials[name] ?? sandbox.settings?.[name];
    const unneeded = optional && !isInHost(table, exampleEnvironment(table), name);
    if (unneeded && shown === undefined) continue;
    if (value !== undefined) credentials[name] = value;
  }
  return { credentials, keys };
}

/** The value at a pointer, through JSON inside strings. */
function shownAt(body: unknown, pointer: string): string | number | undefined {
  let value = body;
  for (const token of tokensOf(pointer)) {
    const object = typeof value === "string" ? (JSON.parse(value) as unknown) : value;
    value = (object as Record<string, unknown> | undefined)?.[token];
  }
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

function urlOf(
  root: OpenApi,
  { path, send }: OperationTable,
  table: ProviderTable,
  given: RawGiven,
): string {
  const { credentials, settings } = root["x-sandbox"];
  const samples: Record<string, unknown> = { ...credentials, ...settings };
  for (const { name, schema } of settingsOf(root)) samples[name] ??= schema.default;
  const base = (table.servers[exampleEnvironment(table)] ?? "").replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => String(samples[name]).toLowerCase(),
  );
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const from = send.find(({ to }) => to === `path.${name}`)?.from ?? "";
    const [kind = "", field = ""] = from.split(".");
    const group = kind === "credentials" ? samples : given[kind];
    const value = field ? (group as Record<string, unknown> | undefined)?.[field] : group;
    return encodeURIComponent(String(value));
  });
  return base + filled;
}
