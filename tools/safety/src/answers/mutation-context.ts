import type { DocumentedAnswer } from "./documented-answer.ts";
import { placesIn, readTree } from "./json-tree.ts";
import type { MutationContext } from "./mutation.ts";
import type { Subject } from "./subject.ts";

/** The context for mutations, for each provider and operation. */
export function mutationContextOf(
  subjects: readonly Subject[],
): (subject: Subject, answer: DocumentedAnswer) => MutationContext {
  const all = subjects.flatMap(({ answers }) => answers);
  const shared = {
    all,
    words: [...new Set([...all.flatMap(wordsIn), ...subjects.flatMap(secretsOf)])],
  };
  const made = new Map<string, MutationContext>();
  return ({ provider, needs, answers }, { operation }) => {
    const name = `${provider} ${operation}`;
    const known = made.get(name);
    if (known) return known;
    const statements = Object.values(needs[operation] ?? {}).flat();
    const decisive = [...new Set(statements.flatMap((statement) => Object.keys(statement)))];
    const context = { ...shared, own: answers, decisive };
    made.set(name, context);
    return context;
  };
}

/** Clients mask credentials in answers. Without PEM keys, which differ in every run. */
const secretsOf = ({ credentials }: Subject): string[] =>
  credentials
    .flatMap((each) => Object.values(each).map(String))
    .filter((value) => !value.includes("\n"));

const wordsIn = ({ body }: DocumentedAnswer): string[] =>
  placesIn(readTree(body) ?? "").flatMap(({ node }) =>
    typeof node === "string" && node.startsWith('"') ? [JSON.parse(node)] : [],
  );
