/** The report for people. */
import type { Checked } from "../check.ts";
import type { JudgedChange } from "../compare/change.ts";
import { allowedInTables } from "../reading/reading.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";

export interface About {
  readonly provider: string;
  /** The page as it was given. */
  readonly page: string;
  /** The day of the last reading. */
  readonly read: string;
  readonly files: { readonly spec: string; readonly reading: string };
}

export function readable(checked: Checked, about: About, paint: Paint): string {
  const from = paint.faint(`(${about.page}, ${formats[checked.format]}; last read ${about.read})`);
  if (checked.status === "unreadable") return unreadable(checked, about, paint);
  const count = checked.changes.length;
  const open = checked.said.unread.filter(({ weight }) => weight === "decide").length;
  const found = [
    count > 0 && `${plural(count, "change")}, ${checked.effect}`,
    open > 0 && `${plural(open, "table")} to decide on`,
  ].filter(Boolean);
  const title =
    found.length === 0
      ? `${about.provider}: no change in facts`
      : `${about.provider}: ${found.join("; ")}`;
  return [
    `${paint.strong(title)} ${from}`,
    ...checked.changes.map((change) => changeLines(change, paint)),
    ...unreadLines(checked, about),
    ...textLines(checked, about),
    ...(count + open + checked.text.length > 0 ? [nextSteps(checked, about)] : []),
  ].join("\n\n");
}

const formats = { html: "HTML", markdown: "Markdown", text: "plain text", openapi: "OpenAPI" };

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
    const facts = (kind === "added" ? after : before).filter(({ aspect }) => aspect !== "listed");
    const said = facts.map(({ aspect, value }) => `${aspect} ${value}`).join(", ");
    return `${subject} ${kind}${said && ` (${said})`}`;
  }
  const id = `${subject}.${(after[0] ?? before[0])?.aspect}`;
  if (kind === "added") return `${id}: ${after[0]?.value}, was not said`;
  if (kind === "removed") return `${id}: no longer said, was ${before[0]?.value}`;
  return `${id}: ${after[0]?.value}, was ${before[0]?.value}`;
}

function unreadLines({ said: { unread }, format }: Checked, { files }: About): string[] {
  if (unread.length === 0) return [];
  const lines = unread.map(({ what, why }) => `  ${printable(`${what}: ${why}`)}`);
  if (format === "openapi") return [["Not compared:", ...lines].join("\n")];
  const head = `Not read. Look whether it matters, and say in ${files.reading} what it means (${allowedInTables()}):`;
  return [[head, ...lines].join("\n")];
}

function textLines({ text }: Checked, { files }: About): string[] {
  if (text.length === 0) return [];
  const lines = text.flatMap(({ section, added, removed, lines }) => [
    `  ${printable(section)}: ${[added.length > 0 && `${added.length} new`, removed > 0 && `${removed} gone`].filter(Boolean).join(", ")}${lines.length > 0 ? `; from it are ${files.spec}:${lines.join(", ")}` : ""}`,
    ...added.map((words) => `    + ${printable(words)}`),
  ]);
  return [
    [
      "Words that changed, sentence by sentence (they hold no fact, or one that is reported above):",
      ...lines,
    ].join("\n"),
  ];
}

function nextSteps({ changes, format }: Checked, { provider, page, files }: About): string {
  const reading =
    format === "openapi"
      ? ""
      : ` (and ${files.reading}, where a part of the page is built otherwise)`;
  const words = changes.length === 0 ? "if a sentence changes the contract, " : "";
  return [
    `Next: ${words}edit ${files.spec}${reading}, then`,
    `  npm run docs:accept -- ${provider} ${page}`,
    "  npm run generate",
    "  npm run changes",
  ].join("\n");
}

function unreadable(checked: Checked, about: About, paint: Paint): string {
  const { recognised, said } = checked;
  const subjects = [...new Set(said.facts.map(({ subject }) => subject))].filter(
    (subject) => !subject.startsWith("example."),
  );
  const shown = `${subjects.slice(0, 12).join(", ")}${subjects.length > 12 ? ` and ${subjects.length - 12} more` : ""}`;
  const { problem = "", found, known } = recognised;
  return [
    paint.strong(
      printable(`${about.provider}: ${about.page} was not taken for the page: ${problem}.`),
    ),
    `Recognised: ${found} of ${known} known fields, codes and words${subjects.length > 0 ? `; on the page are ${printable(shown)}` : ""}.`,
    "Do the first that fits:",
    ...ways(checked, about).map((way, at) => `  ${at + 1}. ${way}`),
  ].join("\n");
}

/** What may be wrong with a page, the likeliest first. */
function ways(
  { recognised: { whole }, format }: Checked,
  { provider, page, files }: About,
): string[] {
  const saved =
    "It is not whole, or another one: save it again, or give the address that it moved to.";
  const built = `A part is called or built otherwise: correct that part of ${files.reading}.`;
  const gone = "A part is gone: add --whole, which reports it as removed.";
  const anew = `Most of it is laid out anew: npm run docs:accept -- ${provider} ${page} --propose, which replaces the reading and prints the difference.`;
  if (format === "openapi") return [saved, gone];
  return whole ? [saved, built, gone, anew] : [saved, anew];
}
