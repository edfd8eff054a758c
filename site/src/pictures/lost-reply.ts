/** What a lost reply does to published SDKs and to the clients here, from the measurements. */
import type { Group, LostReplies } from "../evidence/lost-replies.ts";
import { style, type Tone } from "./colours.ts";

/** Narrow enough for a phone. */
const width = 330;
const step = 26;
const lineHeight = 52;

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

export function lostReply({ groups }: LostReplies): string {
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
      y += lineHeight;
    }
    y += 14;
  }
  const title = "When the reply to a refund is lost";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y - 24}" viewBox="0 0 ${width} ${y - 24}" role="img" font-family="Helvetica, Arial, sans-serif"><title>${title}</title>${style}
${parts.join("\n")}
</svg>
`;
}

function line({ label, count, tone }: Row, group: Group, y: number): string {
  const value = count(group);
  const squares = Array.from({ length: group.measured }, (_, at) => {
    const look = at < value ? `p-${tone}-head` : "p-quiet";
    return `<rect class="${look}" x="${at * step}" y="${y + 8}" width="20" height="20" rx="4"/>`;
  });
  const x = group.measured * step + 8;
  return [
    `<text class="p-ink" x="0" y="${y}" font-size="13">${label}</text>`,
    ...squares,
    `<text class="p-ink" x="${x}" y="${y + 23}" font-size="14" font-weight="bold">${value} of ${group.measured}</text>`,
  ].join("");
}
