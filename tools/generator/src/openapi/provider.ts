/** From a checked document to the model: what the provider is, in our words. */
import type { FieldDoc, Provider } from "../model.ts";
import type { SpecFile } from "../read.ts";
import { type CheckedDocument, checkedDocument } from "./checked.ts";
import type { OpenApi, RawRefund } from "./document.ts";
import { evidenceOf } from "./evidence.ts";
import { examplesOf } from "./examples.ts";
import { amountOf, fieldOf, groupOf, typeOf } from "./fields.ts";
import { notesOf } from "./notes.ts";
import { notificationOf, notificationTable } from "./notification.ts";
import { type Setting, settingsOf } from "./settings.ts";
import { simulatorOf } from "./simulator.ts";
import { tableOf } from "./tables.ts";
import { wireOperation } from "./wire.ts";

export function providerOf(spec: SpecFile): Provider {
  const document = checkedDocument(spec);
  const { root, operations, refund, query } = document;
  const table = tableOf(document);
  const evidence = evidenceOf(document);
  const notification = notificationTable(root);
  return {
    ...aboutOf(document),
    notes: notesOf(root),
    ...optionsOf(root),
    ...requestOf(document),
    errors: errorsOf(root),
    wire: [refund, ...(query ? [query] : [])].map((operation) => wireOperation(root, operation)),
    examples: operations.flatMap((operation) => examplesOf(root, operation, table)),
    table,
    ...(evidence && { evidence }),
    ...(notification && { notification, notificationSummary: notificationOf(root)?.summary ?? "" }),
    simulator: simulatorOf(document, table),
    document: root,
  };
}

function aboutOf({ file, name, root }: CheckedDocument) {
  const { title, documentation, read, version } = root["x-provider"];
  return {
    spec: file,
    name,
    prefix: name.charAt(0).toUpperCase() + name.slice(1),
    title,
    summary: root.info.summary ?? root.info.title,
    description: root.info.description ?? "",
    documentation,
    read,
    ...(version !== undefined && { version }),
    sources: Object.values(root["x-sources"]),
    assumptions: root["x-assumptions"] ?? [],
  };
}

function optionsOf(root: OpenApi): Pick<Provider, "credentials" | "settings"> {
  const samples = { ...root["x-sandbox"].credentials, ...root["x-sandbox"].settings };
  const field = (
    name: string,
    {
      description,
      secret,
      schema,
      optional,
      rotates,
    }: Omit<Setting, "name" | "at" | "optional"> & { readonly optional?: boolean },
  ): FieldDoc => ({
    name,
    description,
    type: rotates ? `${typeOf(schema)} | readonly ${typeOf(schema)}[]` : typeOf(schema),
    optional: optional === true,
    secret,
    ...(name in samples && { sample: samples[name] as string }),
  });
  const isRequired = ([, { optional }]: readonly [string, { readonly optional?: true }]) =>
    !optional;
  return {
    credentials: root["x-credentials"].map((set) =>
      Object.entries(set)
        .filter(isRequired)
        .map(([name, credential]) => field(name, credential)),
    ),
    settings: settingsOf(root).map((setting) => field(setting.name, setting)),
  };
}

/** What the caller asks with: of the refund, and of the query where there is one. */
function requestOf({ root, refund, query }: CheckedDocument) {
  const { partial, repeated } = refund.vocabulary as RawRefund;
  const amount = amountOf(root, refund);
  const reason = fieldOf(root, refund, "reason");
  const key = fieldOf(root, refund, "key");
  const extra = groupOf(root, refund, "extra");
  const queryExtra = query && groupOf(root, query, "extra");
  return {
    payment: groupOf(root, refund, "payment"),
    ...(amount && { amount }),
    ...(reason && { reason }),
    ...(key && { key }),
    ...(extra.fields.length > 0 && { extra }),
    ...(query && {
      query: {
        payment: groupOf(root, query, "payment"),
        refund: groupOf(root, query, "refund").fields,
        key: query.vocabulary.send.key !== undefined,
        ...(queryExtra && queryExtra.fields.length > 0 && { extra: queryExtra }),
        summary: query.raw.summary,
      },
    }),
    refundSummary: refund.raw.summary,
    refundDescription: refund.raw.description ?? "",
    partial,
    repeated,
  };
}

const errorsOf = (root: OpenApi): Provider["errors"] =>
  root["x-errors"].list.map(({ code, text, reason, money, matchMessage }) => ({
    ...(code !== undefined && { code }),
    text,
    reason,
    money,
    byMessage: matchMessage !== undefined,
  }));
