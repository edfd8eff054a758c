/** The report for programs. */
import type { Checked } from "../check.ts";
import type { About } from "./readable.ts";
import { whatChanged } from "./readable.ts";

export function json(checked: Checked, { provider, page, read }: About): string {
  const head = { provider, page, lastRead: read, status: checked.status, format: checked.format };
  if (checked.status === "unreadable") {
    const { problem, found, known } = checked.recognised;
    return JSON.stringify(
      { ...head, problem, recognised: { found, known }, facts: factsOf(checked) },
      null,
      2,
    );
  }
  const { effect, contradictions, text } = checked;
  const changes = checked.changes.map((change) => ({ ...change, summary: whatChanged(change) }));
  return JSON.stringify({ ...head, effect, changes, contradictions, text }, null, 2);
}

const factsOf = ({ reading }: Checked) =>
  Object.fromEntries(reading.facts.map(({ id, value }) => [id, value]));
