/** `README.md` of a provider package. */
import type { FieldDoc, Provider } from "../model.ts";
import { amountText } from "./door.ts";
import { printProofs } from "./evidence.ts";
import { keyPromise, promises, runtimes } from "./promises.ts";
import { accountSample, facadeSample, sandboxSample } from "./sample.ts";
import { cell, list, markdownHeader, paragraph, sentence } from "./text.ts";

export const printReadme = (provider: Provider): string =>
  [
    markdownHeader(provider.spec),
    `# @refunds/${provider.name}`,
    paragraph(`A typed client for ${provider.title}: ${lowerFirst(sentence(provider.summary))}`),
    paragraph(provider.description),
    paragraph(follows(provider)),
    install(`@refunds/${provider.name}`),
    paragraph(runtimes),
    "## Refund a payment",
    paragraph(
      `You can try it without an account and without money: the sandbox stands in for ${provider.title}.`,
    ),
    install("--save-dev @refunds/sandbox"),
    "Save this as `refund.mjs` and run `node refund.mjs`. It prints `succeeded`.",
    program(sandboxSample(provider)),
    paragraph(
      `With your own account, leave \`fetch\` out. Make the client once and use it for every refund:`,
    ),
    program(accountSample(provider)),
    ...promises(provider),
    install("refunds @refunds/journal"),
    program(facadeSample(provider)),
    paragraph(keyPromise),
    "## Options",
    options(provider),
    "## The request",
    request(provider),
    "## Errors",
    errors(provider),
    "## What a query proves",
    printProofs(provider),
    ...(provider.assumptions.length + provider.notes.length > 0
      ? ["## What the documentation leaves open", paragraph(leftOpen(provider))]
      : []),
    "## Sources",
    sources(provider),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const fence = "```";
const program = (code: string) => `${fence}ts\n${code}${fence}`;
const install = (what: string) => `${fence}sh\nnpm install ${what}\n${fence}`;

function options({ credentials: sets, table, name }: Provider): string {
  const ways = sets.map((set) => list(set.map(field)));
  const environments = Object.entries(table.servers).map(([word, url]) => `\`"${word}"\` (${url})`);
  const shared = list([
    `\`environment\`: ${environments.join(" or ")}. There is no default.`,
    `\`baseUrl\`, in place of \`environment\`: a sandbox or a proxy. After \`npx @refunds/sandbox --port 4010\` it is \`http://127.0.0.1:4010/${name}\`.`,
    "`timeoutMs` (optional): the time for one whole call in milliseconds, reading the answer included; 30,000 when left out.",
    "`logger` (optional): a function that gets one event for each call: operation, status, HTTP status, time. Never a secret.",
    "`fetch` (optional): used in place of the global `fetch`. It must send each request once: no retries, no redirects followed.",
  ]);
  return [
    shared,
    ways.length > 1 ? "The credentials are one of these, whole:" : "The credentials:",
    ways.join("\n\nor\n\n"),
  ].join("\n\n");
}

const field = ({ name, type, description, optional, secret }: FieldDoc) =>
  `\`${name}\` (${type.replaceAll(" | ", " or ")}${optional ? ", optional" : ""}${secret ? ", secret" : ""}): ${sentence(description || "as documented")}`;

function request(provider: Provider): string {
  const { payment, amount, reason, key, extra, partial, repeated } = provider;
  const choices = payment.exactlyOne.map(
    (group) => `Exactly one of ${group.map((name) => `\`payment.${name}\``).join(" and ")}.`,
  );
  const inGroup = new Set(payment.exactlyOne.flat());
  const identifiers = payment.fields.map((each) =>
    field({
      ...each,
      name: `payment.${each.name}`,
      optional: each.optional && !inGroup.has(each.name),
    }),
  );
  const rules = [
    partial ? "Part of a payment can be refunded." : "Only whole payments can be refunded.",
    ...(partial
      ? [
          repeated
            ? "A partly refunded payment can be refunded again."
            : "A payment can be refunded once, in full or in part.",
        ]
      : []),
  ];
  return list([
    ...identifiers,
    ...choices,
    amount
      ? `\`amount\`${amount.optional ? " (optional)" : ""}: ${amountText(provider)}`
      : `There is no \`amount\`: ${provider.title} refunds the whole payment.`,
    ...(reason ? [field(reason)] : []),
    ...(key ? ["`key`: your own id of this refund."] : []),
    ...(extra?.fields ?? []).map((each) => field({ ...each, name: `extra.${each.name}` })),
    rules.join(" "),
  ]);
}

function errors({ errors: entries, title }: Provider): string {
  const rows = entries.map(
    ({ code, text, reason, money, byMessage }) =>
      `| ${code === undefined ? "any" : `\`${code}\``} | ${cell(text)}${byMessage ? " (told by this message)" : ""} | \`${reason}\` | ${money === "none" ? "no" : "perhaps"} |`,
  );
  return [
    paragraph(
      `${title}'s codes, their common reason, and whether money may have moved. Where it may, the outcome is \`unknown\`, as it is for an undocumented code; otherwise it is \`declined\`.`,
    ),
    ["| code | documented as | reason | moved? |", "|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

const leftOpen = ({ title, assumptions, notes }: Provider) =>
  `[${assumptions.length + notes.length} open questions and contradictions](${page}) of ${title}'s documentation, and what this client assumes for each.`;

const page = "https://github.com/refunds/refunds/blob/main/docs/providers.md";

/** The open questions, the contradictions and how the client copes. */
export function open({ assumptions, notes }: Pick<Provider, "assumptions" | "notes">): string {
  const said = new Set<string>();
  const unique = notes.filter(
    ({ about, text }) => !said.has(about + text) && said.add(about + text),
  );
  return list([
    ...assumptions.map(
      ({ about, found, assumed }) =>
        `**${about}**: ${sentence(found)} Assumed: ${sentence(assumed)}`,
    ),
    ...unique.map(({ kind, about, text }) => `${about} (${kind}): ${sentence(text)}`),
  ]);
}

const grades = {
  documentation: "documentation",
  "provider-code": "code published by the provider",
  "third-party": "other people's code",
};

/** Which documentation the package follows. package.json says the same for programs. */
function follows({ documentation, read, version, title }: Provider): string {
  const stated = version === undefined ? "states no version" : `calls itself ${version}`;
  return `It follows [${title}'s refund page](${documentation}), which ${stated}, as read on ${read}.`;
}

const sources = ({ sources: all }: Provider): string =>
  list(
    all.map(
      ({ title, url, grade }) =>
        `${url === undefined ? title : `[${title}](${url})`} (${grades[grade]})`,
    ),
  );
