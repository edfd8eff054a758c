/** What the comparison with the provider's own SDK found, for the provider's page. */
import type { Provider } from "../model.ts";
import { paragraph } from "./text.ts";

/** `npm run sdk-requests -- --write` writes it. */
export const heldAgainstSource = "docs/figures/sdk-requests.json";

interface Sdk {
  readonly provider: string;
  readonly package: string;
  readonly version: string;
}

interface Comparison extends Sdk {
  readonly differences: readonly { readonly part: string }[];
}

interface NotCompared extends Sdk {
  readonly because: string;
}

interface Figures {
  readonly comparisons?: readonly Comparison[];
  readonly notCompared?: readonly NotCompared[];
}

/** @param file the text of `heldAgainstSource`; without it, nothing was compared */
export function printHeldAgainst({ name, title }: Provider, file: string | undefined): string {
  const { comparisons = [], notCompared = [] }: Figures = JSON.parse(file ?? "{}");
  const found = comparisons.find(({ provider }) => provider === name);
  const other = notCompared.find(({ provider }) => provider === name);
  if (other) {
    return paragraph(
      `\`${other.package}\` ${other.version} cannot be [compared with this client](../held-against-sdks.md): ${other.because}.`,
    );
  }
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
