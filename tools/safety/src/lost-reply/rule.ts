import type { CallResult, Fact } from "./call-result.ts";
import { type Control, controlNames, type LostReply, lostReplyNames } from "./scenario.ts";

/**
 * Whether a program can recognize by the result of an SDK's call that a refund may have happened.
 * - `says`: one field has the same value for every lost reply, and another value for every certain outcome
 * - `codes`: each lost reply differs from every certain outcome in some class, code, status or flag
 * - `words`: some lost reply differs only in text for people
 * - `no`: some lost reply looks like a certain outcome, is returned as a success, or never settles
 */
export type Level = "says" | "codes" | "words" | "no";

/** From best to worst. */
export const levels: readonly Level[] = ["says", "codes", "words", "no"];

interface Judgement {
  readonly level: Level;
  /** The field by which it can be recognized, as `field: value`, or why it cannot. */
  readonly by: string;
}

type Each = Readonly<Record<LostReply, Judgement>>;

export interface Verdict extends Judgement {
  readonly each: Each;
}

/** Each control was run twice. Fields that differ between the two runs (a date, a random id) are ignored. */
export interface CallResults {
  readonly lost: Readonly<Record<LostReply, CallResult>>;
  readonly controls: Readonly<Record<Control, readonly [CallResult, CallResult]>>;
}

type Settled = Extract<CallResult, { facts: unknown }>;
const settled = (callResult: CallResult): callResult is Settled => "facts" in callResult;

const unsettled = { never: "never settles", crashed: "crashes the process" } as const;

/** What a program can compare: how the call settled, and its fields. */
type View = Readonly<Record<string, Fact>>;

/** Text for people: it contains white space. */
const isText = (fact: Fact | undefined) => typeof fact === "string" && /\s/.test(fact);
const shown = (fact: Fact | undefined) => (fact === undefined ? "absent" : String(fact));

/** @throws {Error} if a control did not settle, because then the drill itself fails */
export function judge({ lost, controls }: CallResults): Verdict {
  const pairs = controlNames.map((name): [Control, Settled, Settled] => {
    const [first, second] = controls[name];
    if (!settled(first) || !settled(second)) throw new Error(`${name} did not settle`);
    return [name, first, second];
  });
  const unstable = new Set(
    pairs.flatMap(([, first, second]) => differing(first.facts, second.facts)),
  );
  const view = ({ settled: how, facts }: Settled): View => {
    const stable = Object.entries(facts).filter(([path]) => !unstable.has(path));
    return { "(it)": how, ...Object.fromEntries(stable) };
  };
  const certain = pairs.map(([name, first]): [Control, View] => [name, view(first)]);
  const resolvesOnlySuccess = controls.declined[0].settled === "rejected";

  function judgeOne(callResult: CallResult): Judgement {
    if (!settled(callResult)) return { level: "no", by: unsettled[callResult.settled] };
    if (callResult.settled === "resolved" && resolvesOnlySuccess) {
      return { level: "no", by: "returned as a success" };
    }
    const apart = certain.map(([name, control]) => differenceFrom(view(callResult), name, control));
    return worst(apart);
  }

  const each = Object.fromEntries(
    lostReplyNames.map((name) => [name, judgeOne(lost[name])]),
  ) as Each;
  const field = Object.values(each).every(({ level }) => level !== "no")
    ? commonField(
        lostReplyNames.map((name) => view(lost[name] as Settled)),
        certain,
      )
    : undefined;
  if (field) {
    const says: Judgement = { level: "says", by: field };
    return {
      ...says,
      each: Object.fromEntries(lostReplyNames.map((name) => [name, says])) as Each,
    };
  }
  const { level } = worst(Object.values(each));
  const those = lostReplyNames.filter((name) => each[name].level === level);
  return { level, by: those.map((name) => `${name}: ${each[name].by}`).join("; "), each };
}

/** How a lost reply differs from a certain outcome: by the field nearest to the surface. */
function differenceFrom(lost: View, name: Control, control: View): Judgement {
  const paths = differing(lost, control).sort((one, other) => depth(one) - depth(other));
  const code = paths.find((path) => !isText(lost[path]) && !isText(control[path]));
  const path = code ?? paths[0];
  if (path === undefined) return { level: "no", by: `the same as ${name}` };
  if (!code) return { level: "words", by: `${path}, against ${name}` };
  return {
    level: "codes",
    by: `${path} ${shown(lost[path])}, not ${shown(control[path])} as ${name}`,
  };
}

/** Sorts fields near the surface first, and codes before other fields. */
const depth = (path: string) =>
  path.split(".").length + (/(code|type|status)$/i.test(path) ? 0 : 0.5);

/** A field with the same value for every lost reply, and another value for every certain outcome. */
function commonField(
  lost: readonly View[],
  certain: readonly [Control, View][],
): string | undefined {
  const [first = {}] = lost;
  const path = Object.keys(first).find(
    (at) =>
      !isText(first[at]) &&
      lost.every((each) => each[at] === first[at]) &&
      certain.every(([, control]) => control[at] !== first[at]),
  );
  return path && `${path}: ${shown(first[path])}`;
}

const differing = (one: View, other: View): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (path) => one[path] !== other[path],
  );

const worst = (judgements: readonly Judgement[]): Judgement =>
  judgements.reduce((one, other) =>
    levels.indexOf(other.level) > levels.indexOf(one.level) ? other : one,
  );
