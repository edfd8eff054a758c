/** `src/index.ts`: the types of one provider and its factory. */
import type { FieldGroup, Provider, WireOperation } from "../model.ts";
import { featuresOf } from "./features.ts";
import { declare, printAlternatives, printField, printGroup } from "./group.ts";
import { doc, header, sentence } from "./text.ts";

/** As the linter sorts them, whether they are types or not. */
const sortedNames = (names: readonly string[]) => {
  const bare = (name: string) => name.replace("type ", "").toLowerCase();
  return names.toSorted((a, b) => (bare(a) < bare(b) ? -1 : 1)).join(", ");
};

export function printDoor(provider: Provider): string {
  const { spec, prefix, wire, query } = provider;
  const used = wire.flatMap(({ parts, answer, success }) => [
    ...parts.map(({ type }) => type),
    answer,
    success,
  ]);
  const schemaTypes = ["components", "operations"].filter((name) =>
    used.some((type) => type.includes(`${name}[`)),
  );
  const coreTypes = [
    ...(provider.amount ? ["Amount"] : []),
    "CallOptions",
    "CheckedRequest",
    "ClientOptions",
    "Outcome",
    ...(query ? ["QueryOutcome"] : []),
    "WireResult",
  ];
  const features = featuresOf(provider);
  const coreDataTypes = provider.evidence ? ["type EvidenceTable"] : [];
  const run = `table${features.length > 0 ? ", features" : ""}`;
  return [
    header(spec),
    `import type { ${coreTypes.join(", ")} } from "@refunds/core";\n`,
    `import { ${sortedNames([...coreDataTypes, "defineProvider", "defineWire", ...features.flatMap(({ uses }) => uses)])} } from "@refunds/core/provider";\n`,
    `import type { ${schemaTypes.join(", ")} } from "./schema.ts";\n`,
    `import { ${provider.evidence ? "evidence, " : ""}table } from "./table.ts";\n\n`,
    `export type { Amount, CallOptions, CheckedRequest, Currency, LogEvent, Logger, Outcome, QueryOutcome, Reason } from "@refunds/core";\n`,
    `export { isRefundError, RefundError } from "@refunds/core";\n\n`,
    ...requestTypes(provider),
    ...optionTypes(provider),
    doc([
      `The codes that ${provider.title}'s documentation lists. Others can occur, so compare and keep a default.`,
    ]),
    `export type ${prefix}ErrorCode = ${errorCodes(provider)};\n\n`,
    ...wire.flatMap((operation) => answerTypes(provider, operation)),
    ...wire.flatMap((operation) => wireTypes(provider, operation)),
    clientType(provider),
    "\n",
    wireType(provider),
    "\n",
    features.length > 0
      ? `${doc(["What of core this provider needs beside the basics."])}const features = { ${features.map(({ name, value }) => `${name}: ${value}`).join(", ")} };\n\n`
      : "",
    doc(factoryDoc(provider)),
    `export const ${provider.name}: (options: ${prefix}Options) => ${prefix}Client = /* @__PURE__ */ defineProvider(${run});\n\n`,
    doc(wireDoc(provider)),
    `export const ${provider.name}Wire: (options: ${prefix}Options) => ${prefix}Wire = /* @__PURE__ */ defineWire(${run});\n`,
    provider.evidence
      ? `\n${doc(evidenceDoc(provider))}export const ${provider.name}Evidence: EvidenceTable = evidence;\n`
      : "",
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
    `  readonly payment: ${prefix}Payment;\n`,
    amount
      ? `${doc([amountText(provider)], "  ")}  readonly amount${amount.optional ? "?" : ""}: ${amountType(provider)};\n`
      : "",
    reason ? printField(reason) : "",
    key ? `${doc(["Your own id of this refund."], "  ")}  readonly key: string;\n` : "",
    extra
      ? `  readonly extra${extra.exactlyOne.length === 0 && extra.fields.every(({ optional }) => optional) ? "?" : ""}: ${prefix}Extra;\n`
      : "",
    "}\n\n",
    ...(query
      ? [
          doc([sentence(query.summary)]),
          `export interface ${prefix}QueryRequest {\n  readonly payment: ${same ? `${prefix}Payment` : printGroup(query.payment)};\n`,
          query.extra ? `  readonly extra: ${printGroup(query.extra)};\n` : "",
          "}\n\n",
        ]
      : []),
  ];
}

/** Two groups that differ only in their descriptions are one type. */
const shapeOf = ({ fields, exactlyOne }: FieldGroup) =>
  JSON.stringify([fields.map(({ name, type, optional }) => [name, type, optional]), exactlyOne]);

const amountType = ({ amount }: Provider) =>
  amount?.currencies
    ? `Amount<${amount.currencies.map((code) => JSON.stringify(code)).join(" | ")}>`
    : "Amount";

/** How an amount is given, and what leaving it out means. */
export function amountText({ amount, title }: Provider): string {
  if (!amount) return `${title} refunds the whole payment; there is no amount.`;
  const left = amount.optional ? "Left out, the whole payment is refunded. " : "";
  const currencies = amount.currencies
    ? `Only ${amount.currencies.join(" and ")}.`
    : amount.exponent === undefined
      ? ""
      : `Only currencies with ${amount.exponent} decimals.`;
  return `${left}In minor units: 1050 is 10.50 in a currency with two decimals. ${currencies}`.trim();
}

function optionTypes({ prefix, title, credentials }: Provider): string[] {
  const several = credentials.length > 1 ? ", in one of the ways it documents" : "";
  return [
    doc([`Proves to ${title} who is calling${several}.`]),
    declare(`${prefix}Credentials`, printAlternatives(credentials)),
    "\n",
    `export type ${prefix}Options = ClientOptions & ${prefix}Credentials;\n\n`,
  ];
}

const errorCodes = ({ errors }: Provider) =>
  [...new Set(errors.flatMap(({ code }) => code ?? []))]
    .map((code) => JSON.stringify(code))
    .join(" | ") || "never";

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function answerTypes({ prefix, title }: Provider, { name, success }: WireOperation): string[] {
  const outcome = name === "refund" ? "Outcome" : "QueryOutcome";
  return [
    doc([
      `What ${title} answers when the ${name} went well, as documented. Fields it adds later come through too.`,
    ]),
    `export type ${prefix}${capital(name)}Answer = ${success};\n\n`,
    doc([name === "refund" ? "How a refund ended." : "How a query ended."]),
    `export type ${prefix}${outcome} = ${outcome}<${prefix}${capital(name)}Answer, ${prefix}ErrorCode>;\n\n`,
  ];
}

function wireTypes({ prefix, title }: Provider, { name, parts, answer }: WireOperation): string[] {
  const members = parts.map(
    ({ name: part, type, optional }) => `  readonly ${part}${optional ? "?" : ""}: ${type};\n`,
  );
  return [
    doc([
      `The ${name} request as ${title} documents it; credentials and signature are added for you.`,
    ]),
    `export interface ${prefix}Wire${capital(name)} {\n${members.join("")}}\n\n`,
    doc([`Every answer ${title} documents for the ${name}.`]),
    `export type ${prefix}Wire${capital(name)}Answer = ${answer};\n\n`,
  ];
}

function clientType(provider: Provider): string {
  const { prefix, name, query } = provider;
  return [
    `export interface ${prefix}Client {\n  readonly provider: "${name}";\n`,
    doc(["Milliseconds for a whole call, from `options`."], "  "),
    "  readonly timeoutMs: number;\n",
    doc(
      [
        "Finds out whether `refund()` would take this request. Sends nothing.",
        "@throws {RefundError} for what is wrong with the request.",
      ],
      "  ",
    ),
    `  check(request: ${prefix}RefundRequest): CheckedRequest;\n`,
    doc(
      [
        sentence(provider.refundSummary),
        `Resolves to an outcome whatever happens once something may have been sent; only \`not_sent\` may be sent again.`,
        "@throws {RefundError} for what is wrong with the request, with nothing sent.",
      ],
      "  ",
    ),
    `  refund(request: ${prefix}RefundRequest, options?: CallOptions): Promise<${prefix}Outcome>;\n`,
    query
      ? `${doc([sentence(query.summary), "Moves no money, so it may always be repeated.", "@throws {RefundError} for what is wrong with the request, with nothing sent."], "  ")}  query(request: ${prefix}QueryRequest, options?: CallOptions): Promise<${prefix}QueryOutcome>;\n`
      : "",
    "}\n",
  ].join("");
}

function wireType({ prefix, title, wire }: Provider): string {
  const members = wire.map(({ name }) => {
    const type = `${prefix}Wire${capital(name)}`;
    return `  ${name}(request: ${type}, options?: CallOptions): Promise<WireResult<${type}Answer>>;\n`;
  });
  return [
    doc([`${title}'s own operations, uninterpreted: exact types in, the documented answer out.`]),
    `export interface ${prefix}Wire {\n${members.join("")}}\n`,
  ].join("");
}

const factoryDoc = ({ title, documentation, summary }: Provider): string[] => [
  `Refunds through ${title}. ${sentence(summary)}`,
  "Makes no connection until the first call.",
  "@throws {RefundError} for missing, unknown or malformed options.",
  `@see ${documentation}`,
];

const wireDoc = ({ title, documentation }: Provider): string[] => [
  `${title}'s raw API with the same options: credentials and signatures are added, nothing is interpreted.`,
  "A refund sent here moves money like any other; whether it did is the caller's to read.",
  "@throws {RefundError} for missing, unknown or malformed options.",
  `@see ${documentation}`,
];

const evidenceDoc = ({ title }: Provider): string[] => [
  `What ${title}'s answer to \`query()\` proves about a refund whose outcome is not certain; what is not listed proves nothing.`,
  "Data for whoever settles such refunds. A bundle that does not use it does not hold it.",
];
