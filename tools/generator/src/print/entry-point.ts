/** `src/index.ts`: the types of one provider and its factory. */
import type { FieldDoc, FieldGroup, Provider, WireOperation } from "../model.ts";
import { printClientType } from "./client-type.ts";
import { featuresOf } from "./features.ts";
import { declare, printAlternatives, printField, printGroup } from "./group.ts";
import { capital, doc, header, sentence } from "./text.ts";

export function printEntryPoint(provider: Provider): string {
  const { spec, prefix, wire, query } = provider;
  const schemaTypes = ["components", "operations"].filter((name) =>
    wire.some(({ success }) => success.includes(`${name}[`)),
  );
  const coreTypes = [
    ...(provider.amount ? ["Amount"] : []),
    "CallOptions",
    "CheckedRequest",
    "ClientOptions",
    ...(provider.amount?.except ? ["Currency"] : []),
    ...(provider.notification ? ["Notification", "NotificationRequest"] : []),
    "Outcome",
    ...(query ? ["QueryOutcome"] : []),
  ];
  const coreDataTypes = provider.evidence ? ["type EvidenceTable"] : [];
  const hasFeatures = featuresOf(provider).length > 0;
  const { notification, evidence } = provider;
  const parts = [
    "table",
    ...(hasFeatures ? ["features"] : evidence || notification ? ["{}"] : []),
    ...(evidence ? ["evidence"] : notification ? ["undefined"] : []),
    // Most programs receive none, so the code that reads them is loaded with the first.
    ...(notification ? ['() => import("./notifications.ts")'] : []),
  ];
  return [
    header(spec),
    `import type { ${coreTypes.join(", ")} } from "@refunds/core";\n`,
    `import { ${["defineProvider", ...coreDataTypes].join(", ")} } from "@refunds/core/provider";\n`,
    hasFeatures ? `import { features } from "./features.ts";\n` : "",
    `import type { ${schemaTypes.join(", ")} } from "./schema.ts";\n`,
    `import { ${provider.evidence ? "evidence, " : ""}table } from "./table.ts";\n\n`,
    // All of them: a program that prints its own declarations can only name what this package exports.
    `export type * from "@refunds/core";\n`,
    `export { isRefundError, keptConnections, RefundError } from "@refunds/core";\n`,
    provider.evidence ? `export type { EvidenceTable } from "@refunds/core/provider";\n\n` : "\n",
    ...requestTypes(provider),
    ...optionTypes(provider),
    doc([
      `The codes that ${provider.title}'s documentation lists. Others can occur, so compare and keep a default.`,
    ]),
    `export type ${prefix}ErrorCode = ${errorCodes(provider)};\n\n`,
    ...wire.flatMap((operation) => answerTypes(provider, operation)),
    printClientType(provider),
    "\n",
    doc(factoryDoc(provider)),
    `export const ${provider.name}: (options: ${prefix}Options) => ${prefix}Client = /* @__PURE__ */ defineProvider(${parts.join(", ")});\n`,
  ].join("");
}

function requestTypes(provider: Provider): string[] {
  const { prefix, title, payment, query, amount, reason, key, extra } = provider;
  const same = query && shapeOf(query.payment) === shapeOf(payment);
  return [
    doc([`Which payment, in ${title}'s identifiers.`]),
    declare(`${prefix}Payment`, printGroup(payment)),
    "\n",
    ...(extra
      ? [
          doc([`Fields that only ${title} has.`]),
          declare(`${prefix}Extra`, printGroup(extra)),
          "\n",
        ]
      : []),
    doc([sentence(provider.refundSummary)]),
    `export interface ${prefix}RefundRequest {\n`,
    doc(["Which payment to refund."], "  "),
    `  readonly payment: ${prefix}Payment;\n`,
    amount
      ? `${doc([amountText(provider)], "  ")}  readonly amount${amount.optional ? "?" : ""}: ${amountType(provider)};\n`
      : "",
    reason ? printField(reason) : "",
    key ? `${doc(["Your own id of this refund."], "  ")}  readonly key: string;\n` : "",
    extra
      ? `${doc([`Fields that only ${title} has.`], "  ")}  readonly extra${canBeLeftOut(extra) ? "?" : ""}: ${prefix}Extra;\n`
      : "",
    "}\n\n",
    ...(query
      ? [
          doc([sentence(query.summary)]),
          `export interface ${prefix}QueryRequest {\n`,
          query.payment.fields.length > 0
            ? `${doc(["Which payment to read."], "  ")}  readonly payment: ${same ? `${prefix}Payment` : printGroup(query.payment)};\n`
            : "",
          query.refund.length > 0
            ? `${doc(["The provider's own id of the refund, from its outcome."], "  ")}  readonly refund: ${printGroup({ fields: query.refund, exactlyOne: [] })};\n`
            : "",
          query.key ? `${doc(["Your own id of the refund."], "  ")}  readonly key: string;\n` : "",
          query.extra
            ? `  readonly extra${canBeLeftOut(query.extra) ? "?" : ""}: ${printGroup(query.extra)};\n`
            : "",
          "}\n\n",
        ]
      : []),
  ];
}

const canBeLeftOut = ({ fields, exactlyOne }: FieldGroup) =>
  exactlyOne.length === 0 && fields.every(({ optional }) => optional);

/** Two groups that differ only in their descriptions are one type. */
const shapeOf = ({ fields, exactlyOne }: FieldGroup) =>
  JSON.stringify([fields.map(({ name, type, optional }) => [name, type, optional]), exactlyOne]);

const amountType = ({ amount }: Provider) =>
  amount?.currencies
    ? `Amount<${codes(amount.currencies)}>`
    : amount?.except
      ? `Amount<Exclude<Currency, ${codes(amount.except)}>>`
      : "Amount";

const codes = (list: readonly string[]) => list.map((code) => JSON.stringify(code)).join(" | ");

/** How an amount is given, and what leaving it out means. */
export function amountText({ amount, title }: Provider): string {
  if (!amount) return `${title} refunds the whole payment; there is no amount.`;
  const left = amount.optional ? "Left out, the whole payment is refunded. " : "";
  const currencies = amount.currencies
    ? `Only ${amount.currencies.join(" and ")}.`
    : amount.exponent !== undefined
      ? `Only currencies with ${amount.exponent} decimals.`
      : amount.except
        ? `All currencies except ${amount.except.join(" and ")}.`
        : "";
  return `${left}In minor units: 1050 is 10.50 in a currency with two decimals. ${currencies}`.trim();
}

const fieldNames = (set: readonly FieldDoc[]) => set.map(({ name }) => `\`${name}\``).join(" and ");

/** A name for each way to prove who is calling: compilers show it in place of all its fields. */
export const credentialTypes = ({ prefix, credentials }: Provider): string[] =>
  credentials.length > 1
    ? credentials.map(
        (set) => `${prefix}${set.map(({ name }) => capital(name)).join("")}Credentials`,
      )
    : [];

function optionTypes(provider: Provider): string[] {
  const { prefix, title, credentials, settings } = provider;
  const several = credentials.length > 1 ? ", in one of the ways it documents" : "";
  return [
    ...(several
      ? printAlternatives(credentials).flatMap((type, at) => [
          doc([`Proves to ${title} who is calling, by ${fieldNames(credentials[at] ?? [])}.`]),
          `export interface ${credentialTypes(provider)[at]} ${type}\n\n`,
        ])
      : []),
    doc([`Proves to ${title} who is calling${several}.`]),
    several
      ? `export type ${prefix}Credentials = ${credentialTypes(provider).join(" | ")};\n`
      : declare(`${prefix}Credentials`, printAlternatives(credentials).join("")),
    "\n",
    ...(settings.length > 0
      ? [
          doc([`What a client of ${title} needs to know of the account, next to the credentials.`]),
          declare(`${prefix}Settings`, printGroup({ fields: settings, exactlyOne: [] })),
          "\n",
        ]
      : []),
    doc([
      `What a client of ${title} is made with: \`environment\` or \`baseUrl\`, the credentials, and what is optional.`,
    ]),
    `export type ${prefix}Options = ClientOptions & ${prefix}Credentials${settings.length > 0 ? ` & ${prefix}Settings` : ""};\n\n`,
  ];
}

const errorCodes = ({ errors }: Provider) =>
  [...new Set(errors.flatMap(({ code }) => code ?? []))]
    .map((code) => JSON.stringify(code))
    .join(" | ") || "never";

function answerTypes({ prefix, title }: Provider, { name, success }: WireOperation): string[] {
  const outcome = name === "refund" ? "Outcome" : "QueryOutcome";
  return [
    doc([
      `What ${title} answers when the ${name} went well, as documented. Fields it adds later come through too.`,
    ]),
    `export type ${prefix}${capital(name)}Answer = ${success};\n\n`,
    doc([name === "refund" ? "How a refund ended. Switch on `status`." : "How a query ended."]),
    `export type ${prefix}${outcome} = ${outcome}<${prefix}${capital(name)}Answer, ${prefix}ErrorCode>;\n\n`,
  ];
}

const factoryDoc = ({ title, documentation, summary }: Provider): string[] => [
  `Refunds through ${title}. ${sentence(summary)}`,
  "Makes no connection until the first call.",
  "@throws {RefundError} for missing, unknown or malformed options.",
  `@see ${documentation}`,
];
