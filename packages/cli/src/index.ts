/** For `refunds.config.ts`: `defineConfig`, the types of a configuration, and `fetch: keptConnections()`. */
import type { RefundsConfig } from "./config/config.ts";

// Not from "refunds", which loads the code of every provider.
export { keptConnections } from "@refunds/core";
export type { AccountConfig, JournalConfig, RefundsConfig } from "./config/config.ts";

/** Returns the configuration as it is. It is here for its types. */
export const defineConfig = (config: RefundsConfig): RefundsConfig => config;
