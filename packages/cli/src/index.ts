/** For `refunds.config.ts`: `defineConfig` and the types of a configuration. */
import type { RefundsConfig } from "./config/config.ts";

export type { AccountConfig, JournalConfig, RefundsConfig } from "./config/config.ts";

/** Returns the configuration as it is. It is here for its types. */
export const defineConfig = (config: RefundsConfig): RefundsConfig => config;
