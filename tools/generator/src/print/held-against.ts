/** What the comparison with the provider's own SDK found, for the provider's page. */
import type { Provider } from "../model.ts";
import { paragraph } from "./text.ts";

/** `npm run sdk-requests -- --write` writes it. */
export const heldAgainstSource = "docs/figures/sdk-requests.json";

interface Comparison {
  readonly provider: string;
  readonly package: string;
  readonly version: string;
  readonly differences: readonly { readonly part: string }[];
}

/** @param file the text of `heldAgainstSource`; without it, nothing was compared */
export function printHeldAgainst({ name, title }: Provider, file: string | undefined): string {
  const { comparisons = [] }: { comparisons?: readonly Comparison[] } = JSON.parse(file ?? "{}");
  const found = comparisons.find(({ provider }) => provider === name);
  if (!found) {
    return paragraph(
      `No SDK of ${title} was [compared with this client](../held-against-sdks.md).`,
    );
  }
  const parts = found.differences.map(({ part }) => `the ${part}`).join(" and ");
  const result = `the same request${parts && `, except for ${parts}`}`;
  return paragraph(
    `Held against \`${found.package}\` ${found.version}: [${result}](../held-against-sdks.md).`,
  );
}
