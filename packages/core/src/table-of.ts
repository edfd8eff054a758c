/** The table of a client, for code that says what its provider can do. Bundles without such code have only the symbol. */
import type { ProviderTable } from "./table.ts";

/** Where a client has its table. The same in several installed copies of core. */
export const tableKey: unique symbol = Symbol.for("refunds.table");

/** Undefined for a client that was not made from a table. */
export const tableOf = (client: object): ProviderTable | undefined =>
  (client as { readonly [tableKey]?: () => ProviderTable })[tableKey]?.();
