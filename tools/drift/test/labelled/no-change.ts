/** What is done to a page without changing a fact, and pages that are cut; drawn by seed. */
import { changeExample, changeRow } from "./edit-page.ts";
import type { Label } from "./label.ts";
import type { Outline, Side } from "./outline.ts";
import type { Random } from "./random.ts";

export type Disturbance = (
  content: string,
  outline: Outline,
  random: Random,
) => { readonly content: string; readonly label: Label };

const said = [
  "Our general terms apply.",
  "New shops find more in the guide.",
  "Refunds are shown in the dashboard as well.",
];

const told: Disturbance = (content, { prose }, random) => {
  const sentence = random.pick(prose);
  const after = content.replace(sentence, `${sentence} ${random.pick(said)}`);
  return { content: after, label: { changes: [], nothing: "words" } };
};

const reworded: Disturbance = (content, { prose }, random) => {
  const sentence = random.pick(prose);
  const after = content.replace(sentence, random.pick([random.pick(said), `Mind: ${sentence}`]));
  return { content: after, label: { changes: [], nothing: "words" } };
};

type Layout = (content: string) => string;

const ofLines: readonly Layout[] = [
  (content) => content.replace(/\r?\n/g, content.includes("\r\n") ? "\n" : "\r\n"),
  (content) => content.replace(/(?<=\S)$/gm, "  "),
  (content) => content.replaceAll("\n\n", "\n\n\n"),
];

const ofLetters: readonly Layout[] = [
  (content) => content.replace(/^( +)(?=["}])/gm, "$1$1"),
  (content) => `\uFEFF${content.trimEnd()}`,
  (content) => content.replace(/(?<=[a-z]{4}) (?=[a-z]{4})/g, "\u00a0"),
  (content) => content.replace(/(?<=\w)'(?=s )/g, "’"),
];

const layout =
  (layouts: readonly Layout[]): Disturbance =>
  (content, _outline, random) => {
    const different = layouts.map((by) => by(content)).filter((after) => after !== content);
    return { content: random.pick(different), label: { changes: [], nothing: "layout" } };
  };

/** Two neighbours change places. */
const reorder: Disturbance = (content, outline, random) => {
  for (;;) {
    const section = random.pick(["request", "response", "errors"] as const);
    const names = Object.keys(section === "errors" ? outline.codes : outline.fields[section]);
    const at = random.whole(names.length - 1);
    const [first = "", second = ""] = names.slice(at, at + 2);
    const row = rowOf(content, outline, section, first);
    // Of a table in a table, the last row has its neighbour in another one.
    if (!content.includes(row + rowOf(content, outline, section, second))) continue;
    const without = changeRow(content, outline, section, first, () => "");
    return {
      content: changeRow(without, outline, section, second, (other) => other + row),
      label: { changes: [], nothing: "reordered" },
    };
  }
};

function rowOf(content: string, outline: Outline, section: Side | "errors", name: string): string {
  let found = "";
  changeRow(content, outline, section, name, (row) => {
    found = row;
    return row;
  });
  return found;
}

/** Other figures of the same shape. */
const example: Disturbance = (content, outline, random) => {
  const key = random.pick(outline.samples);
  const side = content.indexOf(`"${key}"`) < content.indexOf(outline.sections.response ?? "");
  const now = (line: string) =>
    line.replace(/(?<=: .*)\d/g, (digit) => String(((Number(digit) + 3) % 9) + 1));
  const letters = (line: string) =>
    now(line) === line ? line.replace(/: "(\w)/, ': "Q$1') : now(line);
  return {
    content: changeExample(content, outline, side ? "request" : "response", key, letters),
    label: { changes: [], nothing: "example" },
  };
};

/** Saved while it was still loading. */
const cut: Disturbance = (content, _outline, random) => ({
  content: content.slice(0, Math.floor((content.length * (30 + random.whole(45))) / 100)),
  label: { changes: [], unreadable: true },
});

export const disturbances: readonly Disturbance[] = [
  told,
  reworded,
  layout(ofLines),
  layout(ofLetters),
  reorder,
  example,
  cut,
];
