/** The path of the operation, wherever a page has it. */
import { addressesIn, environmentIn, isForPeople, pathOf } from "./addresses.ts";

export interface Line {
  readonly text: string;
  /** The short line above it, which may be its label. */
  readonly above: string;
  readonly call: boolean;
}

export interface Path {
  readonly path: string;
  /** The line that has it. */
  readonly text: string;
}

/** What gives a path away, and how much that counts. */
const weights = { method: 4, label: 3, alone: 2, address: 1 };

interface Candidate extends Path {
  readonly by: keyof typeof weights;
}

export function pathsIn(lines: readonly Line[]): Path[] {
  const candidates = lines.flatMap((line) => candidateIn(line) ?? []);
  // What a line of its own says goes before what a sentence mentions.
  const own = candidates.filter(({ text }) => !isSentence(text));
  const counted = own.length > 0 ? own : candidates;
  const [best] = counted.toSorted((a, b) => weights[b.by] - weights[a.by]);
  if (best?.by !== "address") return best ? [best] : [];
  // Addresses of several environments have to agree on it.
  return counted.filter(({ by }) => by === "address");
}

const label = /\b(?:path|uri|url|end ?point|route|resource|address)\b/i;

function candidateIn(line: Line): Candidate | undefined {
  const text = line.text.trim();
  const by = (by: Candidate["by"], path: string) => ({ by, path: pathOf(path), text: line.text });
  const behindMethod =
    /\b(?:GET|POST|PUT|PATCH|DELETE)\s*((?:\/|\{\{)\S+)/.exec(text)?.[1] ??
    /^(?:get|post|put|patch|delete)\s*((?:\/[\w{}.~-]+)+\/?)$/.exec(text)?.[1];
  if (behindMethod) return by("method", behindMethod);
  const labelled =
    /^(?:[\w ]*\b)?(?:path|uri|url|end ?point|route|resource)\s*[:|]?\s*((?:\/|\{)\S+)$/i.exec(
      text,
    )?.[1];
  if (labelled) return by("label", labelled);
  const alone = /^((?:\/[\w{}:.<>~-]+)+\/?)$/.exec(text)?.[1];
  if (alone) return by(label.test(line.above) ? "label" : "alone", alone);
  const [address] = addressesIn(text);
  if (address === undefined || !isCalled(text.slice(0, text.indexOf(address)), line)) return;
  return pathOf(address).length > 1 ? by("address", address) : undefined;
}

/** Whether requests go to the address that these words are in front of. */
function isCalled(inFront: string, { above, call }: Line): boolean {
  const before = inFront === "" ? above : inFront;
  return (
    !isForPeople(inFront) &&
    (call ||
      label.test(before) ||
      environmentIn(before) !== undefined ||
      /(?:GET|POST|PUT|PATCH|DELETE)\s*$/.test(before))
  );
}

export const isSentence = (text: string) =>
  (text.match(/(?<=^|\s)\p{L}+(?=[\s,.;:]|$)/gu) ?? []).length > 6;
