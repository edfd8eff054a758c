/** The lines by which a refund's outcome is decided, and the words of the answer that they decide by. */
import { dotted } from "../pointers.ts";
import { type At, type Contract, type Line, lineAt } from "./contract.ts";
import { isRecord, list, listOfText } from "./data.ts";
import { type BareFact, fieldsNamed } from "./ties.ts";

export interface Deciding extends Line {
  /** Of the answer: `result.refundStatus`. */
  readonly path: string;
  readonly words: readonly string[];
}

export const outcomesAt = ({ operation }: Contract): At => [
  ...operation.at,
  "x-refund",
  "outcomes",
];

export function decidingLines(contract: Contract): Deciding[] {
  const refund = contract.operation.holder["x-refund"];
  return list(isRecord(refund) ? refund.outcomes : []).flatMap((outcome, index) => {
    const line = lineAt(outcome, [...outcomesAt(contract), index], []);
    const when = Object.entries(isRecord(outcome.when) ? outcome.when : {});
    return when
      .filter(([pointer]) => pointer.startsWith("/"))
      .map(([pointer, words]) => ({ ...line, path: dotted(pointer), words: listOfText(words) }));
  });
}

/** The word of an answer's field that a fact is about, where the outcome is decided by that field. */
export function decidingWord(
  { subject, aspect, value }: BareFact,
  contract: Contract,
): { readonly path: string; readonly word: string } | undefined {
  const [, name] = /^(?:response\.|example\.response[^/]*\/)(.+)$/.exec(subject) ?? [];
  const word = aspect.startsWith("enum.") ? aspect.slice("enum.".length) : value;
  if (name === undefined || (word === value && aspect !== "value")) return undefined;
  const paths = fieldsNamed(contract, "response", dotted(`/${name}`)).map(({ path }) => path);
  const path = paths.find((one) => contract.decisive.has(one));
  return path === undefined ? undefined : { path, word };
}
