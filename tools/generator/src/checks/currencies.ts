/** The currencies that a refund lists are ISO 4217. */
import { exponentOf } from "@refunds/core/provider";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkCurrencies(spec: SpecFile): void {
  for (const { kind, vocabulary, wordsAt } of operationsOf(spec.root as OpenApi)) {
    const { currencies } = vocabulary as RawRefund;
    if (kind !== "refund" || !currencies || !("codes" in currencies)) continue;
    currencies.codes.forEach((code, index) => {
      if (exponentOf(code) !== undefined) return;
      spec.report(
        [...wordsAt, "currencies", "codes", index],
        `"${code}" is not a currency of ISO 4217`,
        "check its three letters",
      );
    });
  }
}
