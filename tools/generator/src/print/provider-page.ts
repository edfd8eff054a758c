/** `docs/providers/<name>.md`: everything that one provider documents, contradicts and leaves open. */
import { confirms } from "../confirms.ts";
import type { FieldDoc, Provider } from "../model.ts";
import { amountText } from "./entry-point.ts";
import { printProofs } from "./evidence.ts";
import { printHeldAgainst } from "./held-against.ts";
import { printNotified } from "./notification-docs.ts";
import { keyPromise } from "./promises.ts";
import { accountSample, facadeSample } from "./sample.ts";
import { cell, install, list, markdownHeader, paragraph, program, sentence } from "./text.ts";

export const pathOfPage = ({ name }: Provider) => `docs/providers/${name}.md`;

/** @param comparisons the text of `heldAgainstSource`, if there is one */
export const printProviderPage = (provider: Provider, comparisons?: string): string =>
  [
    markdownHeader(provider.spec),
    `# ${provider.title}`,
    paragraph(
      `The reference of [\`@refunds/${provider.name}\`](../../packages/${provider.name}/README.md).`,
    ),
    paragraph(provider.description),
    "## The request",
    request(provider),
    "## Options",
    paragraph("Make the client once and use it for every refund:"),
    program(accountSample(provider)),
    options(provider),
    "## With a journal",
    install("refunds @refunds/journal"),
    program(facadeSample(provider)),
    paragraph(keyPromise),
    "## Errors",
    errors(provider),
    "## What a query proves",
    printProofs(provider),
    "## What a notification proves",
    printNotified(provider),
    "## What the documentation leaves open",
    provider.assumptions.length + provider.notes.length > 0
      ? leftOpen(provider)
      : "Nothing is known to be open.",
    "## Sources",
    sources(provider),
    printHeldAgainst(provider, comparisons),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");

function options({ credentials: sets, settings, table, name }: Provider): string {
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
    ...(settings.length > 0 ? ["Next to them:", list(settings.map(field))] : []),
  ].join("\n\n");
}

const field = ({ name, type, kind, description, optional, secret }: FieldDoc) =>
  `\`${name}\` (${kind ?? type.replaceAll(" | ", " or ")}${optional ? ", optional" : ""}${secret ? ", secret" : ""}): ${sentence(description || "as documented")}`;

function request(provider: Provider): string {
  const { payment, amount, reason, key, extra, partial, repeated, title } = provider;
  const choices = payment.exactlyOne.map(
    (group) =>
      `Exactly one of ${group.map((name) => `\`payment.${name}\``).join(" and ")}. The journal cannot see that both name one payment, so use the same one for every refund of an account.`,
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
    ...(confirms(provider.table.refund)
      ? []
      : [
          `No answer confirms a refund: what ${title} accepts is \`pending\`, and the outcome comes later.`,
        ]),
  ];
  return list([
    ...identifiers,
    ...choices,
    amount
      ? `\`amount\`${amount.optional ? " (optional)" : ""}: ${amountText(provider)}`
      : `There is no \`amount\`: ${title} refunds the whole payment.`,
    ...(reason ? [field(reason)] : []),
    ...(key ? ["`key`: your own id of this refund."] : []),
    ...(extra?.fields ?? []).map((each) => field({ ...each, name: `extra.${each.name}` })),
    rules.join(" "),
  ]);
}

function errors({ errors: entries, title }: Provider): string {
  const rows = entries.map(
    ({ code, text, reason, money, byMessage }) =>
      `| ${code === undefined ? "any" : `\`${code}\``} | ${cell(text)}${byMessage ? " (recognised by this message)" : ""} | \`${reason}\` | ${money === "none" ? "no" : "perhaps"} |`,
  );
  return [
    paragraph(
      `${title}'s codes, their common reason, and whether money may have moved. Where it may, the outcome is \`unknown\`, as it is for an undocumented code; otherwise it is \`declined\`.`,
    ),
    ["| code | documented as | reason | moved? |", "|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

/** The open questions, the contradictions and how the client copes. */
function leftOpen({ assumptions, notes }: Pick<Provider, "assumptions" | "notes">): string {
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

const sources = ({ sources: all }: Provider): string =>
  list(
    all.map(
      ({ title, url, grade }) =>
        `${url === undefined ? title : `[${title}](${url})`} (${grades[grade]})`,
    ),
  );
