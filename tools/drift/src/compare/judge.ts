/** Changes with their effect and the line of the spec that they concern. */
import { dotted } from "../pointers.ts";
import type { Said } from "../reading/fact.ts";
import type { Committed } from "../reading/file.ts";
import type { Spec } from "../spec/contract.ts";
import { placeFor } from "../spec/places.ts";
import { lineOf } from "../spec/self-check.ts";
import { decidingWord, tie } from "../spec/ties.ts";
import type { Change, JudgedChange } from "./change.ts";
import { effectOf } from "./effects.ts";

export function judge(
  changes: readonly Change[],
  committed: Committed,
  reading: Said,
  spec: Spec,
): JudgedChange[] {
  const tables = [...committed.facts, ...reading.facts]
    .map(({ subject }) => subject)
    .filter((subject) => /^(?:request|response)\./.test(subject));
  const around = {
    moved: movedIn(changes),
    listed: (subject: string) => tables.some((field) => isAbout(field, subject)),
    held: ({ after }: Change) =>
      after.every((fact) => {
        const tied = tie(fact, spec);
        return tied !== undefined && tied.verdict !== "differs" && !tied.excused;
      }),
    known: (code: string) => spec.contract.errors.some((error) => error.code === code),
    byMessage: (code: string) =>
      spec.contract.errors.some((error) => error.code === code && error.matchMessage),
  };
  const real = changes.filter((change) => !isSameAddress(change, spec));
  return real.map((change) => ({
    ...change,
    ...effectOf(change, around),
    spec: { file: spec.file, line: lineFor(change, reading, spec), ...outcomeFor(change, spec) },
  }));
}

/** A path with the server's in front of it, or without: the spec calls both by one address. */
const isSameAddress = ({ subject, kind, before, after }: Change, spec: Spec): boolean =>
  subject === "operation" &&
  kind === "changed" &&
  [...before, ...after].every((fact) => tie(fact, spec)?.verdict === "agrees");

/** Whether an example's field is the one that a table lists: the same path, or one that ends in the other. */
export function isAbout(field: string, example: string): boolean {
  const [, side, path = ""] = /^(\w+)\.(.+)$/.exec(field) ?? [];
  const shown = dotted(example.slice(example.indexOf("/")));
  return (
    example.startsWith(`example.${side}`) &&
    (path === shown || shown.endsWith(`.${path}`) || path.endsWith(`.${shown}`))
  );
}

/** Whether a field is gone from one place of an example and new in another. */
function movedIn(changes: readonly Change[]): (subject: string) => boolean {
  const named = (wanted: Change["kind"]) =>
    new Set(
      changes
        .filter(({ kind, whole }) => kind === wanted && whole)
        .map(({ subject }) => inner(subject)),
    );
  const [gone, come] = [named("removed"), named("added")];
  return (subject) => gone.has(inner(subject)) && come.has(inner(subject));
}

/** Without the objects that it stands in. */
const inner = (subject: string) => subject.replace(/\/.*\//, "/");

/** The line that carried the fact; for something new, the line that it would stand under. */
function lineFor({ before, after, subject }: Change, reading: Said, spec: Spec): number {
  for (const fact of [...before, ...after]) {
    const tied = tie(fact, spec);
    if (tied) return lineOf(tied, spec);
  }
  return spec.lineOf(placeFor(subject, reading.facts, spec));
}

function outcomeFor({ before, after }: Change, spec: Spec): { readonly outcome?: number } {
  const { contract } = spec;
  const words = [...before, ...after].flatMap((fact) => decidingWord(fact, contract) ?? []);
  if (words.length === 0) return {};
  const deciding = contract.deciding.find(({ path, words: known }) =>
    words.some((one) => one.path === path && known.includes(one.word)),
  );
  return { outcome: spec.lineOf(deciding?.at ?? contract.outcomesAt) };
}
