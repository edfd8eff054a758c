/** What a query proves, for people: in a package's README and in docs/providers.md. */
import type { Provider } from "../model.ts";
import { isPresence } from "../presence.ts";
import { list, paragraph } from "./text.ts";

type Evidence = NonNullable<Provider["evidence"]>;

export function printProofs({ title, query, evidence }: Provider): string {
  if (!query)
    return paragraph(
      `No query is documented. What became of a refund whose outcome is not certain, only ${title} itself can tell: its portal, or its support.`,
    );
  if (!evidence)
    return paragraph(
      "No answer to `query()` is documented to prove anything about a refund whose outcome is not certain.",
    );
  const { refunded, rules } = evidence;
  return [
    paragraph(
      "What an answer to `query()` proves about a refund whose outcome is not certain. The first line that fits counts.",
    ),
    list([...rules.map(proof), "**nothing**: every other answer."]),
    ...(refunded ? [paragraph(totalOf(refunded))] : []),
  ].join("\n\n");
}

const proved = {
  succeeded: "that it happened",
  pending: "that it is under way",
  declined: "that it did not happen and will not",
};

const totals: Readonly<Record<string, string>> = {
  this: "the refunded total is what this refund makes it",
  none: "the refunded total is what it is without this refund",
  other: "the refunded total is neither what this refund makes it nor what it is without it",
};

function proof({ when, proves, reason, after }: Evidence["rules"][number]): string {
  const conditions = Object.entries(when).map(([at, expected]) => {
    const name = at === "http" ? "the HTTP status" : `\`${at}\``;
    if (isPresence(expected)) return `${name} is ${expected.present ? "" : "not "}there`;
    const values = [expected].flat();
    if (at === "refunded") return values.map((total) => totals[total]).join(", or ");
    return `${name} is ${values.map((value) => `\`${value}\``).join(" or ")}`;
  });
  const late =
    after === undefined
      ? ""
      : `; from ${after} seconds after the request can last have left, not before`;
  return `**${proved[proves]}**${reason ? ` (\`${reason}\`)` : ""}: ${conditions.join(", and ")}${late}.`;
}

function totalOf({ at, less, cumulative }: NonNullable<Evidence["refunded"]>): string {
  const total = `The refunded total is \`${at}\`${less === undefined ? "" : ` less \`${less}\``}`;
  return cumulative
    ? `${total}; it counts every refund of the payment.`
    : `${total}; it is read only where the payment has no other refund.`;
}
