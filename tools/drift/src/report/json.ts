/** The report for programs. */
import type { Checked } from "../check.ts";
import { type About, whatChanged } from "./readable.ts";

export function json(checked: Checked, { provider, page, read }: About): string {
  const { status, format, effect, text, recognised, said } = checked;
  const head = { provider, page, lastRead: read, status, format };
  const { problem, found, known } = recognised;
  const body =
    status === "unreadable"
      ? {
          problem,
          recognised: { found, known },
          unread: said.unread,
          facts: Object.fromEntries(said.facts.map(({ id, value }) => [id, value])),
        }
      : {
          effect,
          changes: checked.changes.map((change) => ({ ...change, summary: whatChanged(change) })),
          unread: said.unread,
          text,
        };
  return JSON.stringify({ ...head, ...body }, null, 2);
}
