/** `src/table.ts`: the data that core runs on. */
import type { Provider } from "../model.ts";
import { header, literal } from "./text.ts";

export const printTable = ({
  spec,
  table,
}: Provider): string => `${header(spec)}import type { ProviderTable } from "@refunds/core/provider";

export const table: ProviderTable = ${literal(table)};
`;
