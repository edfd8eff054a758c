/** Other values, values of another type, and invalid values. */
import type { Dice } from "../dice.ts";
import type { Node, Place } from "../json-tree.ts";
import type { Mutation, MutationContext } from "../mutation.ts";
import { atPlace } from "./place.ts";
import { otherSpelling } from "./spelling.ts";

/** Numbers that programs often misread. The last ones are not JSON. */
const strange =
  "0 -0 0.0 -1 1e400 -1e400 1e-400 9007199254740993 18446744073709551616 0.1e1 1E3 100e-1 0.30000000000000004 NaN -Infinity Infinity 0x10 010 +1 .5 1. 1_000 undefined nil None True".split(
    " ",
  );

const isNumber = (node: Node): node is string => typeof node === "string" && /^-?\d/.test(node);
const isText = (node: Node): node is string => typeof node === "string" && node.startsWith('"');
const isLeaf = (node: Node): node is string => typeof node === "string";
const has = (fits: (node: Node) => boolean) => (place: Place) => fits(place.node);
const isNumeric = ({ node }: Place) =>
  isNumber(node) || (isText(node) && /^"-?\d+(\.\d+)?"$/.test(node));

/** The text of a string literal, or the written form of another literal. */
function textOf(node: Node): string {
  if (!isText(node)) return isLeaf(node) ? node : "";
  try {
    return JSON.parse(node);
  } catch {
    return node;
  }
}

/** The text as a literal of the same kind. */
const like = (node: Node, text: string): string => (isText(node) ? JSON.stringify(text) : text);

/** A random value of any kind. */
export const anyValue = (dice: Dice, { words }: MutationContext): Node =>
  dice.pick<() => Node>([
    () => JSON.stringify(dice.pick(words)),
    () => String(dice.nat(100_000)),
    () => dice.pick(["null", "true", "false", '""', "0"]),
    () => ({ items: [] }),
    () => ({ members: [] }),
    () => ({ members: [{ name: dice.pick(["status", "code", "id"]), value: '"0000"' }] }),
  ])();

const letters = ["a", "0", " ", "\\u0041"];
/** Beginnings of escapes, which clients decode before they look for secrets. */
const beginnings = ['\\"', "\\\\", "%2", "&#"];

const sums: readonly ((digits: string) => string)[] = [
  (digits) => String(Number(digits) + 1),
  (digits) => String(Number(digits) - 1),
  (digits) => String(Number(digits) + 0.01),
  (digits) => String(Number(digits) * 2),
  (digits) => String(Number(digits) * 100),
  (digits) => String(Number(digits) / 100),
  (digits) => `-${digits}`,
  (digits) => `${digits}0`,
  (digits) => `${digits}.00`,
  (digits) => `${digits}.000000000000000000001`,
  (digits) => `${digits}e2`,
  (digits) => `0${digits}`,
  (digits) => `${digits.slice(0, -1)},${digits.slice(-1)}`,
];

export const value: readonly Mutation[] = [
  {
    name: "another amount or number",
    stage: "tree",
    change: atPlace(isNumeric, ({ node, put }, dice) =>
      put(like(node, dice.pick(sums)(textOf(node)))),
    ),
  },
  {
    name: "strange number",
    stage: "tree",
    change: atPlace(has(isLeaf), ({ node, put }, dice) => put(like(node, dice.pick(strange)))),
  },
  {
    name: "number instead of any value",
    stage: "tree",
    change: atPlace(has(isLeaf), ({ put }, dice) => put(dice.pick(strange))),
  },
  {
    name: "other spelling",
    stage: "tree",
    change: atPlace(has(isText), ({ node, put }, dice) =>
      put(JSON.stringify(otherSpelling(textOf(node), dice))),
    ),
  },
  {
    name: "text from another answer",
    stage: "tree",
    change: atPlace(has(isLeaf), ({ put }, dice, { words }) =>
      put(JSON.stringify(dice.pick(words))),
    ),
  },
  {
    name: "value of another type",
    stage: "tree",
    change: atPlace(has(isLeaf), ({ node, put }, dice) => {
      const text = textOf(node);
      put(
        dice.pick([
          JSON.stringify(text),
          text,
          "null",
          "true",
          "false",
          "1",
          "0",
          JSON.stringify(JSON.stringify(text)),
        ]),
      );
    }),
  },
  {
    name: "any value",
    stage: "tree",
    change: atPlace(
      () => true,
      ({ put }, dice, context) => put(anyValue(dice, context)),
    ),
  },
  {
    name: "text with special characters",
    stage: "tree",
    change: atPlace(has(isText), ({ put }, dice) => {
      const characters = ["\u0000", "\ud800", "\udc00", "😀", "é", "\u2028", "\\", '"', "\u007f"];
      const text = Array.from({ length: 1 + dice.nat(20) }, () => dice.pick(characters)).join("");
      put(JSON.stringify(text));
    }),
  },
  {
    name: "invalid escape",
    stage: "tree",
    change: atPlace(has(isText), ({ node, put }, dice) =>
      put(
        `${isText(node) ? node.slice(0, -1) : ""}${dice.pick(["\\x41", "\\u12", "\\", "\\'", "\n", "\\ud83d"])}"`,
      ),
    ),
  },
  {
    name: "letters written as escapes",
    harmless: true,
    stage: "tree",
    change: atPlace(has(isText), ({ node, put, member }) => {
      put(escaped(textOf(node)));
      const named = member?.of[member.index];
      if (named) named.written = escaped(named.name);
    }),
  },
  {
    name: "very long text",
    stage: "tree",
    change: atPlace(has(isLeaf), ({ put }, dice) => {
      // Rarely huge, because that takes as long as hundreds of other runs. Some exceed the size limit of clients.
      const huge = dice.nat(20) === 0;
      const piece = dice.pick([...letters, ...beginnings]);
      const times = huge ? dice.pick([100_000, 200_000]) : dice.pick([100, 500, 2000]);
      put(`"${piece.repeat(times)}"`);
    }),
  },
];

const escaped = (text: string): string =>
  `"${Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")}"`;
