/** What a file would send, for the person who confirms it. */
import { toWire } from "@refunds/core/provider";
import type { LoadedConfig } from "../config/load-config.ts";
import type { FileSummary } from "../csv/validate-file.ts";
import { moneyText } from "../output/money.ts";
import { environmentText } from "../output/sent-text.ts";
import { facts } from "../output/table.ts";

export function summaryText(config: LoadedConfig, file: string, summary: FileSummary): string {
  const { rows, recorded, uncertain, full, accounts, totals } = summary;
  return facts([
    ["file", file],
    [
      "refunds",
      `${rows}${recorded > 0 ? `, of which the journal has ${recorded} already: these are not sent again` : ""}`,
    ],
    [
      "uncertain",
      uncertain > 0
        ? `${uncertain}: the provider is asked; where it carries out a key once, it may get the same request again`
        : undefined,
    ],
    ...[...accounts].map(([name, count]): [string, string] => {
      const options = config.accounts[name];
      return [
        `account ${name}`,
        `${count} through ${options?.provider}, ${options && environmentText(options)}`,
      ];
    }),
    ...[...totals].map(([currency, value]): [string, string] => [
      `total ${currency}`,
      totalText(value, currency),
    ]),
    ["full refunds", full > 0 ? `${full}, without an amount` : undefined],
  ]);
}

/** A sum can be above what is exact as a number; then it is given in minor units. */
function totalText(value: bigint, currency: string): string {
  const number = Number(value);
  const isExact =
    Number.isSafeInteger(number) &&
    toWire({ value: number, currency }, { unit: "major", as: "string" });
  const inMinor = `${value} in minor units`;
  return isExact ? `${moneyText({ value: number, currency })} (${inMinor})` : inMinor;
}
