/** Results counted: one table a set, and what has to hold of it. */
import { effects, highest } from "../../src/compare/change.ts";
import type { SetName } from "./label.ts";
import { callings, type Result } from "./run.ts";

/** What was done to the page, what it should be called, and how often it was called what. */
export interface Row {
  readonly was: string;
  readonly wanted: readonly string[];
  readonly called: Readonly<Record<string, number>>;
}

export interface Summary {
  readonly set: SetName;
  readonly cases: number;
  /** Of pages that docs:accept refused. They count nowhere else. */
  readonly leftOut?: number;
  readonly byHand: number;
  readonly rows: readonly Row[];
  readonly changes: { readonly found: number; readonly all: number };
  readonly majors: { readonly less: number; readonly all: number };
  readonly calm: { readonly alarms: number; readonly all: number };
  readonly unreadable: { readonly recognised: number; readonly all: number };
  /** Called more than the label says. */
  readonly more: number;
  /** One line each. */
  readonly misses: readonly string[];
}

export function summarise(results: readonly Result[], set: SetName): Summary {
  const whole = results.filter((result) => result.set === set);
  const ours = whole.filter(({ called }) => called !== "refused");
  const majors = ours.filter((result) => wantedOf(result).includes("major"));
  const calm = ours.filter(({ label }) => label.nothing);
  const unreadable = ours.filter(({ label }) => label.unreadable);
  const found = ours.flatMap((result) => result.found).length;
  const misses = ours.map(miss).filter((line) => line !== undefined);
  return {
    set,
    cases: ours.length,
    ...(ours.length < whole.length && { leftOut: whole.length - ours.length }),
    byHand: ours.filter(({ n }) => n < 100).length,
    rows: rowsOf(ours),
    changes: { found, all: found + ours.flatMap(({ missed }) => missed).length },
    majors: {
      less: majors.filter(({ called }) => !["major", "undecided"].includes(called)).length,
      all: majors.length,
    },
    calm: { alarms: calm.filter(isAlarm).length, all: calm.length },
    unreadable: {
      recognised: unreadable.filter(({ called }) => called === "unreadable").length,
      all: unreadable.length,
    },
    more: ours.filter(isMore).length,
    misses,
  };
}

/** What has to hold, and does not. */
export function broken(summary: Summary): string[] {
  const { set, leftOut = 0, changes, majors, calm, unreadable } = summary;
  return [
    leftOut > 0 && `${leftOut} cases are of pages that docs:accept refuses`,
    changes.found < changes.all && `${changes.all - changes.found} changes are not found`,
    majors.less > 0 && `${majors.less} majors are called less`,
    calm.alarms > calm.all * 0.02 && `${calm.alarms} of ${calm.all} that change no fact do alarm`,
    unreadable.recognised < unreadable.all &&
      `${unreadable.all - unreadable.recognised} pages that cannot be read are taken for read`,
  ]
    .filter((line) => line !== false)
    .map((line) => `${set}: ${line}.`);
}

function wantedOf({ label }: Result): readonly string[] {
  if (label.unreadable) return ["unreadable"];
  if (label.nothing === "words") return ["words", "nothing"];
  if (label.nothing === "example") return ["none", "words", "nothing"];
  if (label.nothing) return ["nothing", "words"];
  return [highest(label.changes.map(({ effect }) => effect))];
}

function nameOf({ label }: Result): string {
  if (label.unreadable) return "cut, or another page";
  if (label.nothing === "example") return "example only, same shape";
  if (label.nothing) return label.nothing === "words" ? "words only" : label.nothing;
  return label.changes.length > 1 ? "two at once" : (label.changes[0]?.kind ?? "");
}

const isAlarm = ({ called }: Result) => !["none", "words", "nothing"].includes(called);

const rank = (called: string) => (effects as readonly string[]).indexOf(called);

const isMore = (result: Result) =>
  result.label.changes.length > 0 && rank(result.called) > rank(wantedOf(result)[0] ?? "");

function rowsOf(results: readonly Result[]): Row[] {
  const keys = results.map((result) => `${nameOf(result)}|${wantedOf(result).join(",")}`);
  return [...new Set(keys)].sort().map((key) => {
    const [was = "", wanted = ""] = key.split("|");
    const same = results.filter((_, at) => keys[at] === key);
    const counts = callings.map((calling) => [
      calling,
      same.filter(({ called }) => called === calling).length,
    ]);
    return { was, wanted: wanted.split(","), called: Object.fromEntries(counts) };
  });
}

function miss(result: Result): string | undefined {
  const { page, n, called, missed } = result;
  const wanted = wantedOf(result);
  const where = `${page} ${n}: ${nameOf(result)}`;
  if (missed.length > 0) {
    const what = missed.map(({ kind, about }) => `${kind} of ${about}`).join(" and ");
    return `${where}: not found: ${what}; called ${called}`;
  }
  if (wanted.includes(called)) return undefined;
  return `${where}: ${wanted[0]} called ${called}`;
}
