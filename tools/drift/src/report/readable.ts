/** The report for people. */
import type { Checked } from "../check.ts";
import type { JudgedChange } from "../compare/change.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";

export interface About {
  readonly provider: string;
  /** The page as it was given. */
  readonly page: string;
  /** The day of the last reading. */
  readonly read: string;
  readonly specFile: string;
}

export function readable(checked: Checked, about: About, paint: Paint): string {
  const from = paint.faint(`(${about.page}, ${formats[checked.format]}; last read ${about.read})`);
  if (checked.status === "unreadable") return unreadable(checked, about, paint);
  const count = checked.changes.length;
  const title =
    count === 0
      ? `${about.provider}: no change in facts`
      : `${about.provider}: ${plural(count, "change")}, ${checked.effect}`;
  return [
    `${paint.strong(title)} ${from}`,
    ...checked.changes.map((change) => changeLines(change, paint)),
    ...contradictionLines(checked, about),
    ...textLines(checked),
    ...(count > 0 ? [nextSteps(about)] : []),
  ].join("\n\n");
}

const formats = { html: "HTML", markdown: "Markdown", text: "plain text" };

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

function changeLines(change: JudgedChange, paint: Paint): string {
  const label = change.effect.padEnd(6);
  const words = [...new Set(change.after.map((fact) => fact.words))];
  const lines = [
    `${paint.effect(change.effect, label)} ${paint.strong(printable(whatChanged(change)))}`,
    ...words.slice(0, 3).map((line) => `       page  ${printable(line)}`),
    ...(words.length === 0 ? ["       page  no longer says it"] : []),
    `       spec  ${placesOf(change.spec)}`,
    `       why   ${printable(change.reason)}`,
  ];
  return lines.join("\n");
}

const placesOf = ({ file, line, outcome }: JudgedChange["spec"]) =>
  `${file}:${line}${outcome === undefined ? "" : `, and its outcome at ${file}:${outcome}`}`;

/** `request.amount.type: string, was integer`. */
export function whatChanged({
  kind,
  whole,
  subject,
  formerly,
  before,
  after,
}: JudgedChange): string {
  if (kind === "renamed")
    return `${whole ? `${subject}, was ${formerly}` : `${subject}: ${after[0]?.aspect}, was ${before[0]?.aspect}`} (looks renamed)`;
  if (whole) {
    const facts = kind === "added" ? after : before;
    return `${subject} ${kind} (${facts.map(({ aspect, value }) => `${aspect} ${value}`).join(", ")})`;
  }
  const id = `${subject}.${(after[0] ?? before[0])?.aspect}`;
  if (kind === "added") return `${id}: ${after[0]?.value}, was not said`;
  if (kind === "removed") return `${id}: no longer said, was ${before[0]?.value}`;
  return `${id}: ${after[0]?.value}, was ${before[0]?.value}`;
}

function contradictionLines(
  checked: Exclude<Checked, { status: "unreadable" }>,
  { read }: About,
): string[] {
  const fresh = checked.contradictions.filter(({ known }) => !known);
  const known = checked.contradictions.length - fresh.length;
  const lines = fresh.map(({ subject, message }) => `  ${printable(`${subject}: ${message}`)}`);
  if (known > 0)
    lines.push(
      `  ${plural(known, "older one")}, there when it was read on ${read} (--json lists them)`,
    );
  return fresh.length === 0 ? [] : [["The page contradicts itself:", ...lines].join("\n")];
}

function textLines({ text }: Exclude<Checked, { status: "unreadable" }>): string[] {
  if (text.length === 0) return [];
  const lines = text.flatMap(({ section, added, removed }) => [
    `  ${printable(section)}: ${[added.length > 0 && `${added.length} new`, removed > 0 && `${removed} gone`].filter(Boolean).join(", ")}`,
    ...added.map((words) => `    + ${printable(words)}`),
  ]);
  return [
    [
      "Words that changed, sentence by sentence (they hold no fact, or one that is reported above):",
      ...lines,
    ].join("\n"),
  ];
}

function nextSteps({ provider, page, specFile }: About): string {
  return [
    `Next: edit ${specFile}, then`,
    "  npm run generate",
    `  pnpm docs:accept ${provider} ${page}`,
    "  pnpm changes",
  ].join("\n");
}

function unreadable(
  { recognised, reading }: Extract<Checked, { status: "unreadable" }>,
  about: About,
  paint: Paint,
): string {
  const subjects = [...new Set(reading.facts.map(({ subject }) => subject))].filter(
    (subject) => !subject.startsWith("example."),
  );
  return [
    paint.strong(
      `${about.provider}: ${about.page} was not taken for the page: ${recognised.problem}.`,
    ),
    `Recognised: ${recognised.found} of ${recognised.known} known fields, codes and words${subjects.length > 0 ? `; on the page are ${printable(subjects.slice(0, 12).join(", "))}${subjects.length > 12 ? ` and ${subjects.length - 12} more` : ""}` : ""}.`,
    "Save the page again, whole. If it is whole and all of this is gone, say --whole, and what is missing is reported as removed.",
  ].join("\n");
}
