/** Finds, loads and checks the configuration. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { refuse } from "../errors.ts";
import type { AccountConfig, JournalConfig, RefundsConfig } from "./config.ts";
import { loadEnvFile, variablesIn } from "./environment.ts";
import { findConfig } from "./find-config.ts";

export interface LoadedConfig {
  readonly file: string;
  readonly folder: string;
  readonly accounts: Readonly<Record<string, AccountConfig>>;
  readonly journal: JournalConfig;
  readonly rawAnswers: boolean;
  /** The environment variables that it names, and whether they are set. */
  readonly variables: ReadonlyMap<string, boolean>;
}

const names = ["accounts", "journal", "rawAnswers"];

/** @throws {CliError} if there is no configuration, or it cannot be loaded or used */
export async function loadConfig(named: string | undefined): Promise<LoadedConfig> {
  const file = findConfig(named);
  const folder = dirname(file);
  loadEnvFile(folder);
  const config = checked(file, await importConfig(file));
  return { ...config, file, folder, variables: variablesIn(readFileSync(file, "utf8")) };
}

async function importConfig(file: string): Promise<unknown> {
  try {
    const needsTranslation = /\.m?ts$/.test(file) && !process.features.typescript;
    const module = needsTranslation
      ? await translated(file)
      : await import(pathToFileURL(file).href);
    return module.default;
  } catch (error) {
    return refuse("invalid_config", `Cannot load ${file}: ${adviceOn(error as Error)}`);
  }
}

/** For a Node that does not strip types by itself. */
async function translated(file: string): Promise<{ default?: unknown }> {
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { fsCache: false }).import(file);
}

function adviceOn({ message }: Error): string {
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1];
  if (missing === "@refunds/cli") {
    return "it imports @refunds/cli, which is not installed there. Run `npm install --save-dev @refunds/cli` in its folder.";
  }
  return message;
}

function checked(
  file: string,
  given: unknown,
): Pick<LoadedConfig, "accounts" | "journal" | "rawAnswers"> {
  const wrong = (message: string) => refuse("invalid_config", `${file} ${message}`);
  if (!isObject(given)) {
    return wrong("must have a default export: `export default defineConfig({ accounts: { … } })`.");
  }
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    return wrong(`has ${unknown.join(", ")}; only ${names.join(", ")} are known.`);
  }
  const {
    accounts,
    journal = { sqlite: "refunds.sqlite" },
    rawAnswers = true,
  } = given as Partial<RefundsConfig>;
  if (!isObject(accounts) || !Object.values(accounts).every(isAccount)) {
    return wrong('must have accounts, each with its provider: `{ shop: { provider: "…", … } }`.');
  }
  if (!isObject(journal))
    return wrong("has a journal that is neither { sqlite } nor { postgres }.");
  if (typeof rawAnswers !== "boolean") return wrong("has rawAnswers, which must be true or false.");
  return { accounts: withoutEmpty(accounts as LoadedConfig["accounts"]), journal, rawAnswers };
}

/** An option whose environment variable is empty is not set: for the client, and for what is shown to a person. */
const withoutEmpty = (accounts: LoadedConfig["accounts"]): LoadedConfig["accounts"] =>
  Object.fromEntries(
    Object.entries(accounts).map(([name, options]) => [
      name,
      Object.fromEntries(
        Object.entries(options).filter(([, value]) => value !== undefined && value !== ""),
      ) as unknown as AccountConfig,
    ]),
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isAccount = (value: unknown) => isObject(value) && typeof value.provider === "string";
