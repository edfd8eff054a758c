/** Whether a labelled change is among those reported: the same thing, and what was said of it. */
import type { JudgedChange } from "../../src/compare/change.ts";
import type { Kind, LabelledChange } from "./label.ts";

const aspects: Readonly<Partial<Record<Kind, RegExp>>> = {
  type: /^type$/,
  unit: /^(unit|format)$/,
  format: /^format$/,
  zone: /^zone$/,
  required: /^required/,
  limit: /^(minLength|maxLength|minimum|maximum|decimals)$/,
  enum: /^enum\./,
  path: /^path$/,
  method: /^method$/,
  message: /^message$/,
  version: /^version$/,
  deprecated: /^deprecated$/,
};

export const foundIn = (changes: readonly JudgedChange[], wanted: LabelledChange): boolean =>
  changes.some((change) => sameThing(change, wanted) && saysSo(change, wanted.kind));

function sameThing({ subject, formerly }: JudgedChange, { about, kind }: LabelledChange): boolean {
  return [subject, formerly ?? ""].some((name) => {
    if (kind === "header") return name === about || /content-type/i.test(name);
    if (kind !== "example") return name === about || inner(name) === inner(about);
    const [side, field] = inner(about).split(" ");
    return name.startsWith(`example.${side}`) && name.endsWith(`/${field}`);
  });
}

/** Side and last name: where the page gives no more, a field of a field is called so. */
function inner(name: string): string {
  const [side, ...names] = name.split(".");
  return side === "request" || side === "response" ? `${side} ${names.at(-1)}` : name;
}

function saysSo({ kind, before, after, whole }: JudgedChange, wanted: Kind): boolean {
  if (wanted === "added") return kind === "added" && whole;
  if (wanted === "removed" || wanted === "renamed" || wanted === "code") {
    return (kind === "removed" || kind === "renamed") && whole;
  }
  const aspect = aspects[wanted];
  return !aspect || [...before, ...after].some((fact) => aspect.test(fact.aspect));
}
