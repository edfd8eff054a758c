/** For `refunds.config.ts`: `defineConfig`, the types of a configuration, and `fetch: keptConnections()`. */
import type { RefundsConfig } from "./config/config.ts";

export { keptConnections } from "refunds";
export type { AccountConfig, JournalConfig, RefundsConfig } from "./config/config.ts";

/** Returns the configuration as it is. It is here for its types. */
export const defineConfig = (config: RefundsConfig): RefundsConfig => config;
