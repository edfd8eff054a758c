/** Reads options that only some tables have, together with those that every table has. */
import { isRefundError, RefundError } from "../errors.ts";
import { generalOptions, readOptions, type Settings } from "../options.ts";
import { readFields } from "../request/read-fields.ts";
import type { Problem } from "../request/value-check.ts";
import type { ProviderTable } from "../table.ts";

/** Options while they are read. */
interface Draft {
  /** What is left for the options that every table has. */
  table: ProviderTable;
  /** Every option, read once. A step removes those that it has read. */
  readonly values: Record<string, unknown>;
  /** What the steps have read, which is sent like credentials. */
  readonly settings: Record<string, Settings["credentials"][string]>;
  /** What is known to be wrong. */
  readonly problems: readonly Problem[];
  /** The base URL of the token call, where it is another one. */
  tokenUrl?: string | undefined;
}

/** Reads some options, or says what is wrong with them. */
export type OptionStep = (draft: Draft, wrong: (field: string, message: string) => void) => void;

/** @returns a replacement for `readOptions` that first takes these steps, in this order */
export const readWith =
  (...steps: readonly OptionStep[]): typeof readOptions =>
  (table, options): Settings => {
    const names = [...generalOptions, ...table.credentials.flatMap(Object.keys)];
    const { values, problems, wrong } = readFields(options, names, "", "options");
    const draft: Draft = { table, values, settings: {}, problems };
    for (const step of steps) step(draft, wrong);
    let settings: Settings | undefined;
    try {
      settings = readOptions(draft.table, values);
    } catch (error) {
      if (!isRefundError(error) || error.code !== "invalid_options") throw error;
      problems.push(...error.problems);
    }
    if (!settings || problems.length > 0) {
      throw new RefundError("invalid_options", table.provider, problems);
    }
    return {
      ...settings,
      credentials: { ...settings.credentials, ...draft.settings },
      tokenUrl: draft.tokenUrl,
    };
  };
