/** From a checked document to the model: what the provider is, in our words. */
import { walk } from "@refunds/spec-reader";
import type { AmountDoc, FieldDoc, FieldGroup, Note, Provider } from "../model.ts";
import type { SpecFile } from "../read.ts";
import type { OpenApi, RawRefund, RawSchema } from "./document.ts";
import { evidenceOf } from "./evidence.ts";
import { examplesOf } from "./examples.ts";
import { lookUpPlace, type Operation, operationsOf } from "./operations.ts";
import type { Field } from "./schemas.ts";
import { simulatorOf } from "./simulator.ts";
import { tableOf } from "./tables.ts";
import { wireOperation } from "./wire.ts";

export function providerOf(spec: SpecFile): Provider {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  const refund = operations.find(({ kind }) => kind === "refund");
  const query = operations.find(({ kind }) => kind === "query");
  if (!refund) throw new Error(`${spec.file}: no refund operation got past the checks`);
  const about = root["x-provider"];
  const words = refund.vocabulary as RawRefund;
  const table = tableOf(root, spec.name);
  const amount = amountOf(root, refund);
  const reason = fieldOf(root, refund, "reason");
  const key = fieldOf(root, refund, "key");
  const extra = groupOf(root, refund, "extra");
  const queryExtra = query && groupOf(root, query, "extra");
  const evidence = query && evidenceOf(root, query);
  return {
    spec: spec.file,
    name: spec.name,
    prefix: spec.name.charAt(0).toUpperCase() + spec.name.slice(1),
    title: about.title,
    summary: root.info.summary ?? root.info.title,
    description: root.info.description ?? "",
    documentation: about.documentation,
    read: about.read,
    ...(about.version !== undefined && { version: about.version }),
    sources: Object.values(root["x-sources"]),
    assumptions: root["x-assumptions"] ?? [],
    notes: notesOf(root),
    credentials: root["x-credentials"].map((set) =>
      Object.entries(set).map(([name, { description, secret, schema }]) => ({
        name,
        description,
        type: typeOf(schema),
        optional: false,
        secret,
        ...(name in root["x-sandbox"].credentials && {
          sample: root["x-sandbox"].credentials[name] as string,
        }),
      })),
    ),
    payment: groupOf(root, refund, "payment"),
    ...(amount && { amount }),
    ...(reason && { reason }),
    ...(key && { key }),
    ...(extra.fields.length > 0 && { extra }),
    ...(query && {
      query: {
        payment: groupOf(root, query, "payment"),
        ...(queryExtra && queryExtra.fields.length > 0 && { extra: queryExtra }),
        summary: query.raw.summary,
      },
    }),
    refundSummary: refund.raw.summary,
    refundDescription: refund.raw.description ?? "",
    errors: root["x-errors"].list.map(({ code, text, reason: why, money, matchMessage }) => ({
      ...(code !== undefined && { code }),
      text,
      reason: why,
      money,
      byMessage: matchMessage === true,
    })),
    wire: [refund, ...(query ? [query] : [])].map((operation) => wireOperation(root, operation)),
    partial: words.partial,
    repeated: words.repeated,
    examples: operations.flatMap((operation) => examplesOf(root, operation, table)),
    table,
    ...(evidence && { evidence }),
    simulator: simulatorOf(root, table),
    document: root,
  };
}

function amountOf(root: OpenApi, refund: Operation): AmountDoc | undefined {
  const { send, currencies } = refund.vocabulary as RawRefund;
  const place = send.amount;
  if (place === undefined) return undefined;
  const { fields } = lookUpPlace(root, refund, place);
  return {
    optional: !fields.every(({ required }) => required),
    description: describe(fields),
    ...(currencies && "codes" in currencies && { currencies: currencies.codes }),
    ...(currencies && "exponent" in currencies && { exponent: currencies.exponent }),
  };
}

function groupOf(root: OpenApi, operation: Operation, kind: "payment" | "extra"): FieldGroup {
  const prefix = `${kind}.`;
  const short = (source: string) => source.slice(prefix.length);
  const sources = Object.keys(operation.vocabulary.send).filter((source) =>
    source.startsWith(prefix),
  );
  const groups = (operation.vocabulary.exactlyOne ?? []).filter(([first = ""]) =>
    first.startsWith(prefix),
  );
  return {
    fields: sources.flatMap((source) => {
      const field = fieldOf(root, operation, source);
      return field ? [{ ...field, name: short(source) }] : [];
    }),
    exactlyOne: groups.map((group) => group.map(short)),
  };
}

function fieldOf(root: OpenApi, operation: Operation, source: string): FieldDoc | undefined {
  const place = operation.vocabulary.send[source];
  if (place === undefined) return undefined;
  const { fields } = lookUpPlace(root, operation, place);
  const [, name = ""] = source.split(".");
  const sample = root["x-sandbox"].payments[0]?.payment[name];
  return {
    name: source,
    description: describe(fields),
    type: [...new Set(fields.flatMap(({ value }) => typeOf(value).split(" | ")))].join(" | "),
    optional: source !== "key" && !fields.every(({ required }) => required),
    ...(source.startsWith("payment.") && sample !== undefined && { sample }),
  };
}

const describe = (fields: readonly Field[]) =>
  fields.map(({ value }) => value.description).find((text) => text !== undefined) ?? "";

/** A scalar schema as TypeScript. What the caller gives is held to the documented values. */
function typeOf({ type, enum: values, const: only }: RawSchema): string {
  const literals = only === undefined ? values : [only];
  if (literals) return literals.map((value) => JSON.stringify(value)).join(" | ");
  const names = [type ?? "string"].flat().map((name) => (name === "integer" ? "number" : name));
  return [...new Set(names)].join(" | ");
}

/** Contradictions and assumptions wherever they stand, but for the document-wide list. */
function notesOf(root: OpenApi): Note[] {
  const notes: Note[] = [];
  walk(root, (value, at) => {
    const { "x-assumption": assumption, "x-contradiction": contradiction } = value as Record<
      string,
      unknown
    >;
    // What the simulator makes up concerns nobody who refunds.
    if (at[0] === "x-sandbox" || at.includes("examples")) return;
    for (const [kind, text] of [
      ["contradiction", contradiction],
      ["assumption", assumption],
    ] as const) {
      if (typeof text === "string")
        notes.push({ kind, about: aboutOf(value, at), text: text.trim() });
    }
  });
  return notes;
}

/** The words a reader knows a place by. */
function aboutOf(value: object, at: readonly (string | number)[]): string {
  const { name, url, code, text } = value as Record<string, unknown>;
  const keys = at.map(String);
  if (keys[0] === "x-errors")
    return `error ${typeof code === "string" ? `\`${code}\`` : `"${text}"`}`;
  if (keys[0] === "servers") return `\`${url}\``;
  if (keys.includes("securitySchemes")) return "authentication";
  if (keys.includes("parameters")) return `\`${name}\``;
  if (keys.includes("outcomes") || keys.includes("evidence")) {
    const answer = keys.includes("evidence") ? "the evidence of an answer" : "an answer";
    return `${answer} with ${Object.entries((value as { when: object }).when)
      .map(([where, what]) => `\`${where}\` ${[what].flat().join(" or ")}`)
      .join(", ")}`;
  }
  if (keys.includes("sign")) return "the signature";
  const fields = keys.filter(
    (_, index) => keys[index - 1] === "properties" || keys[index - 1] === "schemas",
  );
  if (keys.at(-1) === "items" && fields.length > 0) return `\`${fields.join(".")}[]\``;
  if (fields.length > 0) return `\`${fields.join(".")}\``;
  return keys[0] === "paths" ? `\`${keys[2]?.toUpperCase()} ${keys[1]}\`` : keys.join(" ");
}
