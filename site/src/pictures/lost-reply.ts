/** What a lost reply does to published SDKs and to the clients here, from the measurements. */
import type { Group, LostReplies } from "../evidence/lost-replies.ts";
import { style, type Tone } from "./colours.ts";

/** Narrow enough for a phone. */
const width = 330;
const step = 18;
const mostInRow = 15;

interface Row {
  readonly label: string;
  readonly count: (group: Group) => number;
  readonly tone: Tone;
}

const rows: readonly Row[] = [
  { label: "refund twice if called again", count: ({ twice }) => twice, tone: "bad" },
  {
    label: "send the refund again by themselves",
    count: ({ sentAgain }) => sentAgain,
    tone: "bad",
  },
  {
    label: "say in one field that the reply was lost",
    count: ({ recognizable }) => recognizable,
    tone: "good",
  },
];

export function lostReply({ groups }: Pick<LostReplies, "groups">): string {
  const names = ["Published payment SDKs", "Clients of this project"];
  let y = 24;
  const parts: string[] = [];
  for (const [at, group] of groups.entries()) {
    parts.push(
      `<text class="p-ink" x="0" y="${y}" font-size="16" font-weight="bold">${names[at]}</text>`,
    );
    y += 30;
    for (const row of rows) {
      parts.push(line(row, group, y));
      y += 38 + step * rowsOf(group);
    }
    y += 14;
  }
  const title = "When the reply to a refund is lost";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y - 24}" viewBox="0 0 ${width} ${y - 24}" role="img" font-family="Helvetica, Arial, sans-serif"><title>${title}</title>${style}
${parts.join("\n")}
</svg>
`;
}

const rowsOf = ({ measured }: Group) => Math.ceil(measured / mostInRow);

/** One square for each, in rows of about the same length. */
function line({ label, count, tone }: Row, group: Group, y: number): string {
  const value = count(group);
  const inRow = Math.ceil(group.measured / rowsOf(group));
  const squares = Array.from({ length: group.measured }, (_, at) => {
    const look = at < value ? `p-${tone}-head` : "p-quiet";
    const [left, top] = [1 + (at % inRow) * step, y + 8 + Math.floor(at / inRow) * step];
    return `<rect class="${look}" x="${left}" y="${top}" width="14" height="14" rx="3"/>`;
  });
  const x = inRow * step + 6;
  return [
    `<text class="p-ink" x="0" y="${y}" font-size="13">${label}</text>`,
    ...squares,
    `<text class="p-ink" x="${x}" y="${y + 20}" font-size="14" font-weight="bold">${value} of ${group.measured}</text>`,
  ].join("");
}
