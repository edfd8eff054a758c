/** `src/table.ts`: the data that core runs on. */
import type { Provider } from "../model.ts";
import { doc, header, literal } from "./text.ts";

export function printTable({ spec, table, evidence }: Provider): string {
  const types = [...(evidence ? ["EvidenceTable"] : []), "ProviderTable"];
  return [
    header(spec),
    `import type { ${types.join(", ")} } from "@refunds/core/provider";\n\n`,
    `export const table: ProviderTable = ${literal(table)};\n`,
    // A const of its own: a bundle of the client alone holds none of it.
    evidence
      ? `\n${doc(["What an answer to the query proves about a refund whose outcome is not certain."])}export const evidence: EvidenceTable = ${literal(evidence)};\n`
      : "",
  ].join("");
}
