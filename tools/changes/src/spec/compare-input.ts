/** What changed of one field that a caller gives. */

import type { RuleName } from "../rules.ts";
import type { Field } from "./fields.ts";
import { type Specs, same, word } from "./report.ts";

/** Each limit: its words for users as a permission and as a demand, and whether a greater value lets more through. */
const limits = {
  maxLength: { may: "up to # characters long", must: "at most # characters long", more: true },
  minLength: { may: "# characters long", must: "at least # characters long", more: false },
  maximum: { may: "up to #", must: "at most #", more: true },
  minimum: { may: "as little as #", must: "at least #", more: false },
  exclusiveMaximum: { may: "anything below #", must: "less than #", more: true },
  exclusiveMinimum: { may: "anything above #", must: "more than #", more: false },
  maxItems: { may: "up to # items", must: "at most # items", more: true },
  minItems: { may: "# items", must: "at least # items", more: false },
} as const;

/** @param name - the field as users write it, in backticks */
export function compareInput(specs: Specs, name: string, past: Field, now: Field): void {
  const tell = (rule: RuleName, text: string) => specs.report(rule, text, now.at);
  if (!past.required && now.required) tell("input_demanded", `${name} is required.`);
  if (past.required && !now.required) tell("input_optional", `${name} may be left out.`);
  compareTypes(name, past, now, tell);
  for (const key of new Set([...Object.keys(past.words), ...Object.keys(now.words)])) {
    const [before, after] = [past.words[key], now.words[key]];
    if (!same(before, after)) compareWord(name, key, before, after, tell);
  }
}

type Tell = (rule: RuleName, text: string) => void;

function compareTypes(name: string, past: Field, now: Field, tell: Tell): void {
  if (same(past.types, now.types)) return;
  const [before, after] = [past.types.join(" or "), now.types.join(" or ")];
  const widened = past.types.every(
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
  const { may, must, more } = limits[key];
  const say = (words: string, value: unknown) =>
    words.replace("#", String(value)).replace(/\b1 (character|item)s/, "1 $1");
  if (after === undefined) {
    tell("limit_loosened", `${name} need not be ${say(must, before)}.`);
    return;
  }
  const greater = Number(after) > Number(before);
  if (before !== undefined && greater === more) {
    tell("limit_loosened", `${name} may be ${say(may, after)}.`);
  } else {
    tell("limit_tightened", `${name} must be ${say(must, after)}.`);
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
