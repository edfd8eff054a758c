/** The text of a changeset, which becomes a piece of the changelog as it is. */
import { type Bump, compareBumps } from "../bump.ts";

interface Line {
  readonly effect: Bump;
  readonly text: string;
}

/** The same bytes for the same changes. */
export function printChangeset(name: string, bump: Bump, lines: readonly Line[]): string {
  const told = [...lines].sort((a, b) => compareBumps(b.effect, a.effect)).map(sentence);
  const [only = "", second] = told;
  const body = second ? ["What changed for callers:", ...told.map((line) => `- ${line}`)] : [only];
  return `---\n"${name}": ${bump}\n---\n\n${body.join("\n")}\n`;
}

const sentence = ({ effect, text }: Line) => (effect === "major" ? `**Breaking:** ${text}` : text);
