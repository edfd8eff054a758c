/** What a query proves, for people: in a package's README and in docs/providers.md. */
import type { Provider } from "../model.ts";
import { isPresence } from "../presence.ts";
import { list, paragraph } from "./text.ts";

type Evidence = NonNullable<Provider["evidence"]>;

export function printProofs(provider: Provider): string {
  const { title, evidence } = provider;
  const sameKey = evidence?.sameKey && repetitionOf(title, evidence.sameKey);
  return [proofsOf(provider), ...(sameKey ? [paragraph(sameKey)] : [])].join("\n\n");
}

function proofsOf({ title, query, evidence }: Provider): string {
  if (!query)
    return paragraph(
      `No query is documented. What became of a refund whose outcome is not certain, only ${title} itself can tell: its portal, or its support.`,
    );
  if (!evidence || evidence.rules.length === 0)
    return paragraph(
      "No answer to `query()` is documented to prove anything about a refund whose outcome is not certain.",
    );
  const { find, refunded, rules } = evidence;
  return [
    paragraph(
      "What an answer to `query()` proves about a refund whose outcome is not certain. The first line that fits counts.",
    ),
    ...(find ? [paragraph(findText(find))] : []),
    list([
      ...rules.map(proof),
      ...(find?.complete ? [absence(find.complete)] : []),
      "**nothing**: every other answer.",
    ]),
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
    return `${name} is ${values.map((value) => (value === "" ? "empty" : `\`${value}\``)).join(" or ")}`;
  });
  const late =
    after === undefined
      ? ""
      : `; from ${after} seconds after the request can last have left, not before`;
  return `**${proved[proves]}**${reason ? ` (\`${reason}\`)` : ""}: ${conditions.join(", and ")}${late}.`;
}

type Find = NonNullable<Evidence["find"]>;

function findText({ in: at, where }: Find): string {
  const values = Object.entries(where).map(
    ([pointer, source]) => `\`${pointer}\` is its \`${source}\``,
  );
  // An empty pointer: the answer is the list.
  const list = at === "" ? "the list that the provider answers with" : `\`${at}\``;
  return `The refund is the only element of ${list} whose ${values.join(" and whose ")}; two of them prove nothing. What follows is said of that element.`;
}

const absence = ({ after, unless }: NonNullable<Find["complete"]>): string =>
  `**${proved.declined}**: the list has no such element${unless === undefined ? "" : `, and \`${unless}\` does not say that it goes on`}; from ${after} seconds after the request can last have left, not before.`;

/** Undefined where nothing is sent again. */
function repetitionOf(
  title: string,
  { for: seconds, answers, body }: NonNullable<Evidence["sameKey"]>,
): string | undefined {
  if (seconds === undefined) return undefined;
  const answer = answers === "first" ? "its first answer" : "the refund's present state";
  const amount =
    body === "ignored"
      ? " It does not compare the requests, so the answer must repeat the amount."
      : "";
  return `${title} remembers a key for ${durationOf(seconds)} and gives ${answer} to the same request. Within that time, less a tenth, \`reconcile()\` may send an uncertain refund again under its key, which refunds at most once.${amount}`;
}

function durationOf(seconds: number): string {
  const units = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const;
  const [name, size] = units.find(([, each]) => seconds % each === 0) ?? ["second", 1];
  return `${seconds / size} ${name}${seconds === size ? "" : "s"}`;
}

function totalOf({ at, less, cumulative }: NonNullable<Evidence["refunded"]>): string {
  const total = `The refunded total is \`${at}\`${less === undefined ? "" : ` less \`${less}\``}`;
  return cumulative
    ? `${total}; it counts every refund of the payment.`
    : `${total}; it is read only where the payment has no other refund.`;
}
