/** What the facts of the last reading say about how to read the page again. */
import type { Known } from "../page/known.ts";
import type { Fact, Side } from "./fact.ts";

export interface Knowledge extends Known {
  readonly sides: Readonly<Record<Side, ReadonlySet<string>>>;
  /** `response/status`: fields of examples whose very value is a fact, because the client decides by it. */
  readonly literals: ReadonlySet<string>;
}

type Bare = Pick<Fact, "subject" | "aspect" | "value">;

export function knowledgeFrom(facts: readonly Bare[]): Knowledge {
  const sides = { request: new Set<string>(), response: new Set<string>() };
  const errors = new Map<string, string>();
  const literals = new Set<string>();
  for (const { subject, aspect, value } of facts) {
    const [head = "", rest = ""] = cut(subject);
    if (head === "request" || head === "response") sides[head].add(rest);
    else if (head === "error") errors.set(rest, aspect === "message" ? value : "");
    else if (head === "example" && aspect === "value") literals.add(literalOf(subject));
  }
  return {
    names: new Set([...sides.request, ...sides.response].flatMap(spellings)),
    errors,
    sides,
    literals,
  };
}

/** `example.response.declined/code` is about `response/code`. */
export const literalOf = (subject: string): string => {
  const [, side = "", pointer = ""] =
    /^example\.(request|response)[^/]*(\/.*)?$/.exec(subject) ?? [];
  return `${side}${pointer}`;
};

/** A field of an object stands on the page with its path or with its last name. */
const spellings = (name: string) => [name, name.slice(name.lastIndexOf(".") + 1)];

const cut = (subject: string): readonly [string, string] => {
  const dot = subject.indexOf(".");
  return dot < 0 ? [subject, ""] : [subject.slice(0, dot), subject.slice(dot + 1)];
};
