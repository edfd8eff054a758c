/** The root `README.md`: the hand-written docs/readme.md with the table of providers and samples put in. */
import type { Provider } from "../model.ts";
import { printProvidersTable } from "./providers-page.ts";
import { markdownHeader } from "./text.ts";

export const readmeSource = "docs/readme.md";

/** The files that docs/readme.md asks for with `<!-- sample: path -->`. */
export const samplesIn = (source: string): string[] =>
  [...source.matchAll(sample)].map(([, path = ""]) => path);

const sample = /^<!-- sample: (\S+) -->$/gm;

export function printRootReadme(
  providers: readonly Provider[],
  existing: ReadonlyMap<string, string>,
): string | undefined {
  const source = existing.get(readmeSource);
  if (source === undefined) return undefined;
  const text = source
    .replaceAll(/^<!-- providers -->$/gm, () => printProvidersTable(providers))
    .replaceAll(sample, (_, path: string) => {
      const code = existing.get(path);
      if (code === undefined)
        throw new Error(
          `${readmeSource} shows the sample ${path}, which does not exist; correct the path`,
        );
      return `\`\`\`ts\n${code.trimEnd()}\n\`\`\``;
    });
  return `${markdownHeader(readmeSource).replace("edit the spec", "edit that")}\n\n${text}`;
}
