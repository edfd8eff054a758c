import Table from "cli-table3";
import type { Failure, Result } from "./run.ts";
import type { Counts } from "./tally.ts";

const style = { head: [], border: [], compact: true };
const number = (value: number) => Math.round(value).toLocaleString("en");

/** Longer bodies are cut in reports. They only repeat something. */
const maxBodyLength = 600;

/** All counts, as text for a terminal. */
export function reportOf(result: Result, peakMb: number): string {
  const { runs, seconds, tally } = result;
  const { mutations, outcomes, misread, harmless, slowest } = tally;
  const falseOnes = result.failure ? 1 : 0;
  const misreadLines = [...misread].flatMap(([provider, reasons]) =>
    [...reasons].map(([because, times]) => `  ${number(times)} x ${provider}: ${because}`),
  );
  return [
    table("changes to answers", mutations),
    table("reported to callers", outcomes),
    `${number(runs)} answers in ${number(seconds)} s, ${number(runs / seconds)} a second; at most ${number(peakMb)} MB`,
    `slowest call: ${slowest.ms.toFixed(0)} ms (${slowest.of})`,
    `harmless changes: ${number(harmless)}, all with unchanged outcomes`,
    ...(misreadLines.length > 0 ? ["known to be reported wrongly:", ...misreadLines] : []),
    `false outcomes, crashes, hangs: ${falseOnes}`,
  ].join("\n");
}

function table(title: string, counts: Counts): string {
  const columns = [...new Set([...counts.values()].flatMap((row) => [...row.keys()]))].sort();
  const rows = [...counts].sort(([one], [other]) => one.localeCompare(other));
  const printed = new Table({
    head: [title, ...columns],
    colAligns: ["left", ...columns.map(() => "right" as const)],
    style,
  });
  for (const [name, row] of rows) {
    printed.push([name, ...columns.map((column) => number(row.get(column) ?? 0))]);
  }
  return `${printed}\n`;
}

/** Describes a failure and how to reproduce it. */
export function failureOf(
  { problem, path, provider, answer, changes, http, body }: Failure,
  seed: number,
): string {
  const shown =
    body.length > maxBodyLength ? `${body.slice(0, maxBodyLength)}... (${body.length})` : body;
  return [
    `${provider}: ${problem}`,
    `  answer: ${answer}`,
    `  changed: ${changes.join(", then ")}`,
    `  received: HTTP ${http} ${JSON.stringify(shown)}`,
    `  run again: pnpm safety answers --seed ${seed} --path ${path}`,
  ].join("\n");
}
