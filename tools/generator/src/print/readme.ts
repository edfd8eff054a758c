/** `README.md` of a provider package. */
import type { FieldDoc, Provider } from "../model.ts";
import { amountText } from "./door.ts";
import { printProofs } from "./evidence.ts";
import { sampleCall } from "./sample.ts";
import { cell, list, markdownHeader, paragraph, sentence } from "./text.ts";

export const printReadme = (provider: Provider): string =>
  [
    markdownHeader(provider.spec),
    `# @refunds/${provider.name}`,
    paragraph(`A typed client for ${provider.title}: ${lowerFirst(sentence(provider.summary))}`),
    paragraph(provider.description),
    `\`\`\`sh\nnpm install @refunds/${provider.name}\n\`\`\``,
    `\`\`\`ts\n${sampleCall(provider)}\`\`\``,
    "## Credentials",
    credentials(provider),
    "## The request",
    request(provider),
    "## Errors",
    errors(provider),
    "## What a query proves",
    printProofs(provider),
    ...(provider.assumptions.length + provider.notes.length > 0
      ? ["## What the documentation leaves open", open(provider)]
      : []),
    "## Sources",
    sources(provider),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function credentials({ credentials: sets, table }: Provider): string {
  const ways = sets.map((set) => list(set.map(field)));
  const environments = Object.entries(table.servers).map(([name, url]) => `\`"${name}"\` (${url})`);
  const where = `\`environment\` is ${environments.join(" or ")}; there is no default. \`baseUrl\` takes its place for a sandbox or a proxy.`;
  return [ways.length > 1 ? "One of these, whole:" : "", ways.join("\n\nor\n\n"), paragraph(where)]
    .filter(Boolean)
    .join("\n\n");
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
      : `There is no \`amount\`: ${lowerFirst(amountText(provider))}`,
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
      `${title}'s codes, their common reason, and whether money may have moved. Where it may, the outcome is \`unknown\`, as it is for a code that nobody has documented; else it is \`declined\`.`,
    ),
    ["| code | documented as | reason | moved? |", "|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

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

function sources({ sources: all, documentation, read, version, title }: Provider): string {
  const stated = version === undefined ? "" : `, which calls itself ${version}`;
  return [
    paragraph(`[${title}'s refund page](${documentation})${stated}, read on ${read}. Beside it:`),
    list(
      all.map(
        ({ title: name, url, grade }) =>
          `${url === undefined ? name : `[${name}](${url})`} (${grades[grade]})`,
      ),
    ),
  ].join("\n\n");
}
