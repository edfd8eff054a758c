/** What will be sent, for the person who confirms it. No credential is shown. */
import type { CheckedRefundRequest } from "refunds";
import type { AccountConfig } from "../config/config.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { factsOf } from "../providers.ts";
import { moneyInBothUnits } from "./money.ts";
import { fieldsText } from "./record-text.ts";
import { facts } from "./table.ts";

export function sentText(config: LoadedConfig, checked: CheckedRefundRequest): string {
  const { account, provider, key, request } = checked;
  const options = config.accounts[account];
  return facts([
    ["account", account],
    ["provider", `${factsOf(provider).title} (${provider})`],
    ["environment", options && environmentText(options)],
    ["credentials", options && credentialsText(options)],
    ["payment", fieldsText(request.payment)],
    ["amount", request.amount ? moneyInBothUnits(request.amount) : "full: everything that remains"],
    ["reason", request.reason],
    ["extra", request.extra && fieldsText(request.extra)],
    ["key", key],
  ]);
}

/** Where an account sends to, and whether real money moves there. */
export function environmentText({ provider, environment, baseUrl, sentTo }: AccountConfig): string {
  if (baseUrl !== undefined) {
    if (!isPlain(baseUrl)) return "a baseUrl that cannot be used";
    return `${baseUrl} (instead of the provider's own${sentTo === undefined ? "" : `, named ${sentTo}`})`;
  }
  const server = environment && factsOf(provider).servers[environment];
  return environment === "live" ? `LIVE, real money: ${server}` : `${environment}: ${server}`;
}

/** Whether it holds an address only. An assistant is shown accounts whose client was not made, so that nothing has checked it. */
function isPlain(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const { username, password, search, hash } = new URL(baseUrl);
  return username + password + search + hash === "";
}

/** The names of the credentials that are set. */
export function credentialsText(options: AccountConfig): string {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const { credentials } = factsOf(options.provider);
  const names = [...new Set(credentials.flat().map(({ name }) => name))];
  const set = names.filter((name) => given[name] !== undefined && given[name] !== "");
  return set.map((name) => `${name} ****`).join(", ");
}
