/** What changed of one field that a caller gives. */
import type { Field } from "./fields.ts";
import { type Specs, same, word } from "./report.ts";
import type { RuleName } from "./rules.ts";

/** Each limit: its words for users, and whether a greater value lets more through. */
const limits = {
  maxLength: { say: (n: unknown) => `up to ${n} characters`, more: true },
  minLength: { say: (n: unknown) => `at least ${n} characters`, more: false },
  maximum: { say: (n: unknown) => `at most ${n}`, more: true },
  minimum: { say: (n: unknown) => `at least ${n}`, more: false },
  exclusiveMaximum: { say: (n: unknown) => `less than ${n}`, more: true },
  exclusiveMinimum: { say: (n: unknown) => `more than ${n}`, more: false },
  maxItems: { say: (n: unknown) => `up to ${n} items`, more: true },
  minItems: { say: (n: unknown) => `at least ${n} items`, more: false },
} as const;

/** @param name - the field as users write it, in backticks */
export function compareInput(specs: Specs, name: string, then: Field, now: Field): void {
  const tell = (rule: RuleName, text: string) => specs.report(rule, text, now.at);
  if (!then.required && now.required) tell("input_demanded", `${name} is required.`);
  if (then.required && !now.required) tell("input_optional", `${name} may be left out.`);
  compareTypes(name, then, now, tell);
  for (const key of new Set([...Object.keys(then.words), ...Object.keys(now.words)])) {
    const [before, after] = [then.words[key], now.words[key]];
    if (!same(before, after)) compareWord(name, key, before, after, tell);
  }
}

type Tell = (rule: RuleName, text: string) => void;

function compareTypes(name: string, then: Field, now: Field, tell: Tell): void {
  if (same(then.types, now.types)) return;
  const [before, after] = [then.types.join(" or "), now.types.join(" or ")];
  const widened = then.types.every(
    (type) => now.types.includes(type) || (type === "integer" && now.types.includes("number")),
  );
  tell(
    widened ? "input_type_widened" : "input_type_changed",
    `${name} is ${after}, and was ${before}.`,
  );
}

function compareWord(name: string, key: string, before: unknown, after: unknown, tell: Tell): void {
  if (Object.hasOwn(limits, key)) {
    compareLimit(name, key as keyof typeof limits, before, after, tell);
  } else if (key === "enum") {
    compareEnum(name, before, after, tell);
  } else if (key === "pattern" || key === "not") {
    const rule = after === undefined ? "limit_loosened" : "limit_tightened";
    tell(rule, after === undefined ? `${name} has no set form.` : formOf(name, key, after));
  } else if (key === "x-money" || key === "x-time") {
    tell("unit_changed", `${name} is in another unit on the wire.`);
  } else if (key === "const") {
    tell("client_carries", `${name} is sent as ${word(after)}.`);
  } else if (key !== "format" && key !== "contentMediaType") {
    tell("unknown_word", `\`${key}\` of ${name} changed.`);
  }
}

const formOf = (name: string, key: string, after: unknown) =>
  key === "pattern"
    ? `${name} has the form ${word(after)}.`
    : `${name} must not be ${word(after)}.`;

function compareLimit(
  name: string,
  key: keyof typeof limits,
  before: unknown,
  after: unknown,
  tell: Tell,
): void {
  const { say, more } = limits[key];
  if (after === undefined) {
    tell("limit_loosened", `${name} need not be ${say(before)} any more.`);
  } else {
    const loosened =
      before !== undefined &&
      (more ? Number(after) > Number(before) : Number(after) < Number(before));
    const verb = more && loosened ? "may be" : "must be";
    tell(loosened ? "limit_loosened" : "limit_tightened", `${name} ${verb} ${say(after)}.`);
  }
}

function compareEnum(name: string, before: unknown, after: unknown, tell: Tell): void {
  if (before === undefined || after === undefined) {
    const free = after === undefined;
    tell(
      free ? "input_value_added" : "input_value_removed",
      free ? `${name} may be any value.` : `${name} must be one of ${word(after)}.`,
    );
    return;
  }
  const [old, current] = [[before].flat(), [after].flat()];
  for (const value of current.filter((each) => !old.includes(each))) {
    tell("input_value_added", `${name} may be ${word(value)}.`);
  }
  for (const value of old.filter((each) => !current.includes(each))) {
    tell("input_value_removed", `${name} may no longer be ${word(value)}.`);
  }
}
