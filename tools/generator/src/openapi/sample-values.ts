/** What the simulator's sample requests send in addition to a payment and an amount: what the refund requires, as an example gives it. */
import type { OperationTable } from "../core-types.ts";
import type { RawGiven } from "./document.ts";
import type { Operation } from "./operations.ts";

/** By source, such as `extra.note`; undefined if the refund requires nothing else, or no example has it. */
export function sampleValues(
  refund: Operation,
  { send }: OperationTable,
): Record<string, unknown> | undefined {
  const values = send
    .filter(({ from, optional }) => !optional && /^(reason|extra\..+)$/.test(from))
    .map(({ from }) => [from, sampleOf(refund, from)])
    .filter(([, value]) => isThere(value));
  return values.length > 0 ? Object.fromEntries(values) : undefined;
}

/** What the first example that has it gives for a value; undefined if none has it. */
export function sampleOf({ body, answers }: Operation, source: string): unknown {
  const examples = [
    ...Object.values(body?.media.examples ?? {}),
    ...answers.flatMap(({ media }) => Object.values(media.examples ?? {})),
  ];
  return examples.map((each) => at(each["x-given"], source)).find(isThere);
}

const isThere = (value: unknown) => value !== undefined;

function at(given: RawGiven | undefined, from: string): unknown {
  const [kind = "", field = ""] = from.split(".", 2);
  const value = (given as Record<string, unknown> | undefined)?.[kind];
  return field === "" ? value : (value as Record<string, unknown> | undefined)?.[field];
}
